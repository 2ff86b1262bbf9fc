"""What happens when Apertium's pipeline misbehaves: modes of our own making in a real shell."""

import os
import shutil
import time
from pathlib import Path

import pytest

from lingotype.translation.engines import EngineError, EngineSettingsError, build
from lingotype.translation.engines.apertium import Apertium
from lingotype.translation.engines.apertium.child import ChildError, run
from lingotype.translation.engines.apertium.modes import command
from lingotype.translation.pairs import LanguagePair

PAIR = LanguagePair("en", "es")


def engine(folder: Path, mode: str, **options: object) -> Apertium:
    (folder / "eng-spa.mode").write_text(mode + "\n")
    return Apertium("local", {"type": "apertium", "modes": str(folder), **options})


def test_a_pipeline_that_changes_nothing(tmp_path: Path) -> None:
    texts = ["One. Two.", "", "three <b> \\ ^$", "17:40"]
    assert engine(tmp_path, "sed s/x/x/ | sed s/y/y/").translate(texts, PAIR) == texts


@pytest.mark.parametrize(
    ("mode", "said", "retryable"),
    [
        ("sed 2d", 'the sentence "Two": the answer lost it', False),
        ("sed 2q", 'the sentence "Three": the answer lost it', False),
        ("sed s/Two/Two\\n/ | sed s/\\[1\\]//", 'the sentence "Two": the answer lost it', False),
        ("sed '1!G;h;$!d'", 'the sentence "One": the answer lost it', False),
        ("sed ':a;p;ba'", "the answer is longer than", False),
        ("tail -f /dev/null", "no answer within 0.3 s", True),
        ("tail -f /dev/null | sed s/x/x/", "no answer within 0.3 s", True),
        ("no-such-program", "the pipeline failed with status 127", False),
        ("sed s/x | cat", "the pipeline failed with status 1: ", False),  # the last program's status is not enough
        ("lt-proc '/nowhere/eng-spa.automorf.bin' | sed s/x/x/", "the pipeline failed with status", False),
    ],
)
def test_a_pipeline_that_fails(tmp_path: Path, mode: str, said: str, retryable: bool) -> None:
    with pytest.raises(EngineError) as raised:
        engine(tmp_path, mode, timeout_seconds=0.3 if retryable else 30).translate_all(["One", "Two", "Three"], PAIR)
    assert str(raised.value).startswith("engine local, en→es, texts 1–3 of 3")
    assert said in str(raised.value)
    assert raised.value.retryable is retryable


def test_nothing_is_left_running(tmp_path: Path) -> None:
    pids = tmp_path / "pids"
    stage = f"(echo $BASHPID >> {pids}; exec sleep 600)"
    with pytest.raises(ChildError, match=r"no answer within 0\.5 s"):
        run(f"{stage} | {stage}", b"", seconds=0.5, at_most=9)
    started = [int(pid) for pid in pids.read_text().split()]
    assert len(started) == 2
    for _ in range(500):  # a killed process needs a moment
        if not any(_is_alive(pid) for pid in started):
            break
        time.sleep(0.01)
    assert [pid for pid in started if _is_alive(pid)] == []


def _is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def test_the_child_sees_nothing_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIBRETRANSLATE_API_KEY", "secret")
    seen = dict(line.split("=", 1) for line in run("env", b"", seconds=5, at_most=10_000).decode().splitlines())
    assert "LIBRETRANSLATE_API_KEY" not in seen
    assert seen["LC_ALL"] == "C.UTF-8"
    assert seen["PATH"] == os.environ["PATH"]


def test_the_crashing_tagger_is_replaced() -> None:
    mode = (
        "lt-proc -w '/d/a.bin' | cg-proc -w '/d/a.rlx.bin' | apertium-tagger -g $2 '/d/a.prob' | apertium-pretransfer"
        " | lt-proc -b '/d/b.bin' | apertium-transfer -b '/d/r.t1x' '/d/r.t1x.bin' | lt-proc $1 '/d/g.bin'"
    )
    made = command(mode, LanguagePair("uk", "ru"))
    assert "tagger" not in made
    assert "cg-proc -z -1 -n -w '/d/a.rlx.bin'" in made
    assert "lt-proc -z -g '/d/g.bin'" in made
    assert "'/d/r.t1x') '/d/r.t1x.bin'" in made  # the rules, mended on their way in
    assert "$1" not in made
    assert "$2" not in made


def test_pairs_are_those_that_are_installed(tmp_path: Path) -> None:
    for name in ("rus-ukr", "spa-eng_US", "xxx-eng", "por-spa"):
        (tmp_path / f"{name}.mode").touch()
    installed = engine(tmp_path, "cat")
    assert installed.pairs() == [LanguagePair("en", "es"), LanguagePair("pt", "es"), LanguagePair("ru", "uk")]
    assert installed.can_translate(PAIR)
    assert not installed.can_translate(LanguagePair("es", "en"))
    with pytest.raises(EngineError, match="engine local, es→en: the pair is not installed: apt-get install"):
        installed.translate(["uno"], LanguagePair("es", "en"))


def test_problems_say_what_to_install(tmp_path: Path) -> None:
    (problem,) = Apertium("local", {"modes": str(tmp_path)}).problems()
    assert problem == (
        "Apertium is not installed: apt-get install --no-install-recommends"
        " apertium apertium-rus-ukr apertium-bel-rus apertium-eng-spa"
    )
    if shutil.which("lt-proc"):
        assert engine(tmp_path, "cat").problems() == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"timeout_seconds": 0}, '"timeout_seconds" must be a number over 0'),
        ({"modes": ""}, '"modes" must be a text'),
        ({"url": "http://x"}, 'does not know "url"'),
    ],
)
def test_wrong_settings(options: dict[str, object], said: str) -> None:
    with pytest.raises(EngineSettingsError) as raised:
        build("local", {"type": "apertium", **options})
    assert str(raised.value).startswith("[engines.local] ")
    assert said in str(raised.value)
