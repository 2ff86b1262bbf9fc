"""What is DeepL's own: hosts, languages, context, glossaries, quotas."""

from collections.abc import Iterator

import pytest

from lingotype.translation.engines import EngineError, EngineSettingsError, build
from lingotype.translation.engines.context import Context
from lingotype.translation.engines.deepl import FREE, PRO, DeepL
from lingotype.translation.pairs import LanguagePair
from lingotype.translation.terms import Term
from tests.translation.engines.service import running, says
from tests.translation.engines.services import DEEPL_KEY, DeepLServer

PAIR = LanguagePair("ru", "en")


def term(source: str, target: str) -> Term:
    """A term of this pair."""
    return Term(PAIR.source, PAIR.target, source, target)


TERMS = (term("Киев", "Kyiv"), term("мэр", "mayor"))


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEEPL_API_KEY", DEEPL_KEY)


@pytest.fixture
def server() -> Iterator[DeepLServer]:
    with running(DeepLServer()) as started:
        yield started


def engine(server: DeepLServer, **options: object) -> DeepL:
    return DeepL("dl", {"url": server.url, **options}, sleep=lambda _: None)


def test_what_goes_out(server: DeepLServer) -> None:
    context = Context("The ferry is late", "It broke down.", "Before.")
    assert engine(server).within(context).translate(["<b>one</b>"], PAIR) == ["<b>ONE</b>"]
    (asked,) = server.asked
    assert (asked.method, asked.path) == ("POST", "/v2/translate")
    assert asked.body == {
        "text": ["<b>one</b>"],
        "source_lang": "RU",
        "target_lang": "EN-US",
        "tag_handling": "html",
        "context": "The ferry is late\nIt broke down.\nBefore.",
    }


@pytest.mark.parametrize(
    ("options", "target", "sent"),
    [
        ({}, "en", "EN-US"),
        ({"english": "EN-GB"}, "en", "EN-GB"),
        ({}, "pt", "PT-PT"),
        ({"portuguese": "PT-BR"}, "pt", "PT-BR"),
        ({}, "uk", "UK"),
    ],
)
def test_languages_are_named_as_deepl_names_them(
    server: DeepLServer, options: dict[str, object], target: str, sent: str
) -> None:
    engine(server, tag_handling="xml", **options).translate(["one"], LanguagePair("ru", target))
    assert (server.asked[0].body["target_lang"], server.asked[0].body["tag_handling"]) == (sent, "xml")


def test_the_key_chooses_the_host(monkeypatch: pytest.MonkeyPatch) -> None:
    assert DeepL("dl", {}).url == FREE
    monkeypatch.setenv("DEEPL_API_KEY", "pro-key")
    assert DeepL("dl", {}).url == PRO
    monkeypatch.setenv("OTHER", "other:fx")
    assert DeepL("dl", {"api_key_env": "OTHER"}).url == FREE
    assert DeepL("dl", {"api_key_env": "OTHER", "url": "https://x.example"}).url == "https://x.example"
    assert DeepL.leaves_newsroom


@pytest.mark.parametrize("letter", ["a", "я", "文", "🚢", '"', "\\"])
def test_no_call_is_longer_than_the_service_takes(server: DeepLServer, letter: str) -> None:
    told = engine(server).within(Context("文" * 3_000, "🚢" * 3_000, letter * 3_000))
    sent = [letter * size for size in (29_000, 3_000, 30_000, *([600] * 60))]
    assert told.translate_all(sent, PAIR) == [text.upper() for text in sent]
    assert max(asked.size for asked in server.asked) <= 128 * 1024
    assert max(len(asked.body["text"]) for asked in server.asked) <= 50


def test_a_text_that_no_call_can_hold_is_not_sent(server: DeepLServer) -> None:
    with pytest.raises(EngineError, match="bytes, and the service takes 131072") as raised:
        engine(server).translate(["文" * 50_000], PAIR)
    assert not raised.value.retryable
    assert server.asked == []


def test_a_glossary_is_made_once_for_the_same_terms(server: DeepLServer) -> None:
    told = engine(server).within(Context(terms=TERMS))
    assert told.translate_all(["one"] * 60, PAIR) == ["ONE"] * 60
    made = next(asked.body for asked in server.asked if (asked.method, asked.path) == ("POST", "/v2/glossaries"))
    assert made["name"].startswith("lingotype ru-en ")
    assert {**made, "name": ""} == {
        "name": "", "source_lang": "ru", "target_lang": "en",
        "entries": "Киев\tKyiv\nмэр\tmayor", "entries_format": "tsv",
    }  # fmt: skip
    assert [asked.body.get("glossary_id") for asked in server.asked[2:]] == ["glossary-1", "glossary-1"]
    engine(server).within(Context(terms=TERMS[::-1])).translate(["one"], PAIR)
    assert len(server.glossaries) == 1, "another process finds it in the account"
    told.create_glossary((*TERMS, term("порт", "port")), PAIR)
    assert len(server.glossaries) == 2


def test_terms_that_deepl_would_refuse_are_left_out(server: DeepLServer) -> None:
    odd = (
        term("a\tb\n c", "d"),
        term("a b c", "later"),
        term("", "x"),
        term("y", " "),
        term("文" * 400, "z"),
    )
    engine(server).within(Context(terms=odd)).translate(["one"], PAIR)
    assert server.asked[1].body["entries"] == "a b c\td"
    engine(server).within(Context(terms=odd[2:])).translate(["one"], PAIR)
    assert "glossary_id" not in server.asked[-1].body


def test_a_glossary_of_the_settings_comes_first(server: DeepLServer) -> None:
    server.glossaries.append({"glossary_id": "by-hand", "name": "x"})
    told = engine(server, glossaries=["ru-en=by-hand"]).within(Context(terms=TERMS))
    told.translate(["one"], PAIR)
    assert [asked.body["glossary_id"] for asked in server.asked] == ["by-hand"]


def test_the_oldest_glossaries_of_ours_go_before_the_account_is_full(server: DeepLServer) -> None:
    theirs = [{"glossary_id": f"theirs-{n}", "name": f"by hand {n}", "creation_time": "2020"} for n in range(100)]
    ours = [
        {"glossary_id": f"ours-{n}", "name": f"lingotype ru-en {n}", "creation_time": f"2026-11-{n:04}"}
        for n in range(850)
    ]
    server.glossaries = [*reversed(ours), *theirs]
    engine(server).create_glossary(TERMS, PAIR)
    left = {row["glossary_id"] for row in server.glossaries}
    assert left == {row["glossary_id"] for row in (*ours[50:], *theirs)} | {"glossary-1"}


def test_a_glossary_that_somebody_deleted_is_made_again(server: DeepLServer) -> None:
    told = engine(server).within(Context(terms=TERMS))
    told.translate(["one"], PAIR)
    server.glossaries.clear()
    assert told.translate(["one"], PAIR) == ["ONE"]
    assert server.asked[-1].body["glossary_id"] == "glossary-2"
    named = engine(server, glossaries=["ru-en=gone"]).within(Context(terms=TERMS))
    before = len(server.asked)
    with pytest.raises(EngineError, match="answered 404"):
        named.translate(["one"], PAIR)
    assert len(server.asked) == before + 1, "what the settings name is not ours to make"


def test_a_glossary_that_is_not_ready_is_waited_for(server: DeepLServer) -> None:
    server.replies += [says({"glossaries": []}), says({"glossary_id": "new", "ready": False}, 201)]
    with pytest.raises(EngineError, match="still preparing") as raised:
        engine(server).within(Context(terms=TERMS)).translate_all(["one"], PAIR)
    assert raised.value.retryable


@pytest.mark.parametrize(
    ("status", "body", "said"),
    [
        (456, {"message": "Quota exceeded"}, "456: Quota exceeded; the account's characters are used up"),
        (403, {}, "403: is the key right, and for this address?"),
        (400, {"message": "Bad request", "detail": "text"}, "400: Bad request: text"),
        (413, {}, "413"),
    ],
)
def test_what_is_final_is_not_tried_again(server: DeepLServer, status: int, body: object, said: str) -> None:
    server.replies.append(says(body, status))
    with pytest.raises(EngineError, match=said) as raised:
        engine(server).translate(["one"], PAIR)
    assert not raised.value.retryable
    assert len(server.asked) == 1


def test_problems(server: DeepLServer, monkeypatch: pytest.MonkeyPatch) -> None:
    assert engine(server, pairs=["ru-en", "en-uk"]).problems() == []
    server.used = server.limit
    assert engine(server, pairs=["ru-az"]).problems() == [
        "all 500,000 characters of the DeepL account's month are used",
        "DeepL does not list AZ among its languages for this key",
    ]
    monkeypatch.setenv("DEEPL_API_KEY", "wrong")
    (wrong,) = engine(server).problems()
    assert wrong.startswith("the server answered 403: Forbidden; is the key right")
    monkeypatch.delenv("DEEPL_API_KEY")
    assert engine(server).problems() == [
        "the environment variable DEEPL_API_KEY is not set: put DeepL's API key into it"
    ]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"english": "EN-AU"}, '"english" must be one of EN-US, EN-GB'),
        ({"tag_handling": "markdown"}, '"tag_handling" must be one of html, xml'),
        ({"max_texts": 51}, '"max_texts" must be a number over 0 and at most 50'),
        ({"glossaries": ["ru-en"]}, '"glossaries" must hold texts like "ru-en=NAME"'),
        ({"api_key": "secret"}, 'does not know "api_key"'),
    ],
)
def test_wrong_settings(options: dict[str, object], said: str) -> None:
    with pytest.raises(EngineSettingsError, match=said):
        build("dl", {"type": "deepl", **options})
