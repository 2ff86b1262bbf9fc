"""A source taken apart: sentences, what stands in quotation marks, runs and parts."""

import pytest

from lingotype.translation.originals.source import MOST_ATOMS, candidates_near, source_of

BRIDGE = (
    "The bridge opened. “We are not done,” said Mayor Ada Quinn on Monday. “We will be in May.” It cost $1,250.\n"
    "He called it “an axis of terror” in a speech, and the council has argued for years over what it means."
)


def atoms(text, lang="en"):
    source = source_of(text, lang)
    return [text[atom.start : atom.end] for atom in source.atoms if atom.is_quoted], [
        text[atom.start : atom.end] for atom in source.atoms if not atom.is_quoted
    ]


def candidates(text, lang="en"):
    source = source_of(text, lang)
    return [one for atom in source.atoms for one in candidates_near(source, atom, with_parts=True)]


def test_what_is_quoted_and_what_is_not():
    quoted, own = atoms(BRIDGE)
    assert quoted == ["We are not done,", "We will be in May.", "an axis of terror"]
    assert own == ["The bridge opened.", "It cost $1,250."]


def test_the_speaker_in_the_middle_is_no_part_of_what_is_said():
    quoted, _ = atoms("«Ми готові, — сказала вона. — Починайте».", "uk")
    assert quoted == ["«Ми готові"[1:], "Починайте"]


def test_words_around_a_speaker_are_joined_as_one_would_say_them():
    words = [one.words for one in candidates(BRIDGE)]
    assert "We are not done. We will be in May." in words
    assert "We are not done" in words
    assert not any("said Mayor" in one for one in words)


def test_a_long_sentence_is_offered_in_parts_too():
    words = [
        one.words for one in candidates("He came late, and the council of the city waited for him until midnight.")
    ]
    assert {"He came late", "and the council of the city waited for him until midnight."} <= set(words)


@pytest.mark.parametrize(
    "text", ["", "\n\n", "…", "«»", "“", "a" * 50_000, "“a” " * 20_000, "x. " * 30_000, "“" * 5000]
)
def test_a_strange_text_is_taken_apart_all_the_same(text):
    source = source_of(text, "en")
    assert len(source.atoms) <= 2 * MOST_ATOMS
    for atom in source.atoms[:50]:
        for one in candidates_near(source, atom, with_parts=True):
            assert text[one.start : one.end].strip()


def test_every_candidate_stands_where_it_says():
    for one in candidates(BRIDGE):
        assert one.words.startswith(BRIDGE[slice(*one.spans[0])].rstrip(" ,;:"))
