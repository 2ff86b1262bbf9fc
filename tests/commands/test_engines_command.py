"""`lingotype engines`: what translates here, and models for this machine."""

import hashlib
from collections.abc import Iterator

import pytest

from tests.newsrooms import Newsroom
from tests.translation.engines.model_server import ModelServer, package
from tests.translation.engines.service import running
from tests.translation.engines.tiny_model import make_argos

MODELS = """
[engines.models]
type = "ctranslate2"

[[routes]]
from = "es"
to = ["en"]
engines = ["models"]
gate = "always"
"""


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return package(make_argos(tmp_path_factory.mktemp("made") / "es_en", "es", "en"))


@pytest.fixture
def server(archive: bytes) -> Iterator[ModelServer]:
    with running(ModelServer()) as started:
        started.publish("es_en", archive, "es", "en", sha256=hashlib.sha256(archive).hexdigest())
        yield started


def test_a_model_is_installed_listed_and_translates(paper: Newsroom, server: ModelServer) -> None:
    with (paper.folder / "lingotype.toml").open("a") as settings:
        settings.write(MODELS)
    before = paper.run("doctor", "--json").json
    assert any("lingotype engines install" in row["message"] for row in before if row["about"] == "engine models")
    done = paper.run("engines", "install", "es", "en", "--index", server.index_url)
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines()[0].endswith("models/es-en: Argos 1.9, es → en")
    assert done.out.splitlines()[1].startswith("SHA-256 as published: ")
    listed = paper.run("engines", "list", "--json").json
    assert listed["models"] == [{"folder": str(paper.folder / "models" / "es-en"), "kind": "Argos", "pairs": ["es-en"]}]
    said = paper.run("translate", "--from", "es", "--to", "en", stdin="кот спит у моря. дом".encode())
    assert said.out == "КОТ СПИТ У МОРЯ. ДОМ"


def test_the_list_says_whether_texts_leave_the_newsroom(paper: Newsroom) -> None:
    with (paper.folder / "lingotype.toml").open("a") as settings:
        settings.write('[engines.deepl]\ntype = "deepl"\npairs = ["ru-uk"]\n')
    listed = paper.run("engines", "list", "--json").json
    assert listed["models"] == []
    assert listed["engines"][-1] == {"name": "deepl", "type": "deepl", "leaves_newsroom": True, "pairs": ["ru-uk"]}
    lines = paper.run("engines", "list").out.splitlines()
    assert lines[0].startswith("engine loud: tests.commands.engines.Loud; on this machine; en-ru, en-uk")
    assert lines[-1] == "engine deepl: deepl; sends texts elsewhere; ru-uk"


def test_what_the_index_does_not_publish_is_said(quick: Newsroom, server: ModelServer) -> None:
    del server.index[0]["sha256"]
    done = quick.run("engines", "install", "es", "en", "--index", server.index_url)
    assert done.status == 0
    checksum, hint = done.err.splitlines()
    assert checksum.startswith("The index publishes no checksum to compare with. SHA-256: ")
    assert hint.startswith("To use it, add to lingotype.toml: [engines.models]")
    row = quick.run("engines", "install", "es", "en", "--index", server.index_url, "--json").json
    assert (row["pairs"], row["version"], row["is_verified"]) == (["es-en"], "1.9", False)
    assert quick.run("engines", "list", "--json").json["models"][0]["pairs"] == ["es-en"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["install", "es"], "engines install needs two languages"),
        (["install", "es", "es"], "engines install needs two languages"),
        (["install", "es", "xx"], "language 'xx' is not known"),
        (["list", "es"], "engines list takes no languages"),
        (["install", "es", "en", "--index", "http://127.0.0.1:1/index.json"], "is there a network?"),
        (["install", "es", "en", "--index", "nonsense"], "nonsense: "),
        (["install", "es", "en", "--index", "http://us:er@127.0.0.1:1/x"], "lingotype: http://127.0.0.1:1/x: "),
    ],
)
def test_what_cannot_be_done_is_one_line(quick: Newsroom, words: list[str], said: str) -> None:
    assert said in quick.run("engines", *words).refusal
    assert not any((quick.folder / "models").glob("*"))


def test_a_model_that_is_not_published_is_one_line(quick: Newsroom, server: ModelServer) -> None:
    refused = quick.run("engines", "install", "en", "es", "--index", server.index_url)
    assert "has no model from en to es" in refused.refusal
