"""A cursor over the tokens of one formula, and the errors every reader of it raises."""

from tutor.viz.maths.errors import MathError
from tutor.viz.maths.lexer import Token, tokenize

_ESCAPES = {
    "\\_": "_", "\\%": "%", "\\&": "&", "\\#": "#", "\\$": "$", "\\{": "{",
    "\\}": "}", "\\,": " ", "\\;": " ", "\\:": " ", "\\ ": " ",
}  # fmt: skip


class Reader:
    """Hands out tokens from left to right."""

    def __init__(self, source: str) -> None:
        self._tokens = tokenize(source)
        self._index = 0

    @property
    def next(self) -> Token:
        """The token that `take` will return."""
        return self._tokens[self._index]

    @property
    def after(self) -> Token:
        """The token after `next`."""
        return self._tokens[min(self._index + 1, len(self._tokens) - 1)]

    def take(self) -> Token:
        """Return the next token and step over it; the end mark is never passed."""
        token = self.next
        if token.text:
            self._index += 1
        return token

    def accept(self, text: str) -> bool:
        """Step over the next token if it is `text`; return whether it was."""
        found = self.next.text == text
        if found:
            self._index += 1
        return found

    def expect(self, text: str, opener: Token) -> None:
        """Step over `text`, which `opener` calls for.

        Raises:
            MathError: Something else comes next.
        """
        if not self.accept(text):
            problem = f"{opener.text} needs {text} but {_name(self.next)} stands"
            advice = f"add {text}, or remove {opener.text}"
            raise MathError(problem, self.next.text, self.next.position, advice)

    def raw(self, owner: Token) -> str:
        """Return the text between braces as it stands, white space collapsed.

        Raises:
            MathError: No braces follow, or the text holds maths.
        """
        self.expect("{", owner)
        text, end = "", self._tokens[self._index - 1].end
        while self.next.text != "}":
            token = self.take()
            text += " " * (token.position > end) + _plain(token, owner)
            end = token.end
        text += " " * (self.next.position > end)
        self.take()
        return text

    def unexpected(self, token: Token, advice: str) -> MathError:
        """Return the error for a token that cannot stand where it stands."""
        problem = f"unexpected {_name(token)}"
        return MathError(problem, token.text, token.position, advice)


def _name(token: Token) -> str:
    return token.text or "the end of the formula"


def _plain(token: Token, owner: Token) -> str:
    """Return the character a token of running text stands for."""
    if token.text in _ESCAPES:
        return _ESCAPES[token.text]
    plain = token.text not in "{\\$^_&~%#" and token.text.isprintable()
    if plain and len(token.text) == 1:
        return token.text
    problem = f"{_name(token)} inside {owner.text}"
    advice = f"keep only plain text in {owner.text} and close it with }}"
    raise MathError(problem, token.text, token.position, advice)
