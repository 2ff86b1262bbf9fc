"""The real engine, whole, against a server on a socket."""

import socket
from collections.abc import Iterator

import pytest

from lingotype.translation.engines import EngineError, EngineSettingsError, build
from lingotype.translation.engines.libretranslate import LibreTranslate
from lingotype.translation.markup import translate_segments
from lingotype.translation.pairs import LanguagePair
from tests.translation.engines.libretranslate_server import LibreTranslateServer, error, serving, texts
from tests.translation.engines.service import Reply

PAIR = LanguagePair("en", "es")


@pytest.fixture
def server() -> Iterator[LibreTranslateServer]:
    with serving() as running:
        yield running


class Slept(list[float]):
    """How long an engine would have slept."""

    __call__ = list.append


def engine(server: LibreTranslateServer, slept: Slept | None = None, **options: object) -> LibreTranslate:
    return LibreTranslate("lt", {"url": server.url, **options}, sleep=Slept() if slept is None else slept)


def test_one_call_for_a_batch(server: LibreTranslateServer) -> None:
    assert engine(server).translate(["One", "two <b>three</b>"], PAIR) == ["ONE", "TWO <b>THREE</b>"]
    (asked,) = server.requests
    assert asked == {
        "path": "/translate",
        "q": ["One", "two <b>three</b>"],
        "source": "en",
        "target": "es",
        "format": "html",
    }


def test_segments_come_back_as_segments(server: LibreTranslateServer) -> None:
    html = ['a &lt; b &amp; <a id="a1">c</a>', "the tag &lt;b&gt;", "17:40"]
    translated = translate_segments(engine(server), html, PAIR)
    assert translated == ['A &lt; B &amp; <a id="a1">C</a>', "THE TAG &lt;B&gt;", "17:40"]


@pytest.mark.parametrize(
    ("options", "sizes"),
    [({}, [50, 50, 20]), ({"max_texts": 100}, [100, 20]), ({"max_characters": 30}, [30, 30, 30, 30])],
)
def test_batches(server: LibreTranslateServer, options: dict[str, object], sizes: list[int]) -> None:
    sent = [chr(ord("a") + n % 26) for n in range(120)]
    assert engine(server, **options).translate_all(sent, PAIR) == [text.upper() for text in sent]
    assert [len(asked["q"]) for asked in server.requests] == sizes


@pytest.mark.parametrize(
    "reply",
    [
        error(429, "Slowdown: 20 per 1 minute"),
        error(500, "Cannot translate text: CUDA out of memory"),
        error(503, "later"),
        Reply(502, b"<html>Bad Gateway</html>"),
        Reply(body=b'{"translatedText": ["ON', headers={}, cut_at=10),
    ],
    ids=["429", "500", "503", "502 of a proxy", "cut off"],
)
def test_tried_again(server: LibreTranslateServer, reply: Reply) -> None:
    server.replies += [reply, reply]
    slept = Slept()
    assert engine(server, slept).translate(["one"], PAIR) == ["ONE"]
    assert len(server.requests) == 3
    assert 0.25 <= slept[0] <= 0.75
    assert 0.5 <= slept[1] <= 1.5


def test_tried_again_after_a_timeout(server: LibreTranslateServer) -> None:
    server.replies += [Reply(hangs=True), Reply(drips=True)]
    assert engine(server, timeout_seconds=0.2).translate(["one"], PAIR) == ["ONE"]
    assert len(server.requests) == 3


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (error(500, "Cannot translate text: no memory"), "the server answered 500: Cannot translate text: no memory"),
        (Reply(hangs=True), "within 0.2 s"),
        (Reply(drips=True), "within 0.2 s"),
        (Reply(body=b"[]" * 50, cut_at=3), "no connection with 127.0.0.1:"),
    ],
    ids=["500", "slow", "drip", "cut"],
)
def test_gives_up_after_four_tries(server: LibreTranslateServer, reply: Reply, said: str) -> None:
    server.replies += [reply] * 9
    with pytest.raises(EngineError) as raised:
        engine(server, timeout_seconds=0.2).translate_all(["one"], PAIR)
    assert str(raised.value).startswith("engine lt, en→es, texts 1–1 of 1: ")
    assert said in str(raised.value)
    assert str(raised.value).endswith("(tried 4 times)")
    assert raised.value.retryable
    assert len(server.requests) == 4


def test_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    slept = Slept()
    lonely = LibreTranslate("lt", {"url": f"http://127.0.0.1:{port}"}, sleep=slept)
    with pytest.raises(EngineError, match=rf"no connection with 127\.0\.0\.1:{port}: .*\(tried 4 times\)") as raised:
        lonely.translate(["one"], PAIR)
    assert raised.value.retryable
    assert len(slept) == 3


@pytest.mark.parametrize(
    ("wish", "pauses"),
    [
        ("7", [7, 7]),
        ("0", [0.25, 0.5]),
        ("Sun, 22 Nov 2020 09:00:00 GMT", [0.25, 0.5]),
        ("soon", [0.25, 0.5]),
        ("Wed, 99 Foo", [0.25, 0.5]),
    ],
)
def test_retry_after_is_obeyed(server: LibreTranslateServer, wish: str, pauses: list[float]) -> None:
    server.replies += [error(429, "Slowdown", Retry_After=wish)] * 2
    slept = Slept()
    assert engine(server, slept).translate(["one"], PAIR) == ["ONE"]
    assert all(pause <= slept <= max(7, pause * 3) for pause, slept in zip(pauses, slept, strict=True))


def test_a_long_retry_after_is_left_to_the_caller(server: LibreTranslateServer) -> None:
    server.replies += [error(429, "Slowdown", Retry_After="3600")]
    slept = Slept()
    with pytest.raises(EngineError, match="answered 429: Slowdown") as raised:
        engine(server, slept).translate(["one"], PAIR)
    assert raised.value.retryable
    assert slept == []


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (error(403, "Too many request limits violations"), "403: Too many request limits violations"),
        (error(400, "Invalid request: request (9) exceeds text limit (2)"), "exceeds text limit"),
        (
            error(500, "Cannot translate text: 400 Bad Request: X (x) is not available as a target language from Y"),
            "is not available as a target language",
        ),
        (Reply(404, b"<html>"), "the server answered 404"),
        (Reply(301, headers={"Location": "https://other.example/"}), "a redirection to https://other.example/: put"),
        (Reply(body=b"<html>It works!"), "not JSON"),
        (Reply(body=b'{"translatedText": ["ON'), "not JSON"),
        (Reply(body=b"[" * 100_000), "not JSON"),
        (Reply(body=b'{"translatedText": "ONE"}'), "no list of texts"),
        (Reply(body=b'["ONE"]'), "no list of texts"),
        (texts("ONE", None), "no list of texts"),
        (texts("ONE"), "2 texts went out and 1 came back"),
        (texts("ONE", "TWO", "THREE"), "2 texts went out and 3 came back"),
        (Reply(body=b" " * 300_000), "longer than"),
    ],
)
def test_not_tried_again(server: LibreTranslateServer, reply: Reply, said: str) -> None:
    server.replies.append(reply)
    with pytest.raises(EngineError) as raised:
        engine(server).translate(["one", "two"], PAIR)
    assert said in str(raised.value)
    assert str(raised.value).startswith("engine lt, en→es")
    assert not raised.value.retryable
    assert len(server.requests) == 1


def test_an_error_names_the_part(server: LibreTranslateServer) -> None:
    server.replies += [texts(*"AB"), error(400, "no")]
    with pytest.raises(EngineError, match="engine lt, en→es, texts 3–4 of 5: the server answered 400: no"):
        engine(server, max_texts=2).translate_all(list("abcde"), PAIR)


@pytest.mark.parametrize(("pair", "said"), [("xx es", "'xx'} is not supported"), ("en xx", "400: xx is not supported")])
def test_a_language_that_the_server_lacks(server: LibreTranslateServer, pair: str, said: str) -> None:
    with pytest.raises(EngineError, match=said) as raised:
        engine(server).translate(["one"], LanguagePair(*pair.split()))
    assert not raised.value.retryable


@pytest.mark.parametrize(
    ("variable", "said"),
    [("LINGOTYPE_TEST_NO_KEY", "400: Please contact the server operator"), ("PATH", "403: Invalid API key")],
)
def test_the_key_is_missing_or_wrong(variable: str, said: str) -> None:
    with serving(key="secret") as server:
        keyed = engine(server, api_key_env=variable)
        with pytest.raises(EngineError, match=said) as raised:
            keyed.translate(["one"], PAIR)
    assert not raised.value.retryable
    assert keyed.key not in str(raised.value) or not keyed.key


def test_the_key_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIBRETRANSLATE_API_KEY", "secret")
    with serving(key="secret") as server:
        assert engine(server).translate(["one"], PAIR) == ["ONE"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({}, 'needs "url"'),
        ({"url": "127.0.0.1:5000"}, '"url" must be an http:// or https:// address'),
        ({"url": "http://"}, '"url" must be an http:// or https:// address'),
        ({"url": 5}, '"url" must be a text, not 5'),
        ({"url": "http://x", "timeout_seconds": 0}, '"timeout_seconds" must be a number over 0'),
        ({"url": "http://x", "timeout_seconds": "5"}, '"timeout_seconds" must be a number'),
        ({"url": "http://x", "max_texts": 1.5}, '"max_texts" must be a whole number'),
        ({"url": "http://x", "max_characters_per_month": -1}, '"max_characters_per_month" must be a number over 0'),
        ({"url": "http://x", "pairs": "ru-en"}, '"pairs" must be a list of texts'),
        ({"url": "http://x", "pairs": ["ru"]}, '"pairs" must hold texts like "ru-en"'),
        ({"url": "http://x", "api_key": "secret"}, 'does not know "api_key"; it knows api_key_env'),
    ],
)
def test_wrong_settings(options: dict[str, object], said: str) -> None:
    with pytest.raises(EngineSettingsError) as raised:
        build("lt", {"type": "libretranslate", **options})
    assert str(raised.value).startswith("[engines.lt] ")
    assert said in str(raised.value)


def test_which_pairs_are_worth_asking_for(server: LibreTranslateServer) -> None:
    assert engine(server).can_translate(LanguagePair("he", "az"))
    choosy = engine(server, pairs=["ru-en"])
    assert choosy.can_translate(LanguagePair("ru", "en"))
    assert not choosy.can_translate(LanguagePair("en", "ru"))
    assert server.requests == []


def test_problems(server: LibreTranslateServer) -> None:
    assert engine(server).problems() == []
    assert engine(server, pairs=["ru-en", "ru-uk"]).problems() == ["the server does not translate ru-uk"]
    (keyless,) = engine(server, api_key_env="LINGOTYPE_TEST_NO_KEY").problems()
    assert keyless.startswith("the environment variable LINGOTYPE_TEST_NO_KEY is not set")
    server.replies.append(Reply(404))
    (down,) = engine(server).problems()
    assert down == f"the server answered 404: is the server up, and its address right ({server.url})?"


def test_whether_texts_leave_depends_on_the_host() -> None:
    assert LibreTranslate("lt", {"url": "https://translate.example.org"}).leaves_newsroom
    assert not LibreTranslate("lt", {"url": "http://127.0.0.1:5000"}).leaves_newsroom


def test_the_monthly_budget_is_known() -> None:
    built = build("lt", {"type": "libretranslate", "url": "http://127.0.0.1:5000/", "max_characters_per_month": 500})
    assert built.max_characters_per_month == 500
    assert isinstance(built, LibreTranslate)
    assert built.url == "http://127.0.0.1:5000"
