"""Quotations on the way through the pipeline: given as they were said, or translated from what was said."""

from dataclasses import replace
from html import escape

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from lingotype.newsroom.models import ArticlePage
from lingotype.translation.glossary.entries import Entry, Wording, merge
from lingotype.translation.models import Job, QuotationTranslation
from lingotype.translation.routes import Policy, Route, RouteTable
from tests.engines import Remembering

RETOLD = """
    ---
    title: Мост открыт
    lang: ru
    slug: most
    sources:
      - {id: post, publication: Harbor Post, url: "https://post.example/", lang: en}
      - {id: times, publication: Harbor Times, url: "https://times.example/", lang: en}
    ---
    BODY
"""
AXIS = '[«оси террора»]{.quote source=post speaker="X" original="axis of terror"}'


@pytest.fixture(autouse=True)
def routes(settings):
    """Everything goes out as it comes, and English goes straight into Ukrainian."""
    always = [
        Route("ru", ("uk", "en"), ("upper",), Policy.ALWAYS),
        Route("en", ("uk",), ("upper",), Policy.ALWAYS),
    ]
    settings.LINGOTYPE = replace(settings.LINGOTYPE, readers=("ru", "en", "uk", "es"), routes=RouteTable(always))
    Remembering.asked.clear()
    return always


def text_of(block):
    return block["value"] if isinstance(block["value"], str) else block["value"]["text"]


@pytest.fixture
def retell(publish, work):
    """Publish an article with this text, translate it, and say how its text stands in a language."""

    def tell(body: str) -> dict[str, str]:
        page = publish(RETOLD.replace("BODY", body)).page
        work()
        pages = ArticlePage.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk)
        return {found.lang: " ".join(map(text_of, found.body.get_prep_value())) for found in pages}

    return tell


def test_the_original_is_translated_and_not_its_retelling(retell):
    told = retell(f"Он говорит об {AXIS}, не меньше.")
    assert "«[uk] AXIS OF TERROR»</a>, НЕ МЕНЬШЕ" in told["uk"].replace("[uk] , ", ", ")
    assert "“axis of terror”</a>" in told["en"]
    assert all("террора" not in text for text in Remembering.asked)


def test_without_an_engine_for_that_pair_the_retelling_is_translated(retell, settings, routes):
    settings.LINGOTYPE = replace(settings.LINGOTYPE, routes=RouteTable(routes[:1]))
    assert "«ОСИ ТЕРРОРА»" in retell(f"Он говорит об {AXIS}.")["uk"]


def test_an_original_is_translated_once_for_all_articles_and_again_when_it_is_mended(retell):
    retell(f"Он говорит об {AXIS}.")
    Remembering.asked.clear()
    told = retell(f"Он снова говорит об {AXIS}.")
    assert "axis of terror" not in Remembering.asked
    assert "AXIS OF TERROR" in told["uk"]
    told = retell(f"Он снова говорит об {AXIS.replace('axis of terror', 'axis of evil')}.")
    assert "axis of evil" in Remembering.asked
    assert "AXIS OF EVIL" in told["uk"]
    assert "TERROR" not in told["uk"]


def test_the_same_words_from_two_sources_stay_two_quotations(retell, client):
    retell(f"Один: {AXIS}. Другой: {AXIS.replace('source=post', 'source=times')}.")
    html = client.get(ArticlePage.objects.get(locale__language_code="en").url).content.decode()
    assert html.count("“axis of terror”</q>") == 2
    assert html.count('cite="https://post.example/"') == html.count('cite="https://times.example/"') == 1
    assert QuotationTranslation.objects.count() == 1


def test_a_quotation_of_several_paragraphs_and_one_with_a_link_keep_their_words(retell, client):
    first = '> [«Мы [начали](https://example.org/).]{.quote source=post original="We have begun."}'
    second = '> [И закончим.»]{.quote source=post original="And we will end."}'
    told = retell(f"{first}\n    >\n    {second}")
    assert "“We have begun.</a>" in told["en"]
    assert "And we will end.”</a>" in told["en"]
    assert '<a href="https://example.org/">' in told["en"]
    assert all("закончим" not in text for text in Remembering.asked)


def test_a_block_in_nothing_but_the_words_said_says_so_itself(retell, client):
    first = '> [«Мы начали.]{.quote source=post original="We have begun."}'
    second = '> [И закончим.»]{.quote source=post original="And we will end."}'
    retell(f"{first}\n    >\n    {second}")
    english, ukrainian = (
        client.get(ArticlePage.objects.get(locale__language_code=lang).url).content.decode() for lang in ("en", "uk")
    )
    assert '<blockquote data-verbatim="" lang="en" cite="https://post.example/">' in english
    assert '<blockquote cite="https://post.example/">' in ukrainian


def test_a_paragraph_that_is_only_a_quotation_needs_no_engine(retell, settings):
    settings.LINGOTYPE = replace(
        settings.LINGOTYPE, routes=RouteTable([Route("en", ("uk",), ("upper",), Policy.ALWAYS)])
    )
    retell(f"{AXIS}")
    assert not Remembering.asked or all("террора" not in text for text in Remembering.asked)


def test_an_error_in_the_translated_original_holds_the_article_and_is_asked_again(publish, work, settings):
    settings.LINGOTYPE = replace(
        settings.LINGOTYPE,
        routes=RouteTable([Route("en", ("es",), ("phrases",)), Route("ru", ("es",), ("phrases",))]),
    )
    said = "Никто в управлении не сказал, почему работы шли так долго."
    article = """
        ---
        title: The bridge is open
        lang: en
        slug: bridge
        sources: [{id: p, publication: P, url: "https://p.example/", lang: ru}]
        ---
        The mayor was there.

        > [“Nobody said why.”]{.quote source=p original="SAID"}
    """.replace("SAID", said)
    page = publish(article).page
    work()
    job = Job.objects.get(article=page, lang="es")
    assert job.state == "held"
    assert "In the quotation" in job.error


@pytest.mark.parametrize(("agreed", "is_held"), [("вісь", True), ("axis", False)])
def test_an_original_is_translated_and_judged_with_the_terms_of_its_own_pair(publish, work, settings, agreed, is_held):
    routes = [Route("en", ("uk",), ("upper",)), Route("ru", ("uk",), ("upper",))]
    settings.LINGOTYPE = replace(settings.LINGOTYPE, routes=RouteTable(routes))
    merge(
        [Entry({"en": Wording("axis"), "uk": Wording(agreed)}), Entry({"ru": Wording("осей"), "uk": Wording("вісь")})]
    )
    Remembering.told.clear()
    page = publish(RETOLD.replace("BODY", f"Он говорит об {AXIS}.")).page
    work()
    [told] = [context.terms for context in Remembering.told if any(term.source_lang == "en" for term in context.terms)]
    assert [(term.source, term.target) for term in told] == [("axis", agreed)]
    findings = [row for row in Job.objects.get(article=page, lang="uk").findings if row["code"] == "glossary"]
    assert any("In the quotation “axis of terror”" in row["message"] for row in findings) == is_held


SIGNS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"]), min_size=6, max_size=40
)


@hypothesis_settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=SIGNS)
def test_no_engine_ever_sees_what_will_be_given_verbatim(retell, words):
    original = words.replace("\\", "\\\\").replace('"', '\\"')
    Remembering.asked.clear()
    told = retell(f'Он сказал [«тайное слово»]{{.quote source=post original="{original}"}} вчера.')
    assert f"“{escape(words, quote=False)}”</a>" in told["en"]
    assert all("тайное" not in text for text in Remembering.asked)
