"""What the file for nginx has beside what every web server owes: `test_web_servers.py` has that."""

from tests.deploy.pages import KINDS
from tests.deploy.programs import ask, needs

pytestmark = needs("nginx")


def test_head_has_the_length_of_what_is_packed_too(only_nginx):
    answer = ask(only_nginx, method="HEAD", accept_encoding="gzip")
    assert (answer.status, answer.body) == (200, b"")
    assert int(answer.headers["Content-Length"]) == len(ask(only_nginx, accept_encoding="gzip").body)


def test_serve_says_its_own_headers_and_no_others(only_nginx, serve):
    serve.headers = (("Server-Timing", 'db;desc="9 queries"'),)
    answer = ask(only_nginx, "/en/")
    assert answer.headers.get_all("Server-Timing") == ['db;desc="9 queries"']
    assert answer.headers.get("X-Frame-Options") is None


def test_each_page_bears_the_key_by_which_it_is_purged(only_nginx):
    for path in KINDS:
        headers = ask(only_nginx, path, accept_encoding="gzip").headers
        assert [headers[name] for name in ("Surrogate-Key", "xkey")] == [f"{path} site"] * 2
        assert headers["Cache-Tag"] == f"{path},site"
