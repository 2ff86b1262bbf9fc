"""What the file for Caddy has beside what every web server owes: pages packed with Zstandard."""

import zstandard

from tests.deploy.pages import TEXT
from tests.deploy.programs import ask, needs
from tests.deploy.web_servers import caddy

pytestmark = needs("caddy")


def test_zstandard(tmp_path, store, serve):
    with caddy(tmp_path, store, serve.port) as port:
        answer = ask(port, accept_encoding="zstd")
    assert (answer.status, answer.headers["Content-Encoding"]) == (200, "zstd")
    assert zstandard.ZstdDecompressor().decompress(answer.body) == TEXT
