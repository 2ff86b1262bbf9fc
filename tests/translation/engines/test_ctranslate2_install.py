"""Installing a model: whole and as published, or not at all."""

import hashlib
import io
import socket
import stat
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lingotype.translation.engines.ctranslate2 import CTranslate2
from lingotype.translation.engines.ctranslate2.install import CannotInstallError, Installed, install
from lingotype.translation.engines.ctranslate2.unpacking import CannotUnpackError, unpack
from lingotype.translation.pairs import LanguagePair
from tests.translation.engines.model_server import ModelServer, package, zipped
from tests.translation.engines.service import Reply, running, says
from tests.translation.engines.tiny_model import make_argos

PAIR = LanguagePair("ru", "en")


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return package(make_argos(tmp_path_factory.mktemp("made") / "ru_en"))


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with running(ModelServer()) as started:
        yield started


@pytest.fixture
def fetch(server: ModelServer, tmp_path: Path) -> Callable[..., Installed]:
    """Install the model of a pair from the server into the newsroom's folder."""
    return lambda pair=PAIR: install(pair, tmp_path / "models", server.index_url, lambda got, known: None)


def folders(tmp_path: Path) -> list[str]:
    return sorted(path.name for path in (tmp_path / "models").iterdir()) if (tmp_path / "models").exists() else []


def test_an_installed_model_translates(
    server: ModelServer, fetch: Callable[..., Installed], archive: bytes, tmp_path: Path
) -> None:
    checksum = hashlib.sha256(archive).hexdigest()
    server.publish("ru_en.argosmodel", archive, size=len(archive), sha256=checksum.upper())
    done = fetch()
    assert (done.version, done.sha256, done.is_verified) == ("1.9", checksum, True)
    assert sorted(path.name for path in (tmp_path / "models" / "ru-en").iterdir()) == [
        "README.md", "metadata.json", "model", "sentencepiece.model",
    ]  # fmt: skip
    local = CTranslate2("local", {})
    local.folder = tmp_path
    assert local.translate(["кот спит."], PAIR) == ["КОТ СПИТ."]


def test_the_newest_takes_the_place_of_an_earlier_one_without_a_published_checksum(
    server: ModelServer, fetch: Callable[..., Installed], archive: bytes, tmp_path: Path
) -> None:
    server.publish("old", b"", package_version="1.9")
    server.publish("new", archive, package_version="1.10")
    server.publish("other", b"", target="uk", package_version="2.0")
    server.index += ["odd", {}, {"from_code": "ru", "to_code": "en", "package_version": "9", "links": ["ipfs://x"]}]
    seen: list[tuple[int, int]] = []
    for _ in range(2):
        done = install(PAIR, tmp_path / "models", server.index_url, lambda got, known: seen.append((got, known)))
    assert (done.version, done.is_verified) == ("1.10", False)
    assert folders(tmp_path) == ["ru-en"]
    assert seen[-1] == (len(archive), len(archive))


def test_the_next_link_is_tried(server: ModelServer, fetch: Callable[..., Installed], archive: bytes) -> None:
    server.publish("good", archive, links=[f"{server.url}/gone", f"{server.url}/good"])
    assert fetch().version == "1.9"


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"sha256": "0" * 64}, "and the index says 0000"),
        ({"size": 5}, "longer than 5 bytes"),
        ({"size": 99_000_000}, "and the index says 99,000,000"),
        ({"size": 10**15}, "too many for this disk"),
        ({"links": ["ipfs://x"]}, "has no model from ru to en"),
        ({"from_code": "uk"}, "has no model from ru to en"),
        ({"to_code": "es"}, "has no model from ru to en; from ru there are es"),
    ],
)
def test_what_is_not_as_published_is_not_installed(
    server: ModelServer, fetch: Callable[..., Installed], archive: bytes, tmp_path: Path, more: dict, said: str
) -> None:
    server.publish("ru_en", archive)
    fetch()
    kept = (tmp_path / "models" / "ru-en").stat().st_ino
    server.index.clear()
    server.publish("ru_en", archive, **more)
    with pytest.raises(CannotInstallError, match=said):
        fetch()
    assert folders(tmp_path) == ["ru-en"]
    assert (tmp_path / "models" / "ru-en").stat().st_ino == kept


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (Reply(404), "the server answered 404"),
        (Reply(body=b"<html>"), "not JSON"),
        (Reply(body=b"{}"), "not a list"),
        (Reply(body=b" " * 5_100_000), "longer than"),
        (Reply(body=b"[" * 50, cut_at=3), "is there a network"),
    ],
)
def test_an_index_that_is_none(server: ModelServer, fetch: Callable[..., Installed], reply: Reply, said: str) -> None:
    server.replies.append(reply)
    with pytest.raises(CannotInstallError, match=said):
        fetch()


def test_an_archive_that_is_cut_off(
    server: ModelServer, fetch: Callable[..., Installed], archive: bytes, tmp_path: Path
) -> None:
    server.publish("ru_en", archive)
    server.replies += [says(server.index), Reply(body=archive, cut_at=5_000)]
    with pytest.raises(CannotInstallError, match="no connection with"):
        fetch()
    assert folders(tmp_path) == []


def test_there_is_no_network(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    with pytest.raises(CannotInstallError, match=rf"no connection with 127\.0\.0\.1:{port}; is there a network\?"):
        install(PAIR, tmp_path, f"http://127.0.0.1:{port}/index.json", lambda got, known: None)


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"m/metadata.json": b"{}"}, "the archive: its metadata.json names no pair"),
        ({"m/metadata.json": b'{"from_code": "ru", "to_code": "en"}'}, "the archive: it has no sentencepiece.model"),
        ({"m/README.md": b""}, "the archive: it has no model.bin"),
    ],
)
def test_an_archive_without_a_model(
    server: ModelServer, fetch: Callable[..., Installed], tmp_path: Path, files: dict[str, bytes], said: str
) -> None:
    server.publish("ru_en", zipped(files))
    with pytest.raises(CannotInstallError, match=said):
        fetch()
    assert folders(tmp_path) == []


def test_an_archive_with_a_model_for_another_pair(
    server: ModelServer, fetch: Callable[..., Installed], archive: bytes
) -> None:
    server.publish("ru_en", archive, target="uk")
    with pytest.raises(CannotInstallError, match="the archive holds no model for ru → uk"):
        fetch(LanguagePair("ru", "uk"))


def special(name: str, mode: int) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as made:
        made.writestr("m/metadata.json", b"{}")
        member = zipfile.ZipInfo(name)
        member.external_attr = mode << 16
        made.writestr(member, b"/etc/passwd")
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (zipped({"m/x": b"", "../evil": b""}), "outside its folder: '../evil'"),
        (zipped({"m/model/../../../evil": b""}), "outside its folder"),
        (zipped({"/etc/evil": b""}), "outside its folder"),
        (zipped({"m\\..\\evil": b""}), "outside its folder"),
        (zipped({"C:/evil": b""}), "outside its folder"),
        (special("m/model/link", stat.S_IFLNK | 0o777), "something that is no file"),
        (special("m/model/pipe", stat.S_IFIFO | 0o644), "something that is no file"),
        (zipped({"a/x": b"", "b/x": b""}), "not one folder"),
        (zipped({}), "not one folder"),
        (zipped({f"m/model/{number}": b"" for number in range(2_001)}), "larger than any model"),
        (b"not a zip", "cannot be read"),
        (zipped({"m/model/x": b"x" * 9_999})[:-40], "cannot be read"),
    ],
)
def test_archives_that_are_refused(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "archive").write_bytes(content)
    with pytest.raises(CannotUnpackError, match=said):
        unpack(tmp_path / "archive", tmp_path / "model")
    assert not (tmp_path / "evil").exists()
    assert not (tmp_path.parent / "evil").exists()


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    content = bytearray(zipped({"m/model/model.bin": b"\0" * 1_000}))
    where = content.rindex(b"PK\x01\x02") + 24
    content[where : where + 4] = (4_000_000_001).to_bytes(4, "little")
    (tmp_path / "archive").write_bytes(content)
    with pytest.raises(CannotUnpackError, match="larger than any model"):
        unpack(tmp_path / "archive", tmp_path / "model")
    assert not (tmp_path / "model").exists()


def test_a_file_that_says_it_is_small_gives_no_more_than_it_says(tmp_path: Path) -> None:
    content = bytearray(zipped({"m/model/model.bin": b"\0" * 1_000_000}))
    for mark, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        where = content.rindex(mark) + offset
        content[where : where + 4] = (10).to_bytes(4, "little")
    (tmp_path / "archive").write_bytes(content)
    with pytest.raises(CannotUnpackError, match="cannot be read: Bad CRC"):
        unpack(tmp_path / "archive", tmp_path / "model")
    assert (tmp_path / "model" / "model" / "model.bin").stat().st_size <= 10
