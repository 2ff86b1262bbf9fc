"""The product's own settings on a newsroom made for the tests; PostgreSQL when LINGOTYPE_TEST_DATABASE names it."""

import os
import tempfile
from pathlib import Path

_folder = Path(tempfile.mkdtemp(prefix="lingotype-tests-"))
_database = os.environ.get("LINGOTYPE_TEST_DATABASE", "sqlite:///test.sqlite3")
(_folder / "lingotype.toml").write_text(
    f"""
[site]
name = "Harbor Courier"
url = "http://127.0.0.1:8000"
[languages]
readers = ["ru", "en", "uk", "es", "he"]
editorial = ["ru", "en"]
[engines.upper]
type = "tests.engines.UpperCase"
[engines.phrases]
type = "tests.engines.Phrases"
[engines.down]
type = "tests.engines.Down"
[[routes]]
from = "ru"
to = ["uk"]
engines = ["upper"]
gate = "always"
[[routes]]
from = "ru"
to = ["en"]
engines = ["down", "upper"]
gate = "always"
[[routes]]
from = "ru"
to = ["he"]
engines = ["down"]
[[routes]]
from = "en"
to = ["es"]
engines = ["phrases"]
[[routes]]
from = "en"
to = ["ru"]
engines = ["upper"]
gate = "reviewed"
[database]
url = "{_database}"
""",
    encoding="utf-8",
)
os.environ["LINGOTYPE_SITE"] = str(_folder)

from lingotype.config.settings import *  # noqa: E402, F403 - all of them, once the file above is written

if _template := os.environ.get("LINGOTYPE_TEST_TEMPLATE"):
    DATABASES["default"]["TEST"] = {"TEMPLATE": _template}  # noqa: F405 - one of them

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
