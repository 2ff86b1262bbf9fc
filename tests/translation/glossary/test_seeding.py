"""Usual names from CLDR: advice beside the newsroom's terms, brought up to date without harm to what people changed."""

import json
from pathlib import Path

import pytest
from django.db import IntegrityError

from lingotype.translation.checks.glossary import Glossary
from lingotype.translation.checks.judging import judge
from lingotype.translation.checks.text import Text
from lingotype.translation.glossary.cldr import seeds
from lingotype.translation.glossary.entries import Entry, Wording, merge
from lingotype.translation.glossary.files import write_glossary
from lingotype.translation.glossary.seeding import seed_glossary
from lingotype.translation.glossary.terms import terms_of
from lingotype.translation.models import GlossaryEntry, GlossaryWording
from lingotype.translation.pairs import LanguagePair
from tests.newsrooms import ROOT

RU_EN = LanguagePair("ru", "en")


def said(key, lang):
    return GlossaryWording.objects.get(entry__seed=key, lang=lang).text


@pytest.mark.parametrize(
    ("key", "names"),
    [
        ("territory:MX", {"ru": "Мексика", "en": "Mexico", "es": "México", "he": "מקסיקו"}),
        ("language:de", {"ru": "немецкий", "en": "German", "uk": "німецька"}),
        ("currency:UAH", {"ru": "украинская гривна", "en": "Ukrainian Hryvnia"}),
        ("month:05", {"ru": "май", "uk": "травень", "be": "май", "en": "May", "es": "mayo", "he": "מאי"}),
    ],
)
def test_names_are_those_of_cldr(key, names):
    found = seeds(list(names))[key].wordings
    assert {lang: wording.text for lang, wording in found.items()} == names


def test_there_are_all_kinds_and_a_month_has_its_form_in_a_date():
    found = seeds(["ru", "uk", "en"])
    kinds = {
        kind: sum(key.startswith(kind) for key in found) for kind in ("territory", "language", "currency", "month")
    }
    assert kinds["territory"] > 240
    assert kinds["language"] > 150
    assert kinds["currency"] > 140
    assert kinds["month"] == 12
    assert found["month:05"].wordings["uk"].forms == ("травня",)
    assert seeds(["ru"]) == {}


def test_no_name_comes_in_twice_however_often_the_button_is_pressed(newsroom):
    GlossaryEntry.objects.create(seed="territory:MX")
    with pytest.raises(IntegrityError):
        GlossaryEntry.objects.create(seed="territory:MX")


def test_seeding_again_changes_nothing_and_another_language_comes_in(newsroom, django_assert_max_num_queries):
    first = seed_glossary(["ru", "en"])
    assert (first.added > 500, first.changed, first.unchanged) == (True, 0, 0)
    again = seed_glossary(["ru", "en"])
    assert (again.added, again.changed, again.unchanged) == (0, 0, first.added)
    with django_assert_max_num_queries(25):
        more = seed_glossary(["ru", "en", "es"])
    assert more.changed > 500
    assert (said("territory:MX", "es"), said("territory:MX", "ru")) == ("México", "Мексика")


def test_what_a_person_has_changed_stays(newsroom):
    seed_glossary(["ru", "en"])
    GlossaryEntry.objects.filter(seed="territory:MX").update(is_seed=False)
    GlossaryWording.objects.filter(entry__seed="territory:MX", lang="ru").update(text="Мехико")
    seed_glossary(["ru", "en", "es"])
    assert said("territory:MX", "ru") == "Мехико"
    assert not GlossaryWording.objects.filter(entry__seed="territory:MX", lang="es").exists()
    assert GlossaryEntry.objects.filter(seed="territory:MX").count() == 1


def test_the_newsrooms_own_terms_go_before_seeds_and_out_without_them(newsroom):
    seed_glossary(["ru", "en"])
    merge([Entry({"ru": Wording("Беларусь"), "en": Wording("Belarus (our way)")})])
    found = [term for term in terms_of(RU_EN) if term.source == "Беларусь"]
    assert [(term.target, term.is_advice) for term in found] == [("Belarus (our way)", False)]
    content = write_glossary("csv").decode()
    assert "Belarus (our way)" in content
    assert "Mexico" not in content


def test_no_translation_is_held_or_marked_for_a_seed(newsroom):
    seed_glossary(["ru", "en"])
    terms = terms_of(RU_EN)
    assert len(terms) > 500
    found = judge(Text("Мало кто знал об этом.", "ru"), Text("Few knew of it.", "en"), terms=terms)
    assert [finding.code for finding in found] == []


def test_of_faithful_pairs_none_is_held_by_seeds_though_some_would_be_if_they_were_terms(newsroom):
    languages = ["ru", "en", "uk", "be", "es", "az", "he"]
    seed_glossary(languages)
    pairs = [LanguagePair(one, other) for one in languages for other in languages if one != other]
    checks = {(pair.source, pair.target): Glossary(terms_of(pair)) for pair in pairs}
    lines = Path(ROOT, "benchmarks", "pairs.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row["expect"] is None]
    held = [
        row["id"]
        for row in rows
        if (check := checks.get((row["source_lang"], row["target_lang"])))
        and list(check.findings(Text(row["source"], row["source_lang"]), Text(row["translation"], row["target_lang"])))
    ]
    assert len(rows) > 600
    assert held == []
