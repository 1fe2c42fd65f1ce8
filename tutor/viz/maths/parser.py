r"""Tokens to nodes: letters, groups and scripts.

Stricter than TeX where TeX would guess: an unknown command, a script without a base or
a ragged matrix raises `MathError`. Commands with a structure of their own are read by
`structures`.
"""

from string import ascii_letters, digits
from typing import NamedTuple

from tutor.viz.maths import symbols
from tutor.viz.maths.alphabets import ALPHABETS
from tutor.viz.maths.lexer import Token
from tutor.viz.maths.nodes import (
    Accent,
    BigSign,
    Brace,
    Group,
    Name,
    Node,
    Number,
    Scripts,
    Space,
    Symbol,
    Text,
)
from tutor.viz.maths.reader import Reader
from tutor.viz.maths.structures import STRUCTURES, unknown

_DEEPEST = 40
"""Levels of nesting; far beyond any readable formula, far within Python's stack."""

_STRAY = {
    "&": r"put columns inside \begin{aligned} … \end{aligned} or a matrix",
    "\\\\": r"put several lines inside \begin{aligned} … \end{aligned}",
    "}": "remove it, or open the group with {",
    "\\right": r"open the pair with \left",
    "\\end": r"open the environment with \begin",
    "^": "write its base first, {} for none",
    "_": "write its base first, {} for none",
    "'": "write its base first",
    "%": r"comments are not supported; write \% for the sign",
    "$": r"leave the dollar signs out of the formula; write \$ for the sign",
}
_STOPS = frozenset({"", "}", "&", "\\\\", "\\right", "\\end"})


class Face(NamedTuple):
    """How letters are dressed inside the group being read."""

    bold: bool = False
    roman: bool = False
    alphabet: str = ""
    """A key of `ALPHABETS`, or empty."""


class Parser(Reader):
    """Reads one formula."""

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self.face = Face()
        self._depth = 0

    def formula(self) -> Group:
        """Return the whole source as a tree.

        Raises:
            MathError: The source is not a formula of the subset.
        """
        body = self.sequence()
        if self.next.text:
            raise self.unexpected(self.next, _STRAY[self.next.text])
        return body

    def sequence(self, stop: str = "") -> Group:
        """Return the nodes up to a closing token or `stop`, which is left unread."""
        items: list[Node] = []
        while self.next.text not in _STOPS and self.next.text != stop:
            items.append(self._item())
        return Group(tuple(items))

    def argument(self, owner: Token) -> Node:
        """Return what `owner` applies to: a group, or else a single token."""
        if self.next.text in _STOPS or self.next.text in "^_'":
            advice = f"write what {owner.text} applies to in braces"
            raise self.unexpected(self.next, advice)
        opener = self.next
        node = self._atom()
        if node == Group():
            advice = f"fill the braces after {owner.text}, or remove both"
            raise self.unexpected(opener._replace(text="{}"), advice)
        return node

    def dressed_argument(self, owner: Token, face: Face) -> Node:
        """Return the argument of `owner` with its letters in `face`."""
        outer, self.face = self.face, face
        node = self.argument(owner)
        self.face = outer
        return node

    def _item(self) -> Node:
        return self._scripted(self._run() or self._atom())

    def _run(self) -> Node | None:
        """Return a number, or a word in roman type, if one comes next."""
        first = self.next.text
        if first and first in digits and not self.face.alphabet:
            return Number(self._collect(digits), self.face.bold)
        if first and first in ascii_letters and self.face.roman:
            word = self._collect(ascii_letters + digits)
            return Text(word) if len(word) > 1 else _letter(word)
        return None

    def _collect(self, alphabet: str) -> str:
        text = self.take().text
        while self.next.text and (self.next.text in alphabet or self._at_point(text)):
            text += self.take().text
        return text

    def _at_point(self, text: str) -> bool:
        """Tell whether a decimal point comes next, not the end of a sentence."""
        point = self.next.text == "." and "." not in text and text.isdigit()
        return point and self.after.text.isdigit()

    def _atom(self) -> Node:
        token = self.take()
        self._depth += 1
        if self._depth > _DEEPEST:
            raise self.unexpected(token, f"nest at most {_DEEPEST} levels")
        node = self._group(token) if token.text == "{" else self._single(token)
        self._depth -= 1
        return node

    def _group(self, opener: Token) -> Node:
        body = self.sequence()
        self.expect("}", opener)
        return unwrapped(body)

    def _single(self, token: Token) -> Node:
        text = token.text
        if text in ascii_letters:
            return self._dressed(_letter(text), token)
        if text in digits and not self.face.alphabet:
            return Number(text, self.face.bold)
        if text in digits:
            return self._dressed(Symbol(text, "ord", text), token)
        if text in symbols.CHARACTERS:
            return self._dressed(symbols.CHARACTERS[text], token)
        if text.startswith("\\"):
            return self._command(token)
        advice = _STRAY.get(text, "write it with the supported characters and commands")
        raise self.unexpected(token, advice)

    def _dressed(self, symbol: Symbol, token: Token) -> Symbol:
        alphabet = self.face.alphabet
        if not (alphabet or self.face.bold):
            return symbol
        glyph, words = symbol.glyph, symbol.words
        if alphabet and glyph.isalnum():
            if glyph not in ALPHABETS[alphabet]:
                raise self.unexpected(token, f"{alphabet} has no such letter")
            glyph, words = ALPHABETS[alphabet][glyph], f"{alphabet} {words}"
        return Symbol(glyph, symbol.kind, words, self.face.bold)

    def _command(self, token: Token) -> Node:
        name = token.text
        if name in symbols.SYMBOLS:
            return self._dressed(symbols.SYMBOLS[name], token)
        if name in symbols.NAMES:
            return Name(symbols.NAMES[name])
        if name in symbols.LIMIT_NAMES:
            return Name(symbols.LIMIT_NAMES[name], limits=True)
        if name in symbols.BIG_SIGNS:
            return BigSign(*symbols.BIG_SIGNS[name])
        if name in symbols.SPACES:
            return Space(symbols.SPACES[name])
        if name[1:] in symbols.MARKS:
            return Accent(name[1:], self.argument(token))
        if name in STRUCTURES:
            return STRUCTURES[name](self, token)
        raise unknown(token)

    def _scripted(self, base: Node) -> Node:
        """Return `base` with the limits, primes and scripts that follow it."""
        limits = isinstance(base, BigSign) or (isinstance(base, Name) and base.limits)
        if self.next.text == "\\limits":
            limits = self._limits(base)
        primes = 0
        while self.accept("'"):
            primes += 1
        found: dict[str, Node] = {}
        while self.next.text in ("^", "_"):
            token = self.take()
            self._check_script(token, base, found)
            found[token.text] = self._script(token)
        if self.next.text == "'":
            raise self.unexpected(self.next, "write the prime before ^ and _")
        if isinstance(base, Brace) and found:
            return Brace(base.place, base.body, *found.values())
        if not primes and not found:
            return base
        return Scripts(base, found.get("_"), found.get("^"), primes, limits)

    def _script(self, owner: Token) -> Node:
        """Return a script; refuse x^10, of which TeX would raise only the 1."""
        first = self.next
        node = self.argument(owner)
        adjoins = self.next.position == first.end and self.next.text.isdigit()
        if adjoins and first.text.isdigit():
            advice = f"put the whole number in braces: {owner.text}{{…}}"
            raise self.unexpected(self.next, advice)
        return node

    def _limits(self, base: Node) -> bool:
        token = self.take()
        if isinstance(base, BigSign | Name):
            return True
        raise self.unexpected(token, "put it after an operator such as \\sum or \\max")

    def _check_script(self, token: Token, base: Node, found: dict[str, Node]) -> None:
        if token.text in found:
            advice = f"put both scripts into one: x{token.text}{{…}}"
            raise self.unexpected(token, advice)
        if isinstance(base, Space):
            raise self.unexpected(token, _STRAY[token.text])
        label = {"over": "^", "under": "_"}
        if isinstance(base, Brace) and token.text != label[base.place]:
            advice = f"label this brace with {label[base.place]}{{…}}"
            raise self.unexpected(token, advice)


def unwrapped(body: Group) -> Node:
    """Return the only node of a group, unless its braces have an effect."""
    if len(body.items) != 1:
        return body
    only = body.items[0]
    loud = isinstance(only, Symbol) and only.kind != "ord"
    return body if loud or isinstance(only, Space | Brace) else only


def _letter(letter: str) -> Symbol:
    return Symbol(letter, "ord", f"capital {letter}" if letter.isupper() else letter)
