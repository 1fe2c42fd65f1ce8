"""The record of what the learner has done: SQLite in WAL mode, with migrations.

Two instances may use it at once; every write is one short transaction.
"""

from tutor.store.database import Store
from tutor.store.records import Attempt, Standing

__all__ = ["Attempt", "Standing", "Store"]
