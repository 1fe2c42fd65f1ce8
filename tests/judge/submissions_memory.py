"""Memory, files and descriptors: bombs are refused where they go off."""

from tests.judge.submissions import bad, odd
from tutor.protocol import Outcome

MEMORY, RAISED, CRASHED = Outcome.OUT_OF_MEMORY, Outcome.RAISED, Outcome.CRASHED
UNLOADED = Outcome.NOT_IMPORTABLE
SMALL = {"memory_mib": 256, "layer": "limits"}

SUBMISSIONS = [
    bad(MEMORY, "eats_memory", "a large array", """\
        import numpy as np
        def double(x):
            return np.ones((1 << 33,)).sum()
        """, says="Unable to allocate", layer="limits"),
    bad(MEMORY, "eats_memory_in_lists", "many large objects", """\
        def double(x):
            return [bytes(1 << 26) for _ in range(99)]
        """, says="MemoryError", **SMALL),
    bad(MEMORY, "eats_memory_in_small_pieces", "many small objects", """\
        def double(x):
            kept = []
            while True:
                kept.append([0] * 10_000)
        """, says="MemoryError", **SMALL),
    bad(UNLOADED, "eats_memory_on_import", "while the file is loaded", """\
        import numpy as np
        x = np.ones((1 << 33,))
        """, says="Unable to allocate", layer="limits"),
    bad(MEMORY, "eats_memory_in_torch", "a large tensor", """\
        import torch
        class Scale(torch.nn.Module):
            def __init__(self, size):
                super().__init__()
                self.weight = torch.nn.Parameter(torch.ones(1 << 36))
        """, exercise="scale", layer="limits"),
    bad(MEMORY, "eats_memory_by_map", "a map of anonymous memory", """\
        import mmap
        def double(x):
            return mmap.mmap(-1, 1 << 34)
        """, layer="limits",
        ),
    bad(UNLOADED, "eats_memory_by_nameless_files", "files in memory that nothing counts", """\
        import os
        for _ in range(6):
            file = os.memfd_create('x')
            for _ in range(60):
                os.write(file, b'x' * (1 << 20))
        def double(x):
            return 2 * x
        """, **SMALL,
        ),
    bad(RAISED, "a_large_file", "no file grows beyond its limit", """\
        def double(x):
            with open('big', 'wb') as file:
                for _ in range(99):
                    file.write(b'x' * (1 << 20))
        """, says="File too large", layer="limits"),
    bad(RAISED, "a_large_hole", "not even an empty one", """\
        def double(x):
            with open('big', 'wb') as file:
                file.truncate(1 << 40)
        """, says="File too large", layer="limits"),
    bad(CRASHED, "a_large_file_and_no_handler", "who wants the signal gets it", """\
        import signal
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        def double(x):
            with open('big', 'wb') as file:
                file.truncate(1 << 40)
        """, says="it wrote too large a file", layer="limits"),
    bad(Outcome.OUTPUT_FLOOD, "many_files", "all files together are bounded as well", """\
        for number in range(6):
            with open(str(number), 'wb') as file:
                for _ in range(60):
                    file.write(b'x' * (1 << 20))
        def double(x):
            return 2 * x
        """, says="256 MiB were written"),
    bad(RAISED, "many_descriptors", "open files are counted", """\
        import os
        def double(x):
            return [os.dup(1) for _ in range(1000)]
        """, says="Too many open files", layer="limits"),
    bad(RAISED, "many_threads", "threads take address space, which is counted", """\
        import threading, time
        def double(x):
            for _ in range(5000):
                threading.Thread(target=time.sleep, args=(9,), daemon=True).start()
        """, says="start new thread", **SMALL),
    bad(RAISED, "recursion", "recursion in Python ends in an exception", """\
        def double(x):
            return double(x)
        """, says="RecursionError"),
    bad(CRASHED, "recursion_in_c", "and without a limit, in a crash of its own process", """\
        import sys
        sys.setrecursionlimit(10 ** 8)
        def double(x):
            for _ in range(3 * 10 ** 5):
                x = [x]
            return repr(x)
        """, says="SIGSEGV", patient=True),
    bad(CRASHED, "segfaults", "a wild pointer", """\
        import ctypes
        def double(x):
            return ctypes.string_at(0)
        """, says="a crash in compiled code"),
    bad(CRASHED, "aborts", "an abort", """\
        import os
        def double(x):
            os.abort()
        """, says="SIGABRT"),
    bad(RAISED, "raises_its_limit", "limits are not the learner's to raise", """\
        import resource
        def double(x):
            resource.setrlimit(resource.RLIMIT_AS, (-1, -1))
            return 2 * x
        """, layer="calls"),
    bad(RAISED, "raises_its_limit_from_outside", "nor by the other call", """\
        import os, resource
        def double(x):
            resource.prlimit(os.getpid(), resource.RLIMIT_FSIZE, (1 << 40, 1 << 40))
            return 2 * x
        """, layer="calls"),
    odd("uses_much_and_gives_back", "a gigabyte that is given back is fine", """\
        import numpy as np
        def double(x):
            for _ in range(3):
                np.empty(1 << 26)
            return 2 * x
        """),
]  # fmt: skip
