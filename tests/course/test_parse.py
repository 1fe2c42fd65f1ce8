"""Every kind of block is read as what it is, and what is wrong is told with its line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.course.blocks import (
    Callout,
    Code,
    Display,
    Figure,
    Heading,
    Inline,
    Items,
    Paragraph,
    Placed,
    Question,
    Rule,
    Runnable,
    Table,
    plain,
)
from tutor.course.parse import anchor_of, parse, parse_inline, parse_page
from tutor.errors import CourseError


def text(words):
    return (Inline("text", words),)


def says(words):
    return Paragraph(text(words))


def error(source, *rest):
    """Return what is said about a text that cannot be read."""
    with pytest.raises(CourseError) as found:
        parse(source, "page.md", *rest)
    return str(found.value)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("## Two words", Heading(2, text("Two words"), "two-words")),
        ("One\nline", Paragraph((*text("One"), Inline("break", " "), *text("line")))),
        ("$$\nx^2\n$$", Display("x^2")),
        ("$$x^2$$", Display("x^2")),
        ("$$\nx^2\n$$ (label)", Display("x^2")),
        ("```math\nx^2\n```", Display("x^2")),
        ("```python\nx = 1\n```", Code("python", "x = 1\n")),
        ("```\nx = 1\n```", Code("", "x = 1\n")),
        ("    x = 1", Code("", "x = 1\n")),
        ("```run\nprint(1)\n```", Runnable("print(1)\n", "")),
        ("```run\nprint(1)\n```\n```output\n1\n```", Runnable("print(1)\n", "1\n")),
        ("```run\nprint(1)\n```\n\n```output\n1\n```", Runnable("print(1)\n", "1\n")),
        ("```figure A line.\nx = 1\n```", Figure("A line.", "x = 1\n")),
        ("```figure\nx = 1\n```", Figure("", "x = 1\n")),
        ("- a\n- b", Items(False, ((says("a"),), (says("b"),)))),
        ("3. a\n\n   b", Items(True, ((says("a"), says("b")),))),
        ("- a\n  1. b", Items(False, ((says("a"), Items(True, ((says("b"),),))),))),
        ("::: exercise two_words", Placed("exercise", "two_words")),
        ("::: demo knobs  ", Placed("demo", "knobs")),
        ("---", Rule()),
    ],
)  # fmt: skip
def test_block(source, expected):
    """Each form of Markdown is its own kind of block."""
    assert parse(source) == (expected,)


def test_table():
    """A table has its header apart, and a side for each column."""
    source = "| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | $x$ | `c` | |"
    row = (text("1"), (Inline("math", "x"),), (Inline("code", "c"),), ())
    aligned = ("left", "left", "center", "right")
    header = tuple(text(c) for c in "abcd")
    assert parse(source) == (Table(header, (row,), aligned),)


def test_table_without_rows():
    """A table may be a header alone."""
    assert parse("| a |\n|---|") == (Table((text("a"),), (), ("left",)),)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("> [!note] Title\n> body", Callout("note", "", "Title", (says("body"),))),
        ("> [!recap]\n> body", Callout("recap", "", "", (says("body"),))),
        (
            "> [!misconception wrong-sign_2] Title\n> body\n>\n> more",
            Callout("misconception", "wrong-sign_2", "Title", (says("body"), says("more"))),
        ),
        ("> [!warning] Title", Callout("warning", "", "Title", ())),
        ("> [!note] Title\n>\n> body", Callout("note", "", "Title", (says("body"),))),
        ("> body", Callout("note", "", "", (says("body"),))),
        (">", Callout("note", "", "", ())),
        ("> ---", Callout("note", "", "", (Rule(),))),
        ("> [!note] T\n> - a", Callout("note", "", "T", (Items(False, ((says("a"),),)),))),
    ],
)
def test_callout(source, expected):
    """A quote is a callout of the kind, name and title that its first line says."""
    assert parse(source) == (expected,)


def test_a_title_may_have_markup():
    """All of a callout's first line is its title."""
    (callout,) = parse("> [!note] The **two** signs\n> body")
    assert callout.blocks == (says("body"),)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a **b** c", (*text("a "), Inline("strong", "b"), *text(" c"))),
        ("*b*", (Inline("emphasis", "b"),)),
        ("`x < y`", (Inline("code", "x < y"),)),
        ("$x_1$", (Inline("math", "x_1"),)),
        ("a $$ x $$", (*text("a "), Inline("display", "x"))),
        ("[b](ann/first#top)", (Inline("link", "b", "ann/first#top"),)),
        ("[`b`](u)", (Inline("code", "b", "u"),)),
        ("a\\\nb", (*text("a"), Inline("break", "\n"), *text("b"))),
        ("**a *b* c**", (
            Inline("strong", "a "), Inline("emphasis", "b"), Inline("strong", " c"))),
        ("", ()),
    ],
)  # fmt: skip
def test_running_text(source, expected):
    """Markup, code, maths, links and breaks are told apart."""
    assert parse_inline(source) == expected


def test_plain_text_has_no_markup():
    """Text without markup keeps words and signs, and a break is a blank."""
    assert plain(parse_inline("a **b**\\\n`c` $d$ &amp; \\*")) == "a b c d & *"


def test_an_image_is_not_passed_over():
    """What the program cannot show is told instead of left out."""
    assert "page.md:1" in error("a ![plot](plot.png)")


@pytest.mark.parametrize(
    ("title", "anchor"),
    [
        ("Two words", "two-words"),
        ("What's $x$, then?", "what-s-x-then"),
        ("  -- a__b -- ", "a-b"),
        ("3.1 Größe", "3-1-gr-e"),
        ("...", ""),
    ],
)
def test_anchors(title, anchor):
    """An anchor is lower case, its words joined by one dash each."""
    assert anchor_of(title) == anchor


def test_an_anchor_is_that_of_the_text_without_markup():
    """Markup in a heading does not show in its anchor."""
    assert parse("# A *b* `c`")[0].anchor == "a-b-c"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("a\n\n<div>\n</div>", "page.md:3: html_block is not part of the agreed Markdown"),
        ("```output\n1\n```", "page.md:1: an `output` fence must follow a `run` fence"),
        (
            "```run\n1\n```\n\nand\n\n```output\n1\n```",
            "page.md:7: an `output` fence must follow a `run` fence",
        ),
        (
            "> ```python\n> 1\n> ```\n> ```output\n> 1\n> ```",
            "page.md:4: an `output` fence must follow a `run` fence",
        ),
        ("\n\n```quiz\nx = \n```", "page.md:3: in this quiz: Invalid value"),
        ("```predict\nask = 'a'\n```", "page.md:1: in this predict: a predict needs `beca"),
        (
            "- a\n\n  ```quiz\n  who = 1\n  ```",
            "page.md:3: in this quiz: unknown key 'who'",
        ),
    ],
)
def test_an_error_names_file_and_line(source, message):
    """What is not of the agreed form is told with the place where it stands."""
    assert error(source).startswith(message)


def test_lines_before_the_text_are_counted():
    """A text from within a file is told with the file's own lines."""
    assert error("```output\n```", 10).startswith("page.md:11: ")


def test_an_error_inside_a_question_names_file_and_line():
    """What is wrong inside a question's text is told with the question's place."""
    source = "a\n\n```quiz\nask = '''<div>'''\nbecause = 'b'\nanswer = 1\n```"
    assert error(source).startswith("page.md:3: ")


@pytest.mark.parametrize(
    "body",
    [
        "ask = 3\nbecause = 'b'\nanswer = 1",
        "ask = 'a'\nbecause = 3\nanswer = 1",
        "ask = 'a'\nbecause = 'b'\norder = [1, 2]",
        "ask = 'a'\nbecause = 'b'\nanswer = 1\nwhen = 3",
        "ask = 'a'\nbecause = 'b'\nanswer = 1\nchoices = [1, 2]",
    ],
    ids=["ask", "because", "order", "when", "choices"],
)
def test_a_question_of_other_types_names_file_and_line(body):
    """A key with a value of the wrong type is told like any other mistake."""
    assert error(f"```quiz\n{body}\n```").startswith("page.md:1: in this quiz: ")


def test_a_question_is_a_block():
    """A `predict` or `quiz` fence is a question of that kind."""
    body = "ask = 'a'\nbecause = 'b'\nanswer = 1"
    found = parse(f"```predict\n{body}\n```\n\n```quiz\n{body}\n```")
    assert [(type(q), q.kind) for q in found] == [(Question, "predict"), (Question, "quiz")]


def test_a_page_is_read_without_its_head(tiny):
    """A lesson's front matter is not part of its blocks."""
    kinds = [type(b).__name__ for b in parse_page(tiny.topics[0].lessons[0].path)]
    assert kinds == [
        "Heading", "Paragraph", "Heading", "Question", "Question", "Runnable", "Figure",
        "Placed", "Placed",
    ]  # fmt: skip


def test_a_page_without_a_head_is_read(tmp_path):
    """A task has no front matter."""
    (tmp_path / "task.md").write_text("# Task")
    assert parse_page(tmp_path / "task.md") == (Heading(1, text("Task"), "task"),)


def test_lines_of_a_page_count_its_head(tmp_path):
    """The line in an error is the one that an editor shows."""
    path = tmp_path / "page.md"
    path.write_text('---\ntitle = "A"\n---\n\n```output\n```\n')
    with pytest.raises(CourseError) as found:
        parse_page(path)
    assert str(found.value).startswith(f"{path}:5: ")


@pytest.mark.parametrize("line", ["::: exercise Bad", "::: lesson a", ":::exercise a"])
def test_what_is_almost_a_directive_is_a_paragraph(line):
    """Only the exact form places something."""
    assert parse(line) == (says(line),)


def test_a_directive_needs_a_blank_line():
    """A directive right below a paragraph is told to need a blank line."""
    assert "needs a blank line" in error("Now try.\n::: exercise a")


@given(st.text(st.sampled_from("ab \n#>-*`$|[]!:1.<\\"), max_size=60))
@settings(deadline=None, max_examples=300)
def test_any_text_is_blocks_or_a_course_error(source):
    """Whatever is written, reading it ends, and complains in one way only."""
    try:
        assert isinstance(parse(source), tuple)
    except CourseError as found:
        assert str(found).startswith("text:")  # noqa: PT017 - either end is right
