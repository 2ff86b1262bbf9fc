"""An engine's budget blocks before it is passed, and the route goes on with the next engine."""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal

import pytest
from django.db import connection

from lingotype.translation import installed
from lingotype.translation.budget import Cost, costs_of, spend, used
from lingotype.translation.engines import EngineError, EngineSettingsError, build
from lingotype.translation.models import EngineUse
from lingotype.translation.pairs import LanguagePair
from lingotype.translation.routes import Policy, Route, RouteTable
from lingotype.translation.routing import AllEnginesFailedError, translate_by_route
from tests.engines import Remembering

PAIR = LanguagePair("en", "es")


@pytest.fixture
def paid(settings):
    """A newsroom whose engine "paid" may be sent so many characters a month, with or without one after it."""

    def build(limit: int, *fallback: str):
        engines = {
            **settings.LINGOTYPE.engines,
            "paid": {"type": "tests.engines.Phrases", "max_characters_per_month": limit},
        }
        routes = RouteTable([Route("en", ("es",), ("paid", *fallback))])
        settings.LINGOTYPE = replace(settings.LINGOTYPE, engines=engines, routes=routes)
        installed.engine.cache_clear()
        Remembering.asked.clear()
        return installed.engine("paid")

    yield build
    installed.engine.cache_clear()


def test_what_the_budget_holds_is_translated_and_counted(db, paid):
    paid(30)
    assert translate_by_route(["It cost $1,250."], PAIR).translations == ("Costó 1.250 dólares.",)
    assert used("paid") == len("It cost $1,250.")


def test_the_next_engine_takes_over_before_the_budget_is_passed(db, paid):
    paid(20, "upper")
    assert translate_by_route(["It cost $1,250."], PAIR).engine == "paid"
    assert translate_by_route(["The mayor was there."], PAIR).engine == "upper"
    assert used("paid") == len("It cost $1,250.")


def test_without_another_engine_nothing_is_sent_and_the_error_says_what_to_do(db, paid):
    paid(10)
    with pytest.raises(AllEnginesFailedError, match="raise max_characters_per_month") as refused:
        translate_by_route(["It cost $1,250."], PAIR)
    assert not refused.value.is_retryable
    assert Remembering.asked == []


def test_another_month_has_its_own_budget(db, paid):
    paid(20)
    EngineUse.objects.create(engine="paid", month="2020-01-01", characters=20)
    assert translate_by_route(["It cost $1,250."], PAIR).engine == "paid"


@pytest.mark.skipif(
    not os.environ.get("LINGOTYPE_TEST_DATABASE", "").startswith("postgres"),
    reason="threads cannot share a test's SQLite in memory; test_on_postgresql.py runs this",
)
@pytest.mark.django_db(transaction=True)
def test_workers_that_spend_at_once_do_not_pass_it_together(paid):
    engine = paid(100)

    def one(_number: int) -> bool:
        try:
            spend(engine, 9)
        except EngineError:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(4) as workers:
        granted = list(workers.map(one, range(24)))
    assert (sum(granted), used("paid")) == (11, 99)


@pytest.fixture
def article(publish):
    """An English article that an engine with a price translates into Spanish."""
    return lambda body: publish(f"---\ntitle: The bridge is open\nlang: en\nslug: bridge\n---\n{body}\n").page


@pytest.fixture
def priced(settings):
    """Engines with and without a price, and no budget."""

    def build(**options):
        engines = {**settings.LINGOTYPE.engines, "priced": {"type": "tests.engines.Phrases", **options}}
        routes = RouteTable([Route("en", ("es",), ("priced",)), Route("en", ("uk",), ("upper",), Policy.ALWAYS)])
        settings.LINGOTYPE = replace(settings.LINGOTYPE, engines=engines, routes=routes)
        installed.engine.cache_clear()

    yield build
    installed.engine.cache_clear()


def test_what_an_article_was_sent_and_has_cost_is_kept_by_language(priced, article, work):
    priced(price_per_million=25, currency="EUR")
    page = article("The mayor was there.")
    work()
    characters = len("The bridge is open") + len("The mayor was there.")
    costs = costs_of([page.pk])
    assert costs[page.pk, "es"] == Cost(characters, {"EUR": Decimal("0.000950")})
    assert costs[page.pk, "uk"] == Cost(characters, {})
    assert used("priced") == characters
    assert used("upper") == 0  # nobody bills an engine on this machine
    article("The mayor was not there.")
    work()
    assert costs_of([page.pk])[page.pk, "es"].characters == characters + len("The mayor was not there.")


def test_another_price_counts_for_what_is_sent_from_then_on(priced, article, work):
    priced(price_per_million=10, currency="EUR")
    page = article("The mayor was there.")
    work()
    priced(price_per_million=20, currency="USD")
    article("The mayor was not there.")
    work()
    amounts = costs_of([page.pk])[page.pk, "es"].amounts
    assert amounts == {"EUR": Decimal("0.000380"), "USD": Decimal("0.000480")}


def test_a_call_that_fails_is_counted_too(db, priced, article, work, settings):
    priced()
    down = {"type": "tests.engines.Down", "price_per_million": 1_000, "currency": "EUR"}
    settings.LINGOTYPE = replace(settings.LINGOTYPE, engines={**settings.LINGOTYPE.engines, "priced": down})
    installed.engine.cache_clear()
    page = article("The mayor was there.")
    work()
    assert costs_of([page.pk])[page.pk, "es"].amounts == {"EUR": Decimal("0.038000")}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"price_per_million": 5}, 'needs "currency"'),
        ({"currency": "EUR"}, '"currency" needs a "price_per_million"'),
        ({"price_per_million": 5, "currency": "euro"}, '"currency" must be three capitals'),
        ({"price_per_million": -1, "currency": "EUR"}, '"price_per_million" must be a number over 0'),
        ({"price_per_million": "25", "currency": "EUR"}, '"price_per_million" must be a number over 0'),
    ],
)
def test_wrong_prices(options, said):
    with pytest.raises(EngineSettingsError, match=said):
        build("paid", {"type": "tests.engines.Phrases", **options})
