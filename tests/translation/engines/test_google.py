"""What is Google's own: tokens, quotas that look like refusals, glossaries by name."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from lingotype.translation.engines import EngineError, EngineSettingsError, build
from lingotype.translation.engines.google import Google
from lingotype.translation.pairs import LanguagePair
from tests.translation.engines.service import Reply, running
from tests.translation.engines.services import TOKEN, GoogleServer, google_error

PAIR = LanguagePair("en", "es")


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[GoogleServer]:
    monkeypatch.setenv("GOOGLE_ACCESS_TOKEN", TOKEN)
    with running(GoogleServer()) as started:
        yield started


def engine(server: GoogleServer, **options: object) -> Google:
    return Google("gg", {"url": server.url, "project": "paper", **options}, sleep=lambda _: None)


def test_what_goes_out(server: GoogleServer) -> None:
    engine(server).translate(["<b>one</b>"], PAIR)
    (asked,) = server.asked
    assert (asked.method, asked.path) == ("POST", "/v3/projects/paper/locations/global:translateText")
    assert asked.headers["x-goog-user-project"] == "paper"
    assert asked.body == {
        "contents": ["<b>one</b>"],
        "mimeType": "text/html",
        "sourceLanguageCode": "en",
        "targetLanguageCode": "es",
        "model": "projects/paper/locations/global/models/general/nmt",
    }


def test_plain_text_by_choice(server: GoogleServer) -> None:
    plain = engine(server, format="text")
    assert not plain.keeps_markup
    plain.translate(["one"], PAIR)
    assert server.asked[0].body["mimeType"] == "text/plain"
    assert engine(server).keeps_markup
    assert engine(server).leaves_newsroom


@pytest.mark.parametrize(("options", "most"), [({}, 5_000), ({"max_characters": 30_000}, 30_000)])
def test_no_call_is_longer_than_the_service_takes(server: GoogleServer, options: dict[str, object], most: int) -> None:
    sent = ["і"] * 3_000 + ["слово" * 400] * 20
    assert engine(server, **options).translate_all(sent, PAIR) == [text.upper() for text in sent]
    assert max(len(asked.body["contents"]) for asked in server.asked) == 1_024
    assert max(sum(map(len, asked.body["contents"])) for asked in server.asked) <= most


def test_a_glossary_by_name(server: GoogleServer) -> None:
    worded = engine(server, location="us-central1", glossaries=["en-es=harbor"])
    path = "projects/paper/locations/us-central1/glossaries/harbor"
    assert worded.translate(["one"], PAIR) == [f"{path}: ONE"]
    assert worded.translate(["one"], LanguagePair("en", "ru")) == ["ONE"]
    assert not worded.supports_glossary


MINUTE = google_error(403, "PERMISSION_DENIED", "User Rate Limit Exceeded")
DETAIL = {"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "RATE_LIMIT_EXCEEDED"}


@pytest.mark.parametrize(
    "reply",
    [
        MINUTE,
        google_error(403, "PERMISSION_DENIED", "Quota exceeded", details=[DETAIL]),
        google_error(403, "", "too fast", errors=[{"reason": "rateLimitExceeded"}]),
        google_error(429, "RESOURCE_EXHAUSTED", "Quota exceeded for quota metric", details=[DETAIL]),
        google_error(503, "UNAVAILABLE", "The service is currently unavailable."),
    ],
)
def test_a_quota_of_the_minute_is_waited_for(server: GoogleServer, reply: Reply) -> None:
    server.replies += [reply, reply]
    assert engine(server).translate(["one"], PAIR) == ["ONE"]
    server.replies += [reply] * 9
    with pytest.raises(EngineError, match="tried 4 times") as raised:
        engine(server).translate(["one"], PAIR)
    assert raised.value.retryable


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (google_error(403, "PERMISSION_DENIED", "Permission denied on project"), "403: PERMISSION_DENIED: Permission"),
        (google_error(403, "PERMISSION_DENIED", "Daily Limit Exceeded"), "Daily Limit Exceeded"),
        (google_error(429, "RESOURCE_EXHAUSTED", "Daily Limit Exceeded"), "Daily Limit Exceeded"),
        (google_error(403, "", "no more", errors=[{"reason": "dailyLimitExceeded"}]), "403: no more"),
        (google_error(403, "", "Daily Limit Exceeded", errors=[{"reason": "rateLimitExceeded"}]), "Daily Limit"),
        (google_error(403, "", "odd", errors=5, details={"reason": "rateLimitExceeded"}), "403: odd"),
        (google_error(400, "INVALID_ARGUMENT", "Unsupported language pair"), "400: INVALID_ARGUMENT: Unsupported"),
        (google_error(404, "NOT_FOUND", "Glossary not found."), "are project, location and glossary right?"),
    ],
)
def test_a_permission_or_a_days_quota_is_final(server: GoogleServer, reply: Reply, said: str) -> None:
    server.replies.append(reply)
    with pytest.raises(EngineError) as raised:
        engine(server).translate(["one"], PAIR)
    assert said in str(raised.value)
    assert not raised.value.retryable
    assert len(server.asked) == 1


def test_without_a_token_nothing_is_sent(server: GoogleServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GOOGLE_ACCESS_TOKEN")
    with pytest.raises(EngineError, match="GOOGLE_ACCESS_TOKEN is not set, and there is no token_command"):
        engine(server).translate(["one"], PAIR)
    (problem,) = engine(server).problems()
    assert "GOOGLE_ACCESS_TOKEN is not set" in problem
    assert server.asked == []


def test_a_command_prints_the_token_and_again_when_it_ran_out(server: GoogleServer, tmp_path: Path) -> None:
    script = tmp_path / "print_token.py"
    script.write_text(
        "from pathlib import Path\n"
        f"count = Path({str(tmp_path / 'count')!r})\n"
        "number = len(count.read_text()) + 1 if count.exists() else 1\n"
        "count.write_text('x' * number)\n"
        "print(f'token-{number}')\n"
    )
    server.tokens = ("token-1",)
    told = engine(server, token_command=[sys.executable, str(script)])
    assert [told.translate(["one"], PAIR) for _ in range(3)] == [["ONE"]] * 3
    assert (tmp_path / "count").read_text() == "x"
    server.tokens = ("token-2",)
    assert told.translate(["one"], PAIR) == ["ONE"]
    server.tokens = ()
    with pytest.raises(EngineError, match="answered 401") as raised:
        told.translate(["one"], PAIR)
    assert "token-" not in str(raised.value)


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["no-such-program"], "no-such-program does not run: FileNotFoundError"),
        ([sys.executable, "-c", "print('secret one')"], "ended with 0 and printed no single token"),
        ([sys.executable, "-c", "print('secret'); raise SystemExit(3)"], "ended with 3"),
    ],
)
def test_a_command_that_fails_shows_nothing_it_printed(server: GoogleServer, command: list[str], said: str) -> None:
    with pytest.raises(EngineError, match=said) as raised:
        engine(server, token_command=command).translate(["one"], PAIR)
    assert "secret" not in str(raised.value)
    assert server.asked == []


def test_problems(server: GoogleServer) -> None:
    assert engine(server, pairs=["en-es"]).problems() == []
    assert engine(server, pairs=["en-xx"]).problems() == ["Google does not translate xx"]
    (denied,) = engine(server, project="other").problems()
    assert denied.startswith("the server answered 403: PERMISSION_DENIED")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({}, 'needs "project"'),
        ({"project": "p", "max_characters": 30_001}, '"max_characters" must be a number over 0 and at most 30000'),
        ({"project": "p", "max_texts": 1_025}, '"max_texts" must be'),
        ({"project": "p", "glossaries": ["en-es=x"]}, '"glossaries" needs a "location"'),
        ({"project": "p", "token_command": "gcloud"}, '"token_command" must be a list of texts'),
    ],
)
def test_wrong_settings(options: dict[str, object], said: str) -> None:
    with pytest.raises(EngineSettingsError, match=said):
        build("gg", {"type": "google", **options})
