"""Typesetting: parsed pages as rows of a given width. Knows no screen."""

from tutor.viz.typeset.page import Page, Reading, Spot, typeset
from tutor.viz.typeset.text import wrap

__all__ = ["Page", "Reading", "Spot", "typeset", "wrap"]
