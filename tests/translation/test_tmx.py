"""Memory as TMX: what goes out comes back, what comes in is used, and bad files change nothing."""

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wagtail_localize.models import StringTranslation

from lingotype.newsroom.models import ArticlePage
from lingotype.translation.tmx import TmxError, Unit, read_tmx, remember_units, stored_units, write_tmx
from tests.engines import Remembering

UNITS = [
    Unit("en", "es", "The mayor was there.", "La alcaldesa estuvo allí."),
    Unit("en", "ru", 'He <a id="a1">said</a> <b>no</b> &amp; left &lt;3', '<b>Он</b> <a id="a1">сказал</a>', "local"),
]


def test_what_is_exported_comes_back() -> None:
    assert read_tmx(write_tmx(UNITS)) == UNITS


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"))


@given(words=TEXT, other=TEXT, engine=st.sampled_from(["", "local"]))
def test_any_text_survives(words: str, other: str, engine: str) -> None:
    source, target = (escape(f"a{text}b", quote=False) for text in (words, other))
    unit = Unit("en", "uk", f"{source} <b>{target}</b>", f'<a id="a1">{target}</a> {source}', engine)
    assert read_tmx(write_tmx([unit])) == [unit]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"<tmx", "not XML that can be read safely"),
        (b"<a/>", "no <tmx> in it"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><tmx>&b;</tmx>', "not XML that can be read safely"),
        (b"", "not XML that can be read safely"),
    ],
)
def test_a_bad_file_is_refused_in_one_line(content: bytes, why: str) -> None:
    with pytest.raises(TmxError) as refused:
        read_tmx(content)
    assert why in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_file_of_another_system_is_read_and_its_foreign_tags_are_dropped() -> None:
    variants = (
        '<tuv xml:lang="EN-US"><seg>A <bpt i="1">&lt;font&gt;</bpt>ferry<ept i="1">&lt;/font&gt;</ept> left</seg></tuv>'
        '<tuv lang="ru_RU"><seg>Паром ушёл</seg></tuv><tuv xml:lang="de"><seg> </seg></tuv>'
    )
    content = f'<tmx version="1.4"><header srclang="en"/><body><tu>{variants}</tu><tu/></body></tmx>'.encode()
    assert read_tmx(content) == [Unit("en", "ru", "A ferry left", "Паром ушёл")]


def test_imported_words_are_used_and_no_engine_is_asked_for_them(publish, work) -> None:
    sentence = "Nobody at the office would say why the works took so long."
    told = Unit("en", "es", sentence, "Nadie en la oficina quiso decir por qué.")
    assert remember_units([told, Unit("en", "de", sentence, "Niemand.")]).skipped == 1
    Remembering.asked.clear()
    page = publish(f"---\ntitle: The bridge is open\nlang: en\nslug: bridge\n---\n{sentence}\n").page
    work()
    spanish = ArticlePage.objects.get(translation_key=page.translation_key, locale__language_code="es")
    assert told.target in str(spanish.body[0].value)
    assert spanish.live


def test_a_newsrooms_own_export_adds_nothing_to_its_memory(publish, work) -> None:
    publish("---\ntitle: The bridge is open\nlang: en\nslug: bridge\n---\nThe mayor was there.\n")
    work()
    units = list(stored_units())
    assert units
    assert remember_units(units).added == 0
    assert list(stored_units()) == units


def test_the_same_units_again_change_nothing_and_people_win(newsroom) -> None:
    people = Unit("en", "es", "Yes.", "Sí.")
    assert remember_units([people]).added == 1
    assert remember_units([people, Unit("en", "es", "Yes.", "Si", "local")]).added == 0
    assert StringTranslation.objects.get().data == "Sí."
    assert remember_units([Unit("en", "es", "Yes.", "Claro.")]).added == 1
    assert [unit.target for unit in stored_units()] == ["Claro."]
    StringTranslation.objects.all().delete()  # wagtail-localize looks at what a deleted row belonged to
