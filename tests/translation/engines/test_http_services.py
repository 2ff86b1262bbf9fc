"""What every engine behind an HTTP API owes: each one whole, against a server on a socket, in good and bad weather."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from lingotype.translation.engines import EngineError, build
from lingotype.translation.engines.deepl import DeepL
from lingotype.translation.engines.google import Google
from lingotype.translation.engines.http import HttpEngine
from lingotype.translation.engines.libretranslate import LibreTranslate
from lingotype.translation.engines.openai import OpenAI
from lingotype.translation.markup import translate_segments
from lingotype.translation.pairs import LanguagePair
from tests.translation.engines.libretranslate_server import LibreTranslateServer, texts
from tests.translation.engines.service import Reply, ServiceServer, running, says
from tests.translation.engines.services import (
    DEEPL_KEY,
    OPENAI_KEY,
    TOKEN,
    ChatServer,
    DeepLServer,
    GoogleServer,
    completion,
)

PAIR = LanguagePair("en", "es")


@dataclass(frozen=True)
class Service:
    """A service, what its engine needs, and how it says other texts than it was asked for."""

    kind: type[HttpEngine]
    server: type[ServiceServer]
    options: dict[str, object]
    says_texts: Callable[..., Reply]
    secret: str


def deepl_texts(*texts: object) -> Reply:
    return says({"translations": [{"text": text} for text in texts]})


def google_texts(*texts: object) -> Reply:
    return says({"translations": [{"translatedText": text} for text in texts]})


def chat_texts(*texts: object) -> Reply:
    return completion({"translations": [{"id": number, "text": text} for number, text in enumerate(texts, 1)]})


SERVICES = {
    "libretranslate": Service(LibreTranslate, LibreTranslateServer, {}, texts, "lt-secret"),
    "deepl": Service(DeepL, DeepLServer, {}, deepl_texts, DEEPL_KEY),
    "google": Service(Google, GoogleServer, {"project": "paper"}, google_texts, TOKEN),
    "openai": Service(OpenAI, ChatServer, {"model": "small"}, chat_texts, OPENAI_KEY),
}


@pytest.fixture(params=SERVICES)
def service(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Service:
    chosen = SERVICES[request.param]
    monkeypatch.setenv(chosen.kind.default_key_env, chosen.secret)
    return chosen


@pytest.fixture
def server(service: Service) -> Iterator[ServiceServer]:
    with running(service.server()) as started:
        yield started


@pytest.fixture
def slept() -> list[float]:
    return []


@pytest.fixture
def engine(service: Service, server: ServiceServer, slept: list[float]) -> HttpEngine:
    options = {"url": server.url, "timeout_seconds": 0.3, **service.options}
    return service.kind("far", options, sleep=slept.append)


def test_one_call_for_a_batch(engine: HttpEngine, server: ServiceServer) -> None:
    assert engine.translate_all(["One", "two <b>three</b>"], PAIR) == ["ONE", "TWO <b>THREE</b>"]
    assert len(server.asked) == 1
    assert engine.translate_all([], PAIR) == engine.translate([], PAIR) == []
    assert len(server.asked) == 1


def test_segments_come_back_as_segments(engine: HttpEngine) -> None:
    html = ['a &lt; b &amp; <a id="a1">c</a>', "the tag &lt;b&gt;", "17:40"]
    assert translate_segments(engine, html, PAIR) == ['A &lt; B &amp; <a id="a1">C</a>', "THE TAG &lt;B&gt;", "17:40"]


def test_order_is_kept_over_many_calls(engine: HttpEngine, server: ServiceServer) -> None:
    sent = [f"text {number} " + "и" * (number % 700) for number in range(300)]
    assert engine.translate_all(sent, PAIR) == [text.upper() for text in sent]
    assert len(server.asked) > 1


@pytest.mark.parametrize(
    "reply",
    [
        Reply(429, b"{}"),
        Reply(500, b"{}"),
        Reply(503, b"<html>"),
        Reply(529, b""),
        Reply(body=b'{"translations": [', cut_at=5),
        Reply(hangs=True),
        Reply(drips=True),
    ],
    ids=["429", "500", "503", "529", "cut off", "slow", "drip"],
)
def test_tried_again(engine: HttpEngine, server: ServiceServer, slept: list[float], reply: Reply) -> None:
    server.replies += [reply, reply]
    assert engine.translate(["one"], PAIR) == ["ONE"]
    assert len(server.asked) == 3
    assert 0.25 <= slept[0] <= 0.75
    assert 0.5 <= slept[1] <= 1.5


def test_gives_up_after_four_tries(engine: HttpEngine, server: ServiceServer) -> None:
    server.replies += [Reply(503, b"{}")] * 9
    with pytest.raises(EngineError, match=r"engine far, en→es, texts 1–1 of 1: .*503 \(tried 4 times\)") as raised:
        engine.translate_all(["one"], PAIR)
    assert raised.value.retryable
    assert len(server.asked) == 4


def test_retry_after_is_obeyed_up_to_a_minute(engine: HttpEngine, server: ServiceServer, slept: list[float]) -> None:
    server.replies.append(says({}, 429, Retry_After="7"))
    assert engine.translate(["one"], PAIR) == ["ONE"]
    assert slept == [7.0]
    server.replies.append(says({}, 429, Retry_After="3600"))
    with pytest.raises(EngineError, match="answered 429") as raised:
        engine.translate(["one"], PAIR)
    assert raised.value.retryable
    assert slept == [7.0]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"<html>It works!", "not JSON"),
        (b'{"translations": [{"text": "ON', "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"[]", "the answer "),
        (b"{}", "the answer "),
        (b'{"translations": {"text": "ONE"}, "choices": {}}', "the answer "),
        (b'{"translations": ["ONE", "TWO"], "choices": ["ONE"]}', "the answer "),
        (b'{"choices": []}', "the answer "),
        (b" " * 400_000, "longer than"),
    ],
)
def test_an_answer_of_another_shape_is_refused(
    engine: HttpEngine, server: ServiceServer, body: bytes, said: str
) -> None:
    server.replies.append(Reply(body=body))
    with pytest.raises(EngineError, match=said) as raised:
        engine.translate(["one", "two"], PAIR)
    assert not raised.value.retryable
    assert len(server.asked) == 1


@pytest.mark.parametrize("told", [["ONE"], ["ONE", "TWO", "THREE"], ["ONE", None], ["ONE", 2]])
def test_an_answer_with_other_texts_is_refused(
    service: Service, engine: HttpEngine, server: ServiceServer, told: list[object]
) -> None:
    server.replies.append(service.says_texts(*told))
    with pytest.raises(EngineError, match=r"came back|each with|no list of texts") as raised:
        engine.translate(["one", "two"], PAIR)
    assert not raised.value.retryable


@pytest.mark.parametrize("status", [401, 403, 404])
def test_what_is_final_is_asked_once_and_never_shows_the_secret(
    service: Service, engine: HttpEngine, server: ServiceServer, status: int
) -> None:
    quoted = f"wrong key: {service.secret}"
    server.replies.append(says({"error": {"message": quoted}, "message": quoted}, status))
    with pytest.raises(EngineError, match=f"answered {status}: .*wrong key: …") as raised:
        engine.translate(["one"], PAIR)
    assert not raised.value.retryable
    assert service.secret not in str(raised.value)
    assert len(server.asked) == 1


def test_nothing_of_the_secret_goes_into_address_or_body(
    service: Service, engine: HttpEngine, server: ServiceServer
) -> None:
    engine.translate(["one"], PAIR)
    (asked,) = server.asked
    body = dict(asked.body)
    assert service.secret in (asked.headers.get("authorization") or body.pop("api_key"))  # LibreTranslate's own way
    assert service.secret not in asked.path + json.dumps(body)


def test_the_table_of_settings_makes_the_engine(service: Service, server: ServiceServer) -> None:
    kind = next(name for name, row in SERVICES.items() if row is service)
    built = build("far", {"type": kind, "url": server.url, **service.options, "max_characters_per_month": 9})
    assert isinstance(built, service.kind)
    assert built.translate(["one"], PAIR) == ["ONE"]
    assert built.problems() == []
