"""Exceptions: what they are called, what they say, and where they were raised."""

from tests.judge.submissions import bad
from tutor.protocol import Outcome

RAISED, CRASHED, UNLOADED = Outcome.RAISED, Outcome.CRASHED, Outcome.NOT_IMPORTABLE

SUBMISSIONS = [
    bad(RAISED, "raises_inside", "an ordinary one", """\
        def double(x):
            return x.missing
        """, says="AttributeError"),
    bad(UNLOADED, "raises_on_import", "one while the file is loaded", """\
        import math
        math.sqrt(-1)
        """, says="at line 2"),
    bad(RAISED, "keyboard_interrupt", "one that is no Exception", """\
        def double(x):
            raise KeyboardInterrupt
        """, says="KeyboardInterrupt"),
    bad(RAISED, "generator_exit", "another", """\
        def double(x):
            raise GeneratorExit
        """, says="GeneratorExit"),
    bad(RAISED, "own_base_exception", "and one of the learner's", """\
        class Mine(BaseException):
            pass
        def double(x):
            raise Mine('here')
        """, says="Mine: here"),
    bad(RAISED, "group", "several at once", """\
        def double(x):
            raise ExceptionGroup('two', [ValueError(1), TypeError(2)])
        """, says="ExceptionGroup: two"),
    bad(RAISED, "raises_none", "nothing to raise", """\
        def double(x):
            raise None
        """, says="TypeError"),
    bad(RAISED, "chain_in_itself", "one that is its own cause", """\
        def double(x):
            error = ValueError('round')
            error.__cause__ = error.__context__ = error
            raise error
        """, says="ValueError: round"),
    bad(RAISED, "long_traceback", "a thousand lines deep", """\
        def double(x, depth=900):
            return double(x, depth - 1) if depth else 1 / 0
        """, says="ZeroDivisionError"),
    bad(RAISED, "message_raises", "one whose text raises", """\
        class Mute(Exception):
            def __str__(self):
                raise Mute
        def double(x):
            raise Mute
        """, says="cannot be shown"),
    bad(RAISED, "message_is_no_text", "one whose text is none", """\
        class Number(Exception):
            def __str__(self):
                return 5
        def double(x):
            raise Number
        """, says="cannot be shown"),
    bad(RAISED, "message_exits", "one whose text leaves", """\
        import sys
        class Leaving(Exception):
            def __str__(self):
                sys.exit(0)
        def double(x):
            raise Leaving
        """, says="cannot be shown"),
    bad(RAISED, "message_with_half_a_character", "one whose text is half a character", """\
        def double(x):
            raise ValueError('\\ud800')
        """, says="ValueError",
        ),
    bad(UNLOADED, "half_a_character_on_import", "such as a file's name that is not UTF-8", """\
        import os
        raise FileNotFoundError(os.fsdecode(b'caf\\xe9.csv'))
        """, ),
    bad(RAISED, "coloured_name", "one with a name in colour", """\
        def double(x):
            raise type('\\x1b[31mRed\\u202e', (Exception,), {})('x')
        """, says="Red: x"),
    bad(RAISED, "name_of_another", "one with the name of an exception of the judge's", """\
        class Closed(Exception):
            pass
        def double(x):
            raise Closed('x')
        """, says="Closed: x"),
    bad(RAISED, "exception_of_the_line", "the line's own exceptions end nothing", """\
        from tutor.wire.frames import Closed
        def double(x):
            raise Closed('x')
        """, says="Closed: x"),
    bad(RAISED, "lying_bases", "one that denies where it comes from", """\
        class Meta(type):
            @property
            def __mro__(cls):
                raise RuntimeError
        class Lost(Exception, metaclass=Meta):
            pass
        def double(x):
            raise Lost('here')
        """, says="Lost: here",
        ),
    bad(RAISED, "syntax_error_far_away", "a SyntaxError that lies about its line", """\
        def double(x):
            error = SyntaxError('far away')
            error.filename, error.lineno = 'double.py', 1 << 70
            raise error
        """, says="far away"),
    bad(RAISED, "syntax_error_of_no_line", "one whose line is no number", """\
        def double(x):
            error = SyntaxError('nowhere')
            error.filename, error.lineno = 'double.py', 'seven'
            raise error
        """, says="nowhere",
        ),
    bad(UNLOADED, "syntax_error_of_no_text", "one whose text is none", """\
        error = SyntaxError()
        error.msg = None
        raise error
        """),
    bad(RAISED, "poisons_the_lines", "quoted lines may be missing", """\
        import linecache
        linecache.cache.clear()
        linecache.getline = lambda *a: 1 / 0
        def double(x):
            return 1 / 0
        """, says="ZeroDivisionError",
        ),
    bad(RAISED, "poisons_the_cache_of_lines", "or be no text", """\
        import linecache
        linecache.cache['double.py'] = (1, None, [5, 6, 7, 8], 'double.py')
        def double(x):
            return 1 / 0
        """, says="ZeroDivisionError",
        ),
    bad(RAISED, "not_written", "a starter that was not touched", """\
        def double(x):
            raise NotImplementedError
        """, says="Not written yet"),
    bad(RAISED, "says_it_is_memory", "words about memory in an exception of another kind", """\
        def double(x):
            raise ValueError('the story of a man out of memory cards')
        """, says="ValueError",
        ),
]  # fmt: skip
