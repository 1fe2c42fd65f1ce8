"""From Markdown to blocks: CommonMark with tables, ``$maths$``, callouts and live fences.

Fences with a meaning of their own: ``run`` (followed by ``output``), ``figure Caption``,
``predict``, ``quiz``, ``math``. A callout is a quote that starts ``[!kind name] Title``.
A line ``::: exercise name`` or ``::: demo name`` places an exercise or demo.
"""

import re
from functools import lru_cache
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin

from tutor.course.blocks import (
    Block,
    Callout,
    Code,
    Display,
    Figure,
    Footnotes,
    Heading,
    Inline,
    Inlines,
    Items,
    Paragraph,
    Placed,
    Rule,
    Runnable,
    Table,
    plain,
    superscript,
)
from tutor.course.load import DIRECTIVE, HEAD
from tutor.course.questions import parse_question
from tutor.errors import CourseError

CALLOUT = re.compile(r"\[!(\w+)(?: ([\w-]+))?\] *(.*)")


@lru_cache(maxsize=1)
def markdown() -> MarkdownIt:
    return (
        MarkdownIt("commonmark")
        .enable("table")
        .use(dollarmath_plugin, double_inline=True)
        .use(footnote_plugin)
    )


def parse_page(path: Path) -> tuple[Block, ...]:
    """Return the blocks of a lesson or task file, without its front matter."""
    text = path.read_text(encoding="utf-8")
    head = HEAD.match(text)
    skipped = head[0].count("\n") if head else 0
    return parse(text[head.end() :] if head else text, str(path), skipped)


def parse(text: str, origin: str = "text", first_line: int = 0) -> tuple[Block, ...]:
    """Return the blocks of a Markdown text.

    Args:
        text: Markdown.
        origin: where it is from, for error messages.
        first_line: lines before `text` in its file.

    Raises:
        CourseError: something is not of the agreed form; names origin and line.
    """
    return tuple(Parser(markdown().parse(text), origin, first_line).blocks())


class Parser:
    """Walks markdown-it's flat list of tokens."""

    def __init__(self, tokens: list[Token], origin: str, first_line: int) -> None:
        self.tokens = [t for t in tokens if t.type != "footnote_anchor"]
        self.at = 0
        self.origin = origin
        self.first_line = first_line

    def blocks(self, until: str = "") -> list[Block]:
        """Return the blocks up to the token type `until`, which is passed over."""
        found: list[Block] = []
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token.type == until:
                break
            if token.type == "fence" and token.info.strip() == "output":
                found.append(self.with_output(token, found))
            elif (block := self.block(token)) is not None:
                found.append(block)
        return found

    def block(self, token: Token) -> Block | None:
        match token.type:
            case "heading_open":
                content = self.inline()
                return Heading(int(token.tag[1]), content, anchor_of(plain(content)))
            case "paragraph_open":
                return self.paragraph()
            case "math_block" | "math_block_label":
                return Display(token.content.strip())
            case "fence" | "code_block":
                return self.fence(token)
            case "bullet_list_open" | "ordered_list_open":
                return self.items(token)
            case "blockquote_open":
                return self.callout()
            case "table_open":
                return self.table()
            case "footnote_block_open":
                return self.footnotes()
            case "hr":
                return Rule()
        raise self.error(token, f"{token.type} is not part of the agreed Markdown")

    def error(self, token: Token, message: str) -> CourseError:
        line = (token.map[0] + 1 if token.map else 0) + self.first_line
        return CourseError(f"{self.origin}:{line}: {message}")

    def inline(self) -> Inlines:
        """Return the content of the block just opened, passing over its close."""
        token = self.tokens[self.at]
        self.at += 2
        return inlines(token.children or [])

    def paragraph(self) -> Block:
        token = self.tokens[self.at]
        if found := DIRECTIVE.fullmatch(token.content):
            self.at += 2
            return Placed(found[1], found[2])
        if DIRECTIVE.search(token.content):
            raise self.error(token, "a `:::` line needs a blank line before and after it")
        if any(child.type == "image" for child in token.children or []):
            raise self.error(token, "images cannot be shown; a `figure` fence draws one")
        content = self.inline()
        if len(content) == 1 and content[0].kind == "display":
            return Display(content[0].text)
        return Paragraph(content)

    def fence(self, token: Token) -> Block:
        language, _, rest = token.info.strip().partition(" ")
        if language in ("predict", "quiz"):
            try:
                return parse_question(language, token.content, parse, parse_inline)
            except (ValueError, CourseError) as error:
                raise self.error(token, f"in this {language}: {error}") from error
        if language == "run":
            return Runnable(token.content, "")
        if language == "figure":
            return Figure(rest, token.content)
        if language == "math":
            return Display(token.content.strip())
        return Code(language, token.content)

    def with_output(self, token: Token, found: list[Block]) -> Block:
        if not found or not isinstance(found[-1], Runnable):
            raise self.error(token, "an `output` fence must follow a `run` fence")
        return Runnable(found.pop().text, token.content)  # type: ignore[union-attr]

    def items(self, token: Token) -> Block:
        kind = token.type.removesuffix("_open")
        items = []
        while self.tokens[self.at].type != f"{kind}_close":
            self.at += 1
            items.append(tuple(self.blocks("list_item_close")))
        self.at += 1
        return Items(kind == "ordered_list", tuple(items))

    def callout(self) -> Block:
        blocks = self.blocks("blockquote_close")
        if blocks and isinstance(blocks[0], Paragraph) and blocks[0].content:
            first, rest = first_line(blocks[0].content)
            if found := CALLOUT.fullmatch(plain(first)):
                body = [Paragraph(rest)] if rest else []
                kind, name, title = found[1], found[2] or "", found[3]
                return Callout(kind, name, title, (*body, *blocks[1:]))
        return Callout("note", "", "", tuple(blocks))

    def footnotes(self) -> Block:
        notes = []
        while self.tokens[self.at].type == "footnote_open":
            self.at += 1
            notes.append(tuple(self.blocks("footnote_close")))
        self.at += 1
        return Footnotes(tuple(notes))

    def table(self) -> Block:
        rows: list[tuple[Inlines, ...]] = []
        aligned: tuple[str, ...] = ()
        cells: list[Inlines] = []
        sides: list[str] = []
        while (token := self.tokens[self.at]).type != "table_close":
            self.at += 1
            if token.type in ("th_open", "td_open"):
                sides.append(str(token.attrs.get("style", "")).partition(":")[2] or "left")
                cells.append(self.inline())
            elif token.type == "tr_close":
                rows.append(tuple(cells))
                aligned = aligned or tuple(sides)
                cells = []
        self.at += 1
        return Table(rows[0], tuple(rows[1:]), aligned)


def first_line(content: Inlines) -> tuple[Inlines, Inlines]:
    """Return running text up to its first break, and what follows that."""
    for index, part in enumerate(content):
        if part.kind == "break":
            return content[:index], content[index + 1 :]
    return content, ()


def parse_inline(text: str) -> Inlines:
    """Return one line of Markdown as running text."""
    token = markdown().parseInline(text)[0]
    return inlines(token.children or [])


KINDS = {"strong_open": "strong", "em_open": "emphasis", "link_open": "link"}


def inlines(tokens: list[Token]) -> Inlines:
    """Return markdown-it's inline tokens as running text; soft breaks become blanks."""
    found: list[Inline] = []
    stack: list[tuple[str, str]] = [("text", "")]
    for token in tokens:
        if token.type in KINDS:
            stack.append((KINDS[token.type], str(token.attrs.get("href", ""))))
        elif token.type.endswith("_close"):
            stack.pop()
        elif token.type == "text" and token.content:
            found.append(Inline(stack[-1][0], token.content, stack[-1][1]))
        elif token.type == "code_inline":
            found.append(Inline("code", token.content, stack[-1][1]))
        elif token.type == "math_inline":
            found.append(Inline("math", token.content))
        elif token.type == "math_inline_double":
            found.append(Inline("display", token.content.strip()))
        elif token.type == "footnote_ref":
            number = int(token.meta["id"]) + 1
            found.append(Inline("note", superscript(number), f"note:{number}"))
        elif token.type in ("softbreak", "hardbreak"):
            found.append(Inline("break", "\n" if token.type == "hardbreak" else " "))
    return tuple(found)


def anchor_of(title: str) -> str:
    """Return the anchor by which a heading is linked: lower case, words joined by ``-``."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
