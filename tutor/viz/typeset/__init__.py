"""Typesetting: parsed pages as rows of a given width. Knows no screen."""
