"""The file itself: what Python takes, and what it refuses."""

from tests.judge.submissions import RIGHT, bad, odd
from tutor.protocol import Outcome

UNLOADED, CRASHED, RAISED = Outcome.NOT_IMPORTABLE, Outcome.CRASHED, Outcome.RAISED

SUBMISSIONS = [
    bad(UNLOADED, "empty_file", "nothing", "", says="does not define double"),
    bad(UNLOADED, "only_a_comment", "nothing said", "# later\n", says="does not define"),
    bad(UNLOADED, "wrong_name", "another name", "def doubled(x):\n    return 2 * x\n",
        says="does not define double"),
    bad(UNLOADED, "syntax_error", "an open bracket", "def double(x):\n    return (2 * x\n",
        says="not valid Python at line 2"),
    bad(UNLOADED, "missing_package", "a package that is not there",
        "import no_such_package\n", says="no_such_package"),
    bad(UNLOADED, "null_byte", "a null byte", "x = 1\0\n" + RIGHT, says="null bytes"),
    bad(UNLOADED, "tabs_and_blanks", "tabs among blanks",
        "def double(x):\n        y = x\n\treturn 2 * y\n", says="not valid Python"),
    bad(UNLOADED, "full_width", "a character that looks like another",
        "def double(x):\n    return 2 × x\n", says="at line 2"),
    bad(UNLOADED, "turned_round", "a direction mark outside of text",
        "def double(x):\n    return 2 * x \u202e\n", says="at line 2"),
    bad(UNLOADED, "braces", "a future that never comes", "from __future__ import braces\n",
        says="not a chance"),
    bad(UNLOADED, "many_brackets", "brackets without end",
        "x = " + "(" * 50_000 + ")" * 50_000 + "\n" + RIGHT, says="nested"),
    bad(UNLOADED, "many_signs", "signs without end", "x = " + "-" * 100_000 + "1\n" + RIGHT),
    bad(UNLOADED, "many_blocks", "blocks without end",
        "".join(" " * n + "if 1:\n" for n in range(200)), says="not valid Python"),
    bad(UNLOADED, "own_syntax_error", "a SyntaxError that the file raises itself",
        "raise SyntaxError('mine\\x1b[2J', ('double.py', 10**6, -5, 'x', -1, 9**99))\n"),
    bad(Outcome.PASSED, "form_feed", "a form feed between the parts", "\x0c\n" + RIGHT),
    odd("windows_lines", "lines that end the Windows way", RIGHT.replace("\n", "\r\n")),
    odd("old_lines", "lines that end the oldest way", RIGHT.replace("\n", "\r")),
    odd("no_last_newline", "no newline at the end", RIGHT.rstrip()),
    odd("tabs", "tabs alone", RIGHT.replace("    ", "\t")),
    odd("declared_encoding", "a declared encoding, which does not count any more",
        "# -*- coding: latin-1 -*-\nname = 'é'\n" + RIGHT),
    odd("unknown_encoding", "not even an unknown one", "# coding: no-such\n" + RIGHT),
    odd("letters_of_all_kinds", "names and text in other scripts",
        "π, 名前 = 3, 'שלום 🎉'\n" + RIGHT),
    odd("long_line", "a line of a megabyte", "x = '" + "a" * 1_000_000 + "'\n" + RIGHT),
    odd("two_megabytes", "a file of two megabytes", "# " + "a" * 2_000_000 + "\n" + RIGHT),
    odd("a_megabyte_of_accents", "a file that grows when it is sent",
        "# " + "é" * 1_000_000 + "\n" + RIGHT,
        ),
    odd("future_annotations", "annotations that stay text",
        "from __future__ import annotations\n"
        "def double(x: Nothing) -> NoSuch:\n    return 2 * x\n"),
    odd("dataclass", "a dataclass", "from dataclasses import dataclass\n"
        "@dataclass\nclass Point:\n    x: float = 0.0\n" + RIGHT),
    odd("dataclass_of_the_future", "a dataclass whose annotations stay text",
        "from __future__ import annotations\nfrom dataclasses import dataclass\n"
        "@dataclass\nclass Point:\n    x: float = 0.0\n" + RIGHT,
        ),
    odd("named_tuples", "types made by call", "import enum, typing\n"
        "Point = typing.NamedTuple('Point', [('x', float)])\n"
        "Colour = enum.Enum('Colour', 'red green')\n" + RIGHT),
    odd("says_its_name", "the guard of a script", RIGHT + "\nif __name__ == '__main__':\n"
        "    raise SystemExit('run as a script')\n"),
    odd("stars", "a star import", "from math import *\nfrom numpy import *\n" + RIGHT),
    odd("lambda", "a lambda", "double = lambda x: 2 * x\n"),
    odd("callable_object", "an object that can be called",
        "class Double:\n    def __call__(self, x):\n        return 2 * x\ndouble = Double()\n"),
    odd("found_when_asked_for", "a name that is made when it is asked for",
        "def __getattr__(name):\n    return lambda x: 2 * x\n"),
    bad(RAISED, "no_function", "a number for a function", "double = 6.0\n",
        says="not callable"),
]  # fmt: skip
