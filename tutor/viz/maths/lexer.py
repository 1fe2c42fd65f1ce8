"""TeX source to tokens. Knows how commands are spelled, not which ones exist."""

import re
from typing import NamedTuple

TOKEN = re.compile(r"\\(?:[A-Za-z]+|.|$)|[^\s\\]", re.DOTALL)


class Token(NamedTuple):
    """A command with its backslash, a single character, or the empty end mark."""

    text: str
    position: int

    @property
    def end(self) -> int:
        """The position just after the token."""
        return self.position + len(self.text)


def tokenize(source: str) -> list[Token]:
    """Return the tokens of `source`, closed by one with empty text.

    White space separates tokens and is dropped; a backslash before white space
    is the explicit space and becomes one token, always spelled backslash-blank.
    """
    found = TOKEN.finditer(source)
    tokens = [Token(_spelled(match[0]), match.start()) for match in found]
    return [*tokens, Token("", len(source))]


def _spelled(text: str) -> str:
    return "\\ " if len(text) == 2 and text[1].isspace() else text
