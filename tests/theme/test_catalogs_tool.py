"""How phrases are found in the sources, and how catalogs follow them."""

import pytest

from tools.catalogs import Phrase, begun, in_python, in_template, merged


@pytest.mark.parametrize(
    ("source", "phrases"),
    [
        ('_("Read")', [Phrase("Read")]),
        ('gettext_lazy("Read " "also")', [Phrase("Read also")]),
        ('translation.pgettext("verb", "Search")', [Phrase("Search", context="verb")]),
        ('ngettext("%(n)s page", "%(n)s pages", n)', [Phrase("%(n)s page", "%(n)s pages")]),
        ('npgettext_lazy("of a book", "page", "pages", "n")', []),
        ('npgettext_lazy("of a book", "page", "pages", n)', [Phrase("page", "pages", "of a book")]),
        ("_(word)", []),
        ('print("Read")', []),
    ],
)
def test_phrases_in_python(source: str, phrases: list[Phrase]) -> None:
    assert list(in_python(source)) == phrases


@pytest.mark.parametrize(
    ("source", "phrases"),
    [
        ('<p>{% translate "Read also" %}</p>', [Phrase("Read also")]),
        ('{% translate "Search" context "verb" %}', [Phrase("Search", context="verb")]),
        ("{% translate 'the paper\"s' %}", [Phrase('the paper"s')]),
        ('{% translate "100%" %}', [Phrase("100%%")]),
        ('{% include "a.html" with title=_("Read") %}', [Phrase("Read")]),
        ("{% blocktranslate trimmed with a=b.c %}\n  By {{ a }}\n{% endblocktranslate %}", [Phrase("By %(a)s")]),
        (
            '{% blocktranslate count n=x context "a" %}{{ n }} page{% plural %}{{ n }} pages{% endblocktranslate %}',
            [Phrase("%(n)s page", "%(n)s pages", "a")],
        ),
        ('{# translate "Read" #}{% comment %}{% translate "Read" %}{% endcomment %}Read', []),
    ],
)
def test_phrases_in_templates(source: str, phrases: list[Phrase]) -> None:
    assert list(in_template(source)) == phrases


def test_translations_stay_new_phrases_stand_empty_and_others_go() -> None:
    old = merged(begun("uk"), {("", word): Phrase(word) for word in ("Read", "Gone")})
    for entry in old:
        entry.msgstr = "Читати"
    wanted = [Phrase("New", files={"b.html", "a.html"}), Phrase("Read"), Phrase("Read", context="past")]
    new = merged(old, {phrase.key: phrase for phrase in wanted})
    assert [(entry.msgctxt, entry.msgid, entry.msgstr) for entry in new] == [
        (None, "New", ""), (None, "Read", "Читати"), ("past", "Read", ""),
    ]  # fmt: skip
    assert new[0].occurrences == [("a.html", ""), ("b.html", "")]


@pytest.mark.parametrize(("lang", "forms"), [("pl", 4), ("es", 3), ("tr", 2), ("fa", 2)])
def test_a_language_begins_with_its_own_rule_for_plurals(lang: str, forms: int) -> None:
    phrase = Phrase("%(n)s page", "%(n)s pages")
    (entry,) = merged(begun(lang), {phrase.key: phrase})
    assert list(entry.msgstr_plural) == list(range(forms))
    assert entry.flags == ["python-format"]
