"""The app's side of a check: build the request, ask the host, record the verdict."""

from tutor.judge.checking import Checker, fresh_seed
from tutor.judge.client import events

__all__ = ["Checker", "events", "fresh_seed"]
