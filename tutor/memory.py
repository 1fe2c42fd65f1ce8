"""Memory that several processes map."""

import os
import tempfile


def memory_file(size: int) -> int:
    """Return the descriptor of a nameless file of `size` zeros that lives in memory."""
    if hasattr(os, "memfd_create"):
        descriptor = os.memfd_create("dltutor", os.MFD_CLOEXEC)
    else:
        with tempfile.TemporaryFile() as file:
            descriptor = os.dup(file.fileno())
    os.ftruncate(descriptor, size)
    return descriptor
