"""Which engine of a route is asked, what it is told, and how one that keeps failing is passed over."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from lingotype.translation import installed
from lingotype.translation.breaker import Breaker
from lingotype.translation.engines import Engine, EngineError
from lingotype.translation.engines.context import Context
from lingotype.translation.pairs import LanguagePair
from lingotype.translation.routes import Route, RouteTable
from lingotype.translation.routing import AllEnginesFailedError, translate_by_route

PAIR = LanguagePair("en", "es")


class Moody(Engine):
    """Answers, fails or refuses as `mood` says; knows how often it was asked, and with what title."""

    def __init__(self, name: str, options: dict[str, object]) -> None:
        super().__init__(name, options)
        self.mood = {"now": "well"}
        self.titles: list[str] = []

    def can_translate(self, pair: LanguagePair) -> bool:
        return True

    def translate(self, texts: Sequence[str], pair: LanguagePair) -> list[str]:
        self.titles.append(self.context.title)
        if self.mood["now"] != "well":
            raise EngineError("no answer", engine=self.name, retryable=self.mood["now"] == "down")
        return [text.upper() for text in texts]


@pytest.fixture
def route(db, settings) -> Callable[..., list[Moody]]:
    """A newsroom whose route for English to Spanish has these engines."""

    def build(*names: str) -> list[Moody]:
        engines = {name: {"type": f"{__name__}.Moody"} for name in names}
        routes = RouteTable([Route("en", ("es",), names)])
        settings.LINGOTYPE = replace(settings.LINGOTYPE, engines=engines, routes=routes)
        installed.engine.cache_clear()
        return [installed.engine(name) for name in names]

    yield build
    installed.engine.cache_clear()


def ask() -> str:
    return translate_by_route(["one"], PAIR).engine


def test_an_engine_that_keeps_failing_is_passed_over_and_probed(route) -> None:
    first, second = route("first", "second")
    now = [0.0]
    first.breaker = Breaker(failures=2, first_pause=10, clock=lambda: now[0])
    first.mood["now"] = "down"
    assert [ask() for _ in range(5)] == ["second"] * 5
    assert (len(first.titles), len(second.titles)) == (2, 5)
    now[0] = 10.0
    assert [ask(), ask()] == ["second"] * 2
    assert len(first.titles) == 3, "one probe, which failed"
    first.mood["now"] = "well"
    now[0] = 29.0
    assert ask() == "second"
    now[0] = 30.0
    assert [ask(), ask()] == ["first"] * 2


def test_what_an_engine_refuses_for_good_does_not_open_its_breaker(route) -> None:
    first, _ = route("first", "second")
    first.mood["now"] = "refuses"
    assert [ask() for _ in range(9)] == ["second"] * 9
    assert len(first.titles) == 9


def test_when_every_engine_is_passed_over_the_job_comes_back_later(route) -> None:
    (only,) = route("only")
    only.mood["now"] = "down"
    for _ in range(3):
        with pytest.raises(AllEnginesFailedError, match=r"engine only, en→es.*: no answer"):
            ask()
    with pytest.raises(AllEnginesFailedError, match=r"passed over for 1\d s more.*keeps failing: no answer") as refused:
        ask()
    assert refused.value.is_retryable
    assert len(only.titles) == 3


def test_engines_are_told_where_the_texts_come_from(route) -> None:
    (only,) = route("only")
    translate_by_route(["one"], PAIR, Context(title="The ferry is late"))
    translate_by_route(["one"], PAIR)
    assert only.titles == ["The ferry is late", ""]
