"""A correction says which word of the source it is for, or nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lingotype.translation.checks.text import Text
from lingotype.translation.glossary.corrections import corrections

TOLD = [
    ("ru uk", "Мэр открыл ратушу в понедельник.", "Мер відкрив мерію в понеділок.", "Мер відкрив ратушу в понеділок.",
     ("ратушу", "мерію", "ратушу")),
    ("en ru", "The mayor was there.", "Мэр был там.", "Градоначальник был там.", ("mayor", "Мэр", "Градоначальник")),
    ("ru en", "Об этом сказал Владимир Зеленский.", "This was said by Vladimir Zelensky.",
     "This was said by Volodymyr Zelensky.", ("Владимир", "Vladimir", "Volodymyr")),
    ("en uk", "City hall", "Мерія", "Ратуша", ("City hall", "Мерія", "Ратуша")),
    ("en ru", "The NATO summit begins.", "НАТО саммит начинается.", "НАТО встреча начинается.",
     ("summit", "саммит", "встреча")),
    ("en es", "The harbor <b>council</b> met in Springfield.", "El puerto consejo Springfield.",
     "El puerto ayuntamiento Springfield.", None),
]  # fmt: skip

SILENT = [
    ("a rewritten sentence", "ru en", "Мост открыли после ремонта в понедельник утром.",
     "They opened the bridge after repair on Monday morning.", "Traffic is back on the bridge since early this week."),
    ("another ending", "ru uk", "Мэр открыл мост.", "Мер відкрив мост.", "Мер відкрив моста."),
    ("a number", "ru uk", "Пришли 40 человек.", "Прийшли 50 людей.", "Прийшли 40 людей."),
    ("a comma", "ru uk", "Да мы знаем.", "Так ми знаємо.", "Так, ми знаємо."),
    ("words that came", "ru uk", "Мэр открыл мост.", "Мер відкрив міст.", "Мер вчора відкрив міст."),
    ("words that went", "ru uk", "Мэр открыл мост.", "Мер вчора відкрив міст.", "Мер відкрив міст."),
    ("nothing", "ru uk", "Мэр открыл мост.", "Мер відкрив міст.", "Мер відкрив міст."),
    ("a doubt", "en ru", "People who live near the harbor want quiet nights and clean water.",
     "Жители окрестностей порта хотят тихих ночей и чистой воды.",
     "Жители окрестностей гавани хотят тихих ночей и чистой воды."),
]  # fmt: skip


def texts(pair, *words):
    source, target = pair.split()
    return [Text(text, lang) for text, lang in zip(words, (source, target, target), strict=True)]


@pytest.mark.parametrize(("pair", "source", "before", "after", "told"), TOLD)
def test_a_corrected_word_is_set_against_its_word_of_the_source(pair, source, before, after, told):
    found = corrections(*texts(pair, source, before, after))
    assert [(one.source, one.before, one.after) for one in found] == ([told] if told else [])


@pytest.mark.parametrize(("name", "pair", "source", "before", "after"), SILENT, ids=[row[0] for row in SILENT])
def test_nothing_is_offered_for(name, pair, source, before, after):
    assert corrections(*texts(pair, source, before, after)) == []


def test_a_long_text_is_not_looked_at():
    short, long = (" ".join(map(str, range(count))) for count in (140, 160))
    for filling, told in ((short, 1), (long, 0)):
        rows = (f"{filling} {last}" for last in ("Мост", "Bridge", "Pier"))
        assert len(corrections(*texts("ru en", *rows))) == told


words = st.lists(
    st.sampled_from(["мост", "город", "мэр", "the", "city", "bridge", "7", ",", ".", "—", "«да»", "Ada", "О'Нил"]),
    max_size=12,
)


@given(words, words, words)
def test_no_text_breaks_it_and_what_it_tells_stands_in_the_texts(source, before, after):
    one, two, three = texts("ru en", *(" ".join(part) for part in (source, before, after)))
    for told in corrections(one, two, three):
        assert set(told.source.split()) <= set(one.plain.replace("«", "").replace("»", "").split())
        assert told.after
        assert told.before != told.after
