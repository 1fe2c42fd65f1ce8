"""Choosing among the answers of a question by digits."""

from tutor.course.blocks import Question


class Picking:
    """What has been chosen so far for one question."""

    def __init__(self) -> None:
        self.picked: list[int] = []
        self.ordered = False

    def press(self, question: Question, character: str) -> str | None:
        """Take a key.

        Returns:
            None when the key chooses nothing; the answer when it is complete; else an
            empty text.
        """
        if not character.isdigit() or not 0 < int(character) <= len(question.choices):
            return None
        index = int(character) - 1
        if question.form == "choice":
            return str(index)
        self.ordered = question.form == "order"
        if index in self.picked:
            self.picked.remove(index)
        else:
            self.picked.append(index)
        return self.answer() if self.ordered and self.is_full(question) else ""

    def is_full(self, question: Question) -> bool:
        return len(self.picked) == len(question.choices)

    def answer(self) -> str:
        """Return the choice as the store keeps it."""
        chosen = self.picked if self.ordered else sorted(self.picked)
        return ",".join(map(str, chosen))

    def said(self) -> str:
        """Return the choice in words."""
        chosen = ", ".join(str(i + 1) for i in self.picked) or "nothing"
        return f"chosen: {chosen}   Enter answers"
