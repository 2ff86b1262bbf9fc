"""Glossaries made in a Google Cloud project: terms into a bucket, an operation, a glossary, and nothing left behind."""

from collections.abc import Iterator

import pytest

from lingotype.translation.engines import EngineError, EngineSettingsError, build
from lingotype.translation.engines.context import Context
from lingotype.translation.engines.google import Google
from lingotype.translation.pairs import LanguagePair
from lingotype.translation.terms import Term
from tests.translation.engines.service import Reply, running, says
from tests.translation.engines.services import TOKEN, GoogleServer, google_error

PAIR = LanguagePair("en", "es")
PARENT = "projects/paper/locations/us-central1"
TERMS = (
    Term("en", "es", "city hall", "ayuntamiento"),
    Term("en", "es", "mayor, the", 'la "alcaldesa"'),
    Term("en", "es", "May", "mayo", is_advice=True),
    Term("en", "es", "Council", "Consejo", case_sensitive=True),
)
ENTRIES = 'city hall,ayuntamiento\n"mayor, the","la ""alcaldesa"""\n'


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[GoogleServer]:
    monkeypatch.setenv("GOOGLE_ACCESS_TOKEN", TOKEN)
    with running(GoogleServer()) as started:
        yield started


@pytest.fixture
def slept() -> list[float]:
    return []


@pytest.fixture
def told(server: GoogleServer, slept: list[float]) -> Google:
    """An engine with a bucket, told the terms."""
    where = {"url": server.url, "storage_url": server.url, "project": "paper", "location": "us-central1"}
    return Google("gg", {**where, "bucket": "words"}, sleep=slept.append).within(Context(terms=TERMS))


def test_a_glossary_is_made_of_the_terms_and_used(told: Google, server: GoogleServer, slept: list[float]) -> None:
    server.looks = 3
    [said] = told.translate(["one"], PAIR)
    [(name, made)] = server.glossaries.items()
    assert said == f"{name}: ONE"
    assert server.entries[name] == ENTRIES
    assert name.startswith(f"{PARENT}/glossaries/lingotype-en-es-")
    assert made["languagePair"] == {"sourceLanguageCode": "en", "targetLanguageCode": "es"}
    assert made["inputConfig"]["gcsSource"]["inputUri"].startswith("gs://words/lingotype/")
    assert server.asked[-1].body["glossaryConfig"] == {"glossary": name, "ignoreCase": True}
    assert slept == [1, 2, 4]
    assert server.files == {}, "the file is not needed any more"
    assert told.supports_glossary


def test_the_same_terms_are_made_once(told: Google, server: GoogleServer) -> None:
    told.translate(["one"], PAIR)
    calls = len(server.asked)
    told.translate(["two"], PAIR)
    assert len(server.asked) == calls + 1
    again = build("gg", {"type": "google", **_table(server)}).within(Context(terms=TERMS))
    again.translate(["one"], PAIR)
    assert [asked.method for asked in server.asked[calls + 1 :]] == ["GET", "POST"]
    assert len(server.entries) == 1


def _table(server: GoogleServer) -> dict[str, object]:
    where = {"url": server.url, "storage_url": server.url, "project": "paper", "location": "us-central1"}
    return {**where, "bucket": "words"}


def test_without_terms_that_google_can_keep_there_is_none(told: Google, server: GoogleServer) -> None:
    assert told.within(Context(terms=TERMS[2:])).translate(["one"], PAIR) == ["ONE"]
    assert "glossaryConfig" not in server.asked[-1].body
    assert len(server.asked) == 1


def test_of_a_pairs_glossaries_the_newest_ten_stay(told: Google, server: GoogleServer) -> None:
    others = [f"{PARENT}/glossaries/{name}" for name in ("lingotype-en-ru-1", "lingotype-en-es-mx-1", "harbor")]
    ours = [f"{PARENT}/glossaries/lingotype-en-es-{number:02}" for number in range(12)]
    for number, name in enumerate([*ours, *others]):
        server.glossaries[name] = {"name": name, "submitTime": f"2025-01-{number + 1:02}T00:00:00Z"}
    told.translate(["one"], PAIR)
    assert {name for name in server.glossaries if name in ours} == set(ours[3:])
    assert set(others) < set(server.glossaries)


def test_a_glossary_that_somebody_deleted_is_made_again_once(told: Google, server: GoogleServer) -> None:
    told.translate(["one"], PAIR)
    server.glossaries.clear()
    assert told.translate(["one"], PAIR)[0].endswith(": ONE")
    assert len(server.glossaries) == 1


@pytest.mark.parametrize(
    ("replies", "said", "is_retryable"),
    [
        ([google_error(403, "PERMISSION_DENIED", "no storage.objects.create")], "no storage.objects.create", False),
        ([says({"name": "x"}), google_error(409, "ALREADY_EXISTS", "there")], "another worker is making", True),
        ([says({"name": "x"}), says([])], "no operation", False),
        ([says({"name": "x"}), Reply(body=b"<html>")], "not JSON", False),
        ([says({"name": "x"}), *[Reply(503, b"{}")] * 4], "503", True),
    ],
    ids=["bucket", "another makes it", "no operation", "broken", "busy"],
)
def test_a_glossary_that_cannot_be_made_is_an_error_of_the_engine(
    told: Google, server: GoogleServer, replies: list[Reply], said: str, is_retryable: bool
) -> None:
    server.replies += [google_error(404, "NOT_FOUND", "none"), *replies]
    with pytest.raises(EngineError, match=said) as raised:
        told.translate_all(["one"], PAIR)
    assert raised.value.retryable is is_retryable
    assert not any(asked.path.endswith(":translateText") for asked in server.asked)


def test_an_operation_that_fails_or_never_ends_says_so(told: Google, server: GoogleServer, slept: list[float]) -> None:
    server.fails = "Invalid CSV."
    with pytest.raises(EngineError, match="could not make the glossary: Invalid CSV") as raised:
        told.translate(["one"], PAIR)
    assert not raised.value.retryable
    server.glossaries.clear()
    server.looks, server.fails = 99, ""
    with pytest.raises(EngineError, match="still preparing") as raised:
        told.translate(["one"], PAIR)
    assert raised.value.retryable
    assert sum(slept) <= 62
    assert server.files == {}


def test_a_bucket_needs_a_place_that_has_glossaries() -> None:
    with pytest.raises(EngineSettingsError, match='"bucket" needs a "location"'):
        build("gg", {"type": "google", "project": "p", "bucket": "words"})
