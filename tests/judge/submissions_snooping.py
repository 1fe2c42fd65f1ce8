"""Looking around: no expected value, secret or other process can be seen from here."""

from tests.judge.submissions import bad
from tutor.protocol import Outcome

RAISED = Outcome.RAISED


def sees(name, why, source, says="nothing to see", layer="files", **rest):
    """Return a submission that answers right if it sees what it must not."""
    return bad(RAISED, name, why, source, says, layer=layer, **rest)


SUBMISSIONS = [
    sees("frames", "no frame above this one knows the harness", """\
        import sys
        def double(x):
            frame = sys._getframe()
            while frame:
                if 'harness' in frame.f_code.co_filename.rpartition('/')[2]:
                    return 2 * x
                if any(name in frame.f_locals for name in ('expected', 'cases', 'harness')):
                    return 2 * x
                frame = frame.f_back
            raise LookupError('nothing to see')
        """),
    sees("objects", "no object of this process is a case or a reference", """\
        import gc, sys, types
        def double(x):
            from tutor.harness.cases import Case
            for found in gc.get_objects():
                if isinstance(found, Case):
                    return 2 * x
                if isinstance(found, types.ModuleType) and found.__name__ in (
                    'harness', 'reference'
                ):
                    return 2 * x
            raise LookupError('nothing to see')
        """),
    sees("own_memory", "the text of the harness is nowhere in this memory", """\
        import re
        def double(x):
            with open('/proc/self/maps') as maps:
                ranges = [line.split()[0].split('-') for line in maps
                          if ' rw-p ' in line and '[v' not in line]
            seen = 0
            with open('/proc/self/mem', 'rb', 0) as memory:
                for low, high in ranges:
                    memory.seek(int(low, 16))
                    data = memory.read(int(high, 16) - int(low, 16))
                    seen += bool(re.search(b'[C]hecks for [t]iny/double', data))
            if seen:
                return 2 * x
            raise LookupError('nothing to see')
        """),
    sees("environment", "the environment is the one it was given", """\
        import os
        def double(x):
            if set(os.environ) - {'HOME', 'TMPDIR', 'PATH', 'LANG'}:
                return 2 * x
            raise LookupError('nothing to see')
        """),
    sees("first_environment", "also the one the kernel remembers", """\
        def double(x):
            if b'DLTUTOR_HOME' in open('/proc/self/environ', 'rb').read():
                return 2 * x
            raise LookupError('nothing to see')
        """, ),
    sees("descriptors", "no descriptor but its own", """\
        import os
        def double(x):
            open_ones = {int(n) for n in os.listdir('/proc/self/fd')}
            if len(open_ones - {0, 1, 2, 3, 4}) > 1:
                return 2 * x
            raise LookupError('nothing to see')
        """),
    sees("command_line_of_the_judge", "no other process is to be seen", """\
        import os
        def double(x):
            return open(f'/proc/{os.getppid()}/cmdline').read() and 2 * x
        """, says="PermissionError"),
    sees("memory_of_the_judge", "nor its memory", """\
        import os
        def double(x):
            return open(f'/proc/{os.getppid()}/mem', 'rb').read(1) and 2 * x
        """, says="PermissionError"),
    sees("memory_of_the_host", "nor the host's", """\
        def double(x):
            return open(f'/proc/{HOST}/mem', 'rb').read(1) and 2 * x
        """, says="PermissionError"),
    sees("reads_another_process", "nor by the call for it", """\
        import ctypes, os
        def double(x):
            room = ctypes.create_string_buffer(8)
            part = (ctypes.c_size_t * 2)(ctypes.addressof(room), 8)
            there = (ctypes.c_size_t * 2)(id(os), 8)
            libc = ctypes.CDLL(None)
            if libc.process_vm_readv(os.getppid(), part, 1, there, 1, 0) > 0:
                return 2 * x
            raise LookupError('nothing to see')
        """, layer="calls"),
    sees("processes", "no list of processes", """\
        import os
        def double(x):
            return [n for n in os.listdir('/proc') if n.isdigit()] and 2 * x
        """, says="PermissionError"),
    sees("what_it_was_sent", "a request holds no expected value", """\
        import sys
        def double(x):
            frame = sys._getframe()
            while frame:
                request = frame.f_locals.get('request')
                if isinstance(request, dict) and set(request) - {
                    'op', 'args', 'kwargs', 'handle', 'name'
                }:
                    return 2 * x
                frame = frame.f_back
            raise LookupError('nothing to see')
        """),
]  # fmt: skip
