"""The quotations of an article's body, marked or only in quotation marks."""

import pytest

from lingotype.translation.originals.article import quotations_of
from lingotype.translation.originals.marking import with_attributes

LINK = '<a linktype="quotation" source="post" speaker="Ada" original="a &quot;b&quot;" lang="en">'


def body(html, kind="paragraph", **more):
    return [{"type": kind, "id": "one", "value": {"text": html, **more} if kind == "quotation" else html}]


def words(html, lang="ru"):
    return [one.words for one in quotations_of(body(html), lang)]


@pytest.mark.parametrize(
    ("html", "lang", "found"),
    [
        ("<p>Он сказал: «Мы готовы».</p>", "ru", ["«Мы готовы»"]),
        ("<p>She said “we are <b>ready</b> &amp; set”, twice.</p>", "en", ["“we are ready & set”"]),
        ("<p>«Мы готовы, — сказала она. — Начинайте».</p>", "ru", ["«Мы готовы", "Начинайте»"]),
        ("<p>«Готовы? — спросила она. — Тогда вперёд».</p>", "ru", ["«Готовы?", "Тогда вперёд»"]),
        ("<p>«Estamos listos —dijo ella—, vamos».</p>", "es", ["«Estamos listos", "vamos»"]),
        ("<p>Это «Титаник».</p><ul><li>и «Норд»</li></ul>", "ru", ["«Титаник»", "«Норд»"]),
        ("<p>Ничего.</p>", "ru", []),
        ("<p>«Не закрыто</p>", "ru", []),
        ("<p>It’s the 1980s’ best, isn't it?</p>", "en", []),
        (f"<p>{LINK}«оси»</a> и «зла»</p>", "ru", ["«оси»", "«зла»"]),
        (f"<p>«Речь о {LINK}«оси»</a> была»</p>", "ru", ["«оси»"]),
    ],
)
def test_each_is_found_once(html, lang, found):
    assert words(html, lang) == found


def test_a_marked_one_says_what_it_carries():
    [one] = quotations_of(body(f"<p>Речь об {LINK}«оси <b>зла</b>»</a>, сказал он.</p>"), "ru")
    assert (one.original, one.source, one.speaker, one.is_marked) == ('a "b"', "post", "Ada", True)
    assert (one.before, one.said, one.after) == ("Речь об ", "оси зла", ", сказал он.")


def test_a_paragraph_of_a_quotation_block_is_one_as_a_whole():
    found = quotations_of(body("<p>Первый.</p><p> Второй. </p>", "quotation", speaker="Ada", source="post"), "ru")
    assert [one.words for one in found] == ["Первый.", "Второй."]
    assert {(one.speaker, one.source) for one in found} == {("Ada", "post")}


def test_other_links_in_it_make_it_a_matter_for_a_person():
    html = '<p>«с <a href="https://x.example/">ссылкой</a>», «<b>целое</b>», <b>«полу</b>целое»</p>'
    assert [one.can_be_marked for one in quotations_of(body(html), "ru")] == [False, True, False]


def test_titles_and_pictures_hold_none():
    blocks = [{"type": "heading", "value": {"text": "«Мост»"}}, {"type": "image", "value": {"caption": "«Мост»"}}]
    assert quotations_of(blocks, "ru") == []


def test_its_key_stays_when_it_is_marked_or_its_surroundings_change():
    before = body("<p>«Да», «нет», «да, — сказал он. — Нет» и «Да».</p>")
    keys = [one.key for one in quotations_of(before, "ru")]
    assert len(set(keys)) == len(keys) == 5
    for key in keys:
        assert [one.key for one in quotations_of(with_attributes(before, "ru", key, {"lang": "en"}), "ru")] == keys
    longer = body("<p>И вот: «Да», «нет», «да, — сказал он. — Нет» и «Да». Вот.</p>")
    assert [one.key for one in quotations_of(longer, "ru")] == keys


def test_its_key_is_another_when_its_words_are():
    assert quotations_of(body("<p>«Да»</p>"), "ru")[0].key != quotations_of(body("<p>«Нет»</p>"), "ru")[0].key


def test_an_endless_article_is_looked_at_in_part():
    assert len(quotations_of(body("<p>" + "«да» " * 1000 + "</p>"), "ru")) == 200
