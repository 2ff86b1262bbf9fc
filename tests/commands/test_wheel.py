"""The built wheel, in a virtual environment of its own: everything that a newsroom needs is inside it."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from functools import partial
from pathlib import Path

import pytest

from tests.commands.articles import BY_PEOPLE, ENGLISH
from tests.journeys.serving import command_of, descendants, serving
from tests.newsrooms import ROOT, Newsroom, run

PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built as for a release, from what is in the checkout and with what is installed."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [*PIP, "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", folder, ROOT]
    subprocess.run(build, check=True, capture_output=True)
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of an environment with the wheel in it, beside what the wheel needs, and not the checkout."""
    folder = tmp_path_factory.mktemp("installed") / "venv"
    venv.create(folder, symlinks=True)
    interpreter = folder / "bin" / "python"
    install = [*PIP, "--python", interpreter, "install", "--quiet", "--no-deps", "--no-index", wheel]
    subprocess.run(install, check=True, capture_output=True)
    [packages] = folder.glob("lib/python*/site-packages")
    # A path in a .pth file is no place for further ones: the link to the checkout is not followed.
    (packages / "what-it-needs.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return interpreter


def said(python: Path, program: str) -> str:
    """What a program says that knows nothing of the checkout."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run([python, "-c", program], cwd=python.parent, env=kept, check=True, capture_output=True)
    return done.stdout.decode().strip()


def test_every_file_of_the_product_is_in_the_wheel(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    product = [*(ROOT / "lingotype").rglob("*"), *(ROOT / "demo").rglob("*")]
    files = {file.relative_to(ROOT) for file in product if file.is_file() and "__pycache__" not in file.parts}
    assert {str(file if file.parts[0] == "lingotype" else "lingotype" / file) for file in files} - inside == set()
    assert not any("tests" in Path(name).parts or name.endswith(".pyc") for name in inside)


def test_the_installed_package_is_what_runs(python: Path) -> None:
    assert Path(said(python, "import lingotype; print(lingotype.__file__)")).is_relative_to(python.parents[1])
    demo = Path(said(python, "from lingotype.config.demo import contents; print(contents())"))
    assert demo.is_relative_to(python.parents[1])
    assert list(demo.glob("articles/*.md"))


def test_a_newsroom_is_made_filled_and_served_from_it(python: Path, tmp_path: Path) -> None:
    lingotype = python.with_name("lingotype")
    command = partial(run, lingotype=lingotype, PYTHONPATH="")
    made = command("new", tmp_path / "paper", "--languages", "en,uk", cwd=tmp_path)
    assert made.status == 0, made.err
    newsroom = Newsroom(tmp_path / "paper", command, lingotype, python_path="")
    files = [newsroom.write("a.md", ENGLISH), newsroom.write("b.md", BY_PEOPLE)]
    published = newsroom.run("publish", *files, "--json")
    assert published.status == 0, published.err
    with serving(newsroom) as served:
        assert all(str(python.parent) in command_of(pid) for pid in descendants(served.process.pid))
        page = served.get("/uk/city/porom-spizniuietsia/").text
        assert "Пором спізнюється" in page
        assert "Переклад: Марія Левченко." in page
        face = page.partition('href="/static/')[2].partition('"')[0]
        assert served.get(f"/static/{face}").status == 200
        assert served.get("/admin/login/").status == 200
