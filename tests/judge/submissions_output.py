"""What is printed: clean, cut, and never more than allowed."""

from tests.judge.submissions import bad, odd
from tutor.protocol import Outcome

RAISED, FLOOD, LATE = Outcome.RAISED, Outcome.OUTPUT_FLOOD, Outcome.TIMED_OUT

SUBMISSIONS = [
    bad(FLOOD, "floods_output", "printing without end is ended", """\
        def double(x):
            while True:
                print('x' * 1000)
        """, says="KiB were printed"),
    bad(FLOOD, "floods_errors", "so it is on standard error", """\
        import sys
        def double(x):
            while True:
                sys.stderr.write('x' * 1000)
        """, says="KiB were printed"),
    bad(FLOOD, "floods_by_descriptor", "and past Python's streams", """\
        import os
        def double(x):
            while True:
                os.write(2, b'x' * 4096)
        """),
    bad(FLOOD, "floods_on_import", "and while the file is loaded", """\
        while True:
            print('x' * 1000)
        """),
    bad(FLOOD, "floods_from_a_thread", "and from a thread", """\
        import threading, time
        def flood():
            while True:
                print('x' * 1000)
        def double(x):
            threading.Thread(target=flood, daemon=True).start()
            time.sleep(60)
        """),
    bad(FLOOD, "floods_a_widened_pipe", "a larger pipe does not hold more than is allowed", """\
        import fcntl, os
        fcntl.fcntl(1, 1031, 1 << 20)
        def double(x):
            while True:
                os.write(1, b'x' * 65536)
        """),
    odd("prints_controls", "escape sequences, bells and reversed text are not shown", """\
        import os
        def double(x):
            print('\\x1b[2J\\x1b]0;title\\x07\\x9b31m\\x08\\x08\\u202egnp\\r')
            os.write(1, b'\\xff\\xfe\\x00\\x1b[')
            return 2 * x
        """),
    odd("prints_a_letter_mark", "the Arabic letter mark turns text round as well", """\
        def double(x):
            print('a\\u061cb')
            return 2 * x
        """, ),
    odd("prints_markup", "markup of any screen is text", """\
        def double(x):
            print('[bold red]no[/] [@click=app.quit]x[/] <b>')
            return 2 * x
        """),
    odd("prints_much", "output under the limit is cut, not punished", """\
        def double(x):
            print('x' * 20_000)
            return 2 * x
        """),
    odd("prints_one_endless_line", "bytes without a newline are taken as they come", """\
        import sys
        def double(x):
            sys.stdout.write('x' * 30_000)
            return 2 * x
        """),
    odd("closes_its_output", "who closes the output only loses it", """\
        import os
        os.close(1)
        os.close(2)
        def double(x):
            return 2 * x
        """),
    odd("has_no_streams", "streams may be taken away", """\
        import sys
        sys.stdout = sys.stderr = sys.stdin = None
        def double(x):
            return 2 * x
        """),
    odd("hostile_stream", "a stream that cannot be flushed is passed over", """\
        import sys
        class Stream:
            def flush(self):
                raise SystemExit
            def write(self, text):
                raise KeyboardInterrupt
        sys.stdout = Stream()
        def double(x):
            return 2 * x
        """),
    bad(LATE, "stream_that_hangs", "one that does not come back is ended", """\
        import sys, time
        class Stream:
            def flush(self):
                time.sleep(60)
        sys.stdout = Stream()
        def double(x):
            return 2 * x
        """),
    bad(RAISED, "coloured_message", "an exception's text cannot colour the screen", """\
        def double(x):
            raise ValueError('\\x1b[31mred\\x1b[0m\\u202e\\x07\\x9b')
        """, says="ValueError: red"),
    bad(RAISED, "long_message", "an exception's text is cut", """\
        def double(x):
            raise ValueError('x' * 10_000_000)
        """, says="ValueError: xxx"),
    bad(LATE, "coloured_line", "the line that was running is shown clean", """\
        def double(x):
            while True: pass  # \x1b[31mred \u202e
        """, ),
    bad(RAISED, "reads_the_keyboard", "there is no keyboard", """\
        def double(x):
            return input()
        """, says="EOFError"),
    bad(RAISED, "reads_the_terminal", "nor a terminal", """\
        def double(x):
            return open('/dev/tty').read()
        """),
    odd("tracks_text_with_controls", "tracked text comes clean or not at all", """\
        from tutor import track
        track.text('sample\\x1b[2J', '\\x1b[31mred')
        def double(x):
            return 2 * x
        """, track=True, ),
    odd("tracks_half_a_character", "half a character in a record is no reason to stop", """\
        from tutor import track
        track.text('sample', '\\ud83d')
        def double(x):
            return 2 * x
        """, track=True, ),
    odd("tracks_no_kind", "a record without a kind is left out", """\
        from tutor import track
        track.state.target.ring.put_rich({'x': 1})
        def double(x):
            return 2 * x
        """, track=True, ),
    odd("scribbles_on_the_ring", "garbage among what is tracked is left out", """\
        import os
        from tutor import track
        ring = track.state.target.ring
        ring.memory[64:] = os.urandom(len(ring.memory) - 64)
        ring.set_word(1, 0)
        ring.set_word(0, 1 << 20)
        def double(x):
            return 2 * x
        """, track=True),
    odd("turns_the_ring_back", "positions near the end of the count do no harm", """\
        from tutor import track
        ring = track.state.target.ring
        ring.set_word(1, (1 << 64) - 100)
        ring.set_word(0, (1 << 64) - 1)
        ring.set_word(2, (1 << 64) - 1)
        def double(x):
            return 2 * x
        """, track=True),
]  # fmt: skip
