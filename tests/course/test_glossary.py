"""Terms: found as whole words, once a page, never where they are defined; and searching."""

import pytest

from tutor.course import load_course
from tutor.course.blocks import walk
from tutor.course.glossary import load_glossary, with_terms
from tutor.course.parse import parse
from tutor.course.searching import lines_of, search
from tutor.errors import CourseError


@pytest.fixture(scope="module")
def glossary(tiny):
    return load_glossary(tiny)


def terms(blocks):
    return [
        part.text
        for block in walk(blocks)
        for part in getattr(block, "content", ())
        if part.kind == "term"
    ]


def test_a_term_is_linked_once_and_as_a_whole_word(glossary):
    text = "Weightless. A Weight and two weights.\n\n- the weight\n\n`weight`"
    assert terms(with_terms(parse(text), glossary, "tiny/second")) == ["Weight"]


def test_a_lesson_does_not_link_what_it_defines(glossary):
    assert terms(with_terms(parse("A weight."), glossary, "tiny/first")) == []


def test_linking_changes_no_word(glossary):
    text = "A weight, weights and *weight*."
    before, after = parse(text), with_terms(parse(text), glossary, "x/y")
    words = ["".join(p.text for p in blocks[0].content) for blocks in (before, after)]
    assert words[0] == words[1]


def test_a_wrong_file_is_named(tmp_path):
    folder = tmp_path / "lessons" / "t"
    folder.mkdir(parents=True)
    (tmp_path / "lessons" / "course.toml").write_text(
        '[[topic]]\nslug = "t"\ntitle = "T"\nlessons = []\n', "utf-8"
    )
    (folder / "glossary.toml").write_text('[[term]]\nterm = "x"\nmeans = "y"\n', "utf-8")
    with pytest.raises(CourseError, match=r"glossary\.toml.*means"):
        load_glossary(load_course(tmp_path))


def test_every_term_of_the_course_leads_somewhere(course):
    """Terms of the shipped course name places that are there."""
    for term in load_glossary(course).terms.values():
        place = term.see.partition("#")[0]
        assert not place or place in course.places, term
        assert term.says.endswith("."), term


def test_search_wants_all_words_and_puts_headings_first(tiny):
    found = search(lines_of(tiny), "doubling")
    assert found[0].line.is_heading
    assert {hit.line.place for hit in found} >= {"tiny/first", "tiny/second"}
    both = search(lines_of(tiny), "doubling lesson")
    assert both
    assert all("lesson" in hit.line.text for hit in both)
    assert search(lines_of(tiny), "  ") == []
    assert search(lines_of(tiny), "zebra") == []


def test_hits_say_where_the_words_stand(tiny):
    hit = search(lines_of(tiny), "weight")[0]
    assert [hit.line.text[a:b].lower() for a, b in hit.spans] == ["weight"]
