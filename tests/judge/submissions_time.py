"""Time: every limit holds, whatever runs."""

from tests.judge.submissions import bad, odd
from tutor.protocol import Outcome

LATE, FAILED = Outcome.TIMED_OUT, Outcome.FAILED

SUBMISSIONS = [
    bad(LATE, "loops", "a loop in Python", """\
        def double(x):
            while True:
                pass
        """, says="It was at line"),
    bad(LATE, "loops_on_import", "a loop while the file is loaded", """\
        while True:
            pass
        """, says="It was at line"),
    bad(LATE, "loops_in_c", "a loop that never gives the interpreter back", """\
        def double(x):
            return sum(range(10 ** 12))
        """, says="It was at line 2"),
    bad(LATE, "matches_for_ever", "a regular expression without end", """\
        import re
        def double(x):
            return re.match('(a+)+b', 'a' * 60)
        """, says="It was at line 3"),
    bad(LATE, "sleeps", "sleeping is not working", """\
        import time
        def double(x):
            time.sleep(60)
        """, says="Still running after 1 seconds"),
    bad(LATE, "many_slow_calls", "each call in time, the check too long", """\
        import time
        def double(x):
            time.sleep(0.7)
            return 2 * x
        """, says="4 seconds", within=4.0,
        ),
    bad(LATE, "ignores_signals", "signals that are ignored", """\
        import signal
        for number in (1, 2, 10, 15):
            signal.signal(number, signal.SIG_IGN)
        def double(x):
            while True:
                pass
        """),
    bad(LATE, "blocks_signals", "signals that are blocked", """\
        import signal
        signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 32))
        def double(x):
            while True:
                pass
        """),
    bad(LATE, "stops_itself", "a stopped process is ended", """\
        import os, signal
        def double(x):
            os.kill(os.getpid(), signal.SIGSTOP)
        """),
    bad(LATE, "waits_for_itself", "a lock taken twice", """\
        import threading
        lock = threading.Lock()
        def double(x):
            lock.acquire()
            lock.acquire()
        """, says="It was at line 5"),
    bad(LATE, "catches_everything", "who catches all exceptions is ended all the same", """\
        def double(x):
            while True:
                try:
                    while True:
                        pass
                except BaseException:
                    pass
        """),
    bad(LATE, "loops_when_freed", "a finaliser without end stops the next call", """\
        class Forever:
            def __del__(self):
                while True:
                    pass
        def double(x):
            Forever()
            return 2 * x
        """),
    bad(LATE, "loops_when_looked_up", "a module whose names take for ever", """\
        def __getattr__(name):
            while True:
                pass
        """),
    bad(LATE, "slow_message", "an exception whose text takes for ever", """\
        class Slow(Exception):
            def __str__(self):
                while True:
                    pass
        def double(x):
            raise Slow
        """),
    bad(LATE, "catches_the_search", "a handler in place of the search for the line", """\
        import signal, sys
        signal.signal(signal.SIGUSR1, lambda *a: sys.exit(0))
        def double(x):
            while True:
                try:
                    sum(range(10 ** 4))
                except SystemExit:
                    pass
        """),
    bad(LATE, "forges_the_line", "a line number longer than any file", """\
        import os, signal
        signal.signal(signal.SIGUSR1, signal.SIG_IGN)
        os.write(4, b'File "double.py", line ' + b'9' * 5000 + b' in double\\n')
        while True:
            pass
        """, ),
    bad(LATE, "fills_the_trace", "the record of lines filled with garbage", """\
        import os
        os.write(4, os.urandom(1 << 16))
        def double(x):
            while True:
                pass
        """),
    bad(LATE, "clock_stands_still", "the judge has its own clock", """\
        import time
        time.monotonic = time.perf_counter = time.time = lambda: 0.0
        def double(x):
            while True:
                pass
        """),
    odd("clock_runs_backwards", "and a patched one harms nobody", """\
        import time
        time.monotonic = time.time = lambda: -1e9
        time.sleep = lambda seconds: None
        def double(x):
            return 2 * x
        """),
    odd("threads_go_on", "threads that still run are ended with the process", """\
        import threading, time
        for _ in range(8):
            threading.Thread(target=time.sleep, args=(99,)).start()
        def double(x):
            return 2 * x
        """),
    odd("thread_dies", "an exception in a thread is printed, no more", """\
        import threading
        thread = threading.Thread(target=lambda: 1 / 0)
        thread.start()
        thread.join()
        def double(x):
            return 2 * x
        """),
    odd("alarm_of_its_own", "a timer of the learner's is the learner's", """\
        import signal
        signal.signal(signal.SIGALRM, lambda *a: None)
        signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)
        def double(x):
            return 2 * x
        """),
    bad(LATE, "half_a_frame", "a frame that is never finished", """\
        import os, struct, time
        def double(x):
            os.write(3, struct.pack('>II', 1000, 0) + b'{')
            while True:
                time.sleep(0.05)
        """),
    bad(LATE, "drips", "a frame that comes byte by byte", """\
        import os, struct, time
        def double(x):
            os.write(3, struct.pack('>II', 100_000, 0))
            while True:
                time.sleep(0.01)
                os.write(3, b' ')
        """),
    bad(Outcome.CRASHED, "colliding_keys", "no reply takes longer to read than to send",
        """\
        import json, os, struct
        prime = (1 << 61) - 1
        pairs = [[['i', hex(k * prime)], 0] for k in range(10_000)]
        text = json.dumps({'ok': ['d', pairs]}).encode()
        os.set_blocking(3, True)
        def double(x):
            data = struct.pack('>II', len(text), 0) + text
            while data:
                data = data[os.write(3, data):]
            while True:
                pass
        """, ),
]  # fmt: skip
