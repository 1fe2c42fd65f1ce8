"""Screens, one to a module: each composes, and handles messages."""
