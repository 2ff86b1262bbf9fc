"""A wrong `lingotype.toml` stops every command at once: one line names the file, the setting and a way out."""

from pathlib import Path

import pytest

from tests.newsrooms import Newsroom, run

GOOD = '[languages]\nreaders = ["ru", "en"]\n[engines.local]\ntype = "apertium"\n'
ROUTE = '[[routes]]\nfrom = "ru"\nto = ["en"]\nengines = ["local"]\n'

MISTAKES = {
    "nothing in it": ("", "[languages] readers is empty"),
    "no TOML": ("[site\n", "line 1"),
    "a key twice": (GOOD + "[site]\nname = 'A'\nname = 'B'\n", "line 7"),
    "an unknown table": (GOOD + "[sites]\nname = 'A'\n", "sites is not a setting; did you mean site?"),
    "an unknown key": (GOOD + "[site]\nnames = 'A'\n", "site.names is not a setting; did you mean name?"),
    "an unknown key like no other": (GOOD + "[gate]\nkey = 'A'\n", "gate.key is not a setting; known are publish"),
    "a text for a table": ("site = 'A'\n" + GOOD, "[site] must be a table"),
    "a number for a name": (GOOD + "[site]\nname = 7\n", "site.name must be a text"),
    "an empty name": (GOOD + "[site]\nname = ' '\n", "site.name must be a text"),
    "no web address": (GOOD + "[site]\nurl = 'courier.example'\n", "site.url must be an address such as https://"),
    "another scheme": (GOOD + "[site]\nurl = 'ftp://courier.example'\n", "site.url must be an address"),
    "a port that is none": (GOOD + "[site]\nurl = 'http://courier.example:port'\n", "site.url must be an address"),
    "a port too high": (GOOD + "[site]\nurl = 'http://courier.example:99999'\n", "site.url must be an address"),
    "a path in the address": (GOOD + "[site]\nurl = 'https://a.example/news'\n", "site.url must end with the host"),
    "brackets in the address": (GOOD + "[site]\nurl = 'http://[courier'\n", "site.url must be an address"),
    "an unknown time zone": (GOOD + "[site]\ntime_zone = 'Europe/Kyivv'\n", "site.time_zone 'Europe/Kyivv'"),
    "a time zone outside": (GOOD + "[site]\ntime_zone = '../../etc/passwd'\n", "site.time_zone"),
    "no readers": ("[languages]\nreaders = []\n", "[languages] readers is empty"),
    "readers as a text": ("[languages]\nreaders = 'ru'\n", "languages.readers must be a list of codes"),
    "a list of numbers": ("[languages]\nreaders = [1]\n", "languages.readers must be a list of codes"),
    "an unknown language": ("[languages]\nreaders = ['ru', 'xx']\n", "languages.readers: 'xx' is not known; known are"),
    "an unknown editorial language": (
        "[languages]\nreaders = ['ru']\neditorial = ['yy']\n", "languages.editorial: 'yy' is not known",
    ),
    "an engine without a type": (GOOD + "[engines.lt]\nurl = 'http://127.0.0.1'\n", "[engines.lt] needs a type"),
    "an engine of no known type": (
        GOOD + "[engines.lt]\ntype = 'apertiun'\n",
        "[engines.lt] no engine has the type \"apertiun\"; did you mean apertium?",
    ),
    "an engine like no other": (
        GOOD + "[engines.lt]\ntype = 'babelfish'\n",
        "[engines.lt] no engine has the type \"babelfish\"; there are apertium",
    ),
    "an engine that is no table": (GOOD + "[engines]\nlt = 1\n", "engines"),
    "one route": (GOOD + "[routes]\nfrom = 'ru'\n", "routes must be tables, each headed [[routes]]"),
    "a route without an end": (GOOD + "[[routes]]\nfrom = 'ru'\n", "a route needs from"),
    "a route from nowhere": (GOOD + ROUTE.replace('"ru"', '"rus"'), "routes: language 'rus' is not known"),
    "a route from a number": (GOOD + ROUTE.replace('"ru"', "7"), "routes: language 7 is not known"),
    "a route from two": (GOOD + ROUTE.replace('"ru"', '["ru", "en"]'), "routes: language ['ru', 'en'] is not known"),
    "a route to nowhere": (GOOD + ROUTE.replace('"en"', '"eng"'), "routes: language 'eng' is not known"),
    "a route to a table": (GOOD + ROUTE.replace('"en"', "{a = 1}"), "routes: language"),
    "the country's code": ("[languages]\nreaders = ['ru', 'ua']\n", "did you mean uk, Ukrainian? Known are ru"),
    "a longer code": ("[languages]\nreaders = ['rus']\n", "'rus' is not known; did you mean ru, Russian?"),
    "an unknown engine": (GOOD + ROUTE.replace("local", "lokal"), "no [engines.lokal]; did you mean local?"),
    "an engine that is a list": (GOOD + ROUTE.replace('"local"', '["local"]'), "routes: there is no [engines."),
    "an unknown key of a route": (GOOD + ROUTE + "engine = 'local'\n", "routes.engine is not a setting"),
    "an unknown gate of a route": (GOOD + ROUTE + "gate = 'never'\n", "routes.gate must be one of checked, reviewed"),
    "an unknown gate": (GOOD + "[gate]\npublish = 'sometimes'\n", "gate.publish must be one of checked, reviewed"),
    "a gate that is a list": (GOOD + "[gate]\npublish = ['always']\n", "gate.publish must be one of"),
    "mail by nobody": (GOOD + "[mail]\ntype = 'smpt'\nfrom = 'a@b.example'\n", "mail.type must be one of brevo,"),
    "mail from nobody": (GOOD + "[mail]\ntype = 'console'\n", "mail.from must be a text that is not empty"),
    "mail from no address": (GOOD + "[mail]\ntype = 'console'\nfrom = 'the desk'\n", "mail.from must be an address"),
    "mail from two": (GOOD + "[mail]\ntype = 'console'\nfrom = 'a@b.example, c@d.example'\n", "mail.from must be"),
    "a header in mail.from": (
        GOOD + '[mail]\ntype = "console"\nfrom = "Desk\\nBcc: x@y.example <a@b.example>"\n', "mail.from must be",
    ),
    "mail to no server": (GOOD + "[mail]\ntype = 'smtp'\nfrom = 'a@b.example'\n", "mail.url must be smtp://"),
    "a mail server with a password": (
        GOOD + "[mail]\ntype = 'smtp'\nfrom = 'a@b.example'\nurl = 'smtp://desk:secret@mail.example'\n",
        "comes from the environment as SMTP_PASSWORD",
    ),
    "a service in the clear": (
        GOOD + "[mail]\ntype = 'postmark'\nfrom = 'a@b.example'\nurl = 'http://api.example'\n",
        "mail.url must be the address of the service",
    ),
    "an unknown key of mail": (GOOD + "[mail]\nhost = 'mail.example'\n", "mail.host is not a setting"),
    "a database that is no address": (GOOD + "[database]\nurl = 'lingotype.sqlite3'\n", "database.url"),
    "an unknown database": (GOOD + "[database]\nurl = 'oracle://host/name'\n", "database.url"),
    "a database without a name": (GOOD + "[database]\nurl = 'sqlite:///'\n", "database.url"),
    "a store that is no address": (GOOD + "[store]\nurl = 'pages'\n", "store.url"),
    "a purger of no type": (GOOD + "[purge]\nid = 'x'\n", "purge.type must be one of cloudflare, fastly, varnish"),
    "an unknown purger": (GOOD + "[purge]\ntype = 'akamai'\n", "purge.type must be one of"),
    "a purger that is a list": (GOOD + "[purge]\ntype = ['fastly']\n", "purge.type must be a text"),
    "a purger without its id": (GOOD + "[purge]\ntype = 'fastly'\n", '[purge] type = "fastly" needs id'),
    "a purger without its address": (GOOD + "[purge]\ntype = 'varnish'\n", '[purge] type = "varnish" needs url'),
    "a purger at no address": (GOOD + "[purge]\ntype = 'varnish'\nurl = 'cache:6081'\n", "purge.url must be"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "complaint"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_gets_one_line(tmp_path: Path, text: str, complaint: str) -> None:
    (tmp_path / "lingotype.toml").write_text(text, encoding="utf-8")
    refusal = run("status", cwd=tmp_path).refusal
    assert refusal.startswith("lingotype: lingotype.toml: ")
    assert complaint in refusal
    assert [path.name for path in tmp_path.iterdir()] == ["lingotype.toml"]


def test_settings_that_are_not_utf_8_are_refused(tmp_path: Path) -> None:
    (tmp_path / "lingotype.toml").write_bytes("[site]\nname = 'Порт'\n".encode("cp1251"))
    assert run("status", cwd=tmp_path).refusal == (
        "lingotype: lingotype.toml: not UTF-8: byte 0xCF on line 2; save it as UTF-8"
    )


def test_settings_that_are_a_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / "lingotype.toml").mkdir()
    assert run("status", cwd=tmp_path).refusal == "lingotype: lingotype.toml: this is a folder"


def test_a_file_is_no_newsroom(tmp_path: Path) -> None:
    (tmp_path / "lingotype.toml").write_text(GOOD, encoding="utf-8")
    refusal = run("status", "--site", "lingotype.toml", cwd=tmp_path).refusal
    assert refusal == f"lingotype: {tmp_path / 'lingotype.toml'} is a file; --site names a newsroom's folder"


DATABASES = ["postgres://postgres@127.0.0.1:1/paper", "sqlite:///no/such/folder/paper.sqlite3"]


@pytest.mark.parametrize("url", DATABASES)
def test_a_database_that_does_not_answer_is_said_in_one_line(paper: Newsroom, url: str) -> None:
    paper.write("lingotype.toml", f'[languages]\nreaders = ["en", "ru"]\n[database]\nurl = "{url}"\n')
    assert "the database does not answer" in paper.run("status").refusal


@pytest.mark.parametrize("command", ["status", "doctor", "serve", "worker", "migrate"])
def test_a_damaged_database_is_said_in_one_line(quick: Newsroom, command: str) -> None:
    (quick.folder / "lingotype.sqlite3").write_bytes(bytes(range(256)) * 16)
    assert "the database cannot be used: file is not a database" in quick.run(command).refusal


@pytest.mark.parametrize(
    ("words", "table", "complaint"),
    [
        (["publish", "a.md"], 'type = "libretranslate"', '[engines.lt] needs "url"'),
        (["worker"], 'type = "no.such.Engine"', '[engines.lt] the type "no.such.Engine" cannot be imported'),
        (["serve"], 'type = "apertium"\nmodus = "x"', '[engines.lt] does not know "modus"'),
    ],
)
def test_a_wrong_engine_stops_the_start_and_not_the_first_story(
    paper: Newsroom, words: list[str], table: str, complaint: str
) -> None:
    paper.write("lingotype.toml", f'[languages]\nreaders = ["en", "ru"]\n[engines.lt]\n{table}\n')
    assert paper.run(*words).refusal.startswith(f"lingotype: lingotype.toml: {complaint}")
