"""The learner's own files: create, read, save, reset; nothing is ever lost."""

from tutor.workspace.files import MAX_BYTES, Workspace

__all__ = ["MAX_BYTES", "Workspace"]
