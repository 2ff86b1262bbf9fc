"""Fixes that are offered: only those that the checks then find nothing against."""

import pytest

from lingotype.translation.models import GlossaryEntry, GlossaryWording, TermSuggestion
from tests.desk.review.conftest import paragraph, shown, write


def offered(page, start):
    return [(str(one.label), one.html) for one in shown(page, start).suggestions]


def term(source, target, **facts):
    entry = GlossaryEntry.objects.create(**facts)
    for lang, text in (("en", source), ("es", target)):
        if text:
            GlossaryWording.objects.create(entry=entry, lang=lang, text=text)


def body(publish, work, text):
    from tests.desk.conftest import version

    article = publish(f"---\ntitle: The bridge is open\nlang: en\nslug: fix\n---\n{text}\n").page
    work()
    return version(article, "es")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Costó 1.350 dólares.", "Costó 1.250 dólares."),
        ("Costó <b>1.350</b> dólares.", "Costó <b>1.250</b> dólares."),  # what else is wrong stays for a person
        ("Costó mucho.", None),
        ("Costó 1.350 dólares, o 1.400 euros.", None),
    ],
)
def test_the_number_in_the_readers_notation(desk, spanish, wrong, right):
    write(desk, spanish, "It cost", wrong)
    found = offered(spanish, "It cost")
    assert found == ([("the number", right)] if right else [])


def test_a_taken_fix_leaves_nothing_to_find(desk, spanish):
    write(desk, spanish, "It cost", "Costó 1.350 dólares.")
    ((_label, html),) = offered(spanish, "It cost")
    write(desk, spanish, "It cost", html)
    assert shown(spanish, "It cost").findings == []
    assert offered(spanish, "It cost") == []


@pytest.mark.parametrize(
    ("said", "wish"),
    [
        ("Kharkiv recibió a Ada.", "Járkov recibió a Ada."),  # left as it was
        ("Jarkiv recibió a Ada.", "Járkov recibió a Ada."),  # known by its sound
        ("La ciudad recibió a Ada.", None),
        ("Járkov recibió a Ada.", None),
    ],
)
def test_the_name_as_the_glossary_has_it(desk, publish, work, said, wish):
    page = body(publish, work, "Kharkiv welcomed Ada.")
    term("Kharkiv", "Járkov")
    write(desk, page, "Kharkiv", said)
    assert [html for _label, html in offered(page, "Kharkiv")] == ([wish] if wish else [])


def test_what_would_break_something_else_is_not_offered(desk, publish, work):
    page = body(publish, work, "Kharkiv welcomed Ada: https://kharkiv.example/ada")
    term("Kharkiv", "Járkov")
    write(desk, page, "Kharkiv", "La ciudad recibió a Ada: https://kharkiv.example/ada")
    assert offered(page, "Kharkiv") == []


def test_the_wrong_name_is_marked_in_both_texts(desk, publish, work):
    page = body(publish, work, "Kharkiv welcomed Ada.")
    term("Kharkiv", "Járkov")
    write(desk, page, "Kharkiv", "Jarkiv recibió a Ada.")
    card = shown(page, "Kharkiv")
    assert [[run.text for run in side if run.finding] for side in (card.source, card.target)] == [
        ["Kharkiv"],
        ["Jarkiv"],
    ]


def test_a_wording_that_was_corrected_before_is_known_again(desk, editor, publish, work):
    page = body(publish, work, "The council met.")
    term("council", "pleno")
    article = page.get_translations().first().specific
    TermSuggestion.objects.create(
        source_lang="en", target_lang="es", source="council", before="consejo", target="pleno", article=article
    )
    write(desk, page, "The council", "El consejo se reunió.")
    assert offered(page, "The council") == [("the glossary’s wording", "El pleno se reunió.")]


def test_the_words_that_were_said(desk, spanish):
    html = paragraph(spanish, "He spoke").text
    assert "<a id=" in html
    assert "eje" in html
    write(desk, spanish, "He spoke", html.replace("eje", "gancho"))
    assert offered(spanish, "He spoke") == [("the original quotation", html)]


def test_several_at_once_and_one_by_one(desk, publish, work):
    page = body(publish, work, "Kharkiv welcomed 1,250 people.")
    term("Kharkiv", "Járkov")
    write(desk, page, "Kharkiv", "Kharkiv recibió a 1.350 personas.")
    assert offered(page, "Kharkiv") == [
        ("all of these", "Járkov recibió a 1.250 personas."),
        ("the number", "Kharkiv recibió a 1.250 personas."),
        ("the glossary’s wording", "Járkov recibió a 1.350 personas."),
    ]


def test_a_name_that_is_never_translated(desk, publish, work):
    page = body(publish, work, "Harbor Courier wrote it.")
    term("Harbor Courier", "", never_translate=True)
    write(desk, page, "Harbor Courier", "harbor courier lo escribió.")
    assert [html for _label, html in offered(page, "Harbor")] == ["Harbor Courier lo escribió."]
