"""A store with pages in it, and web servers in front of it."""

import pytest

from tests.deploy.pages import filled_store
from tests.deploy.programs import needs, serving
from tests.deploy.web_servers import caddy, nginx


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("server")


@pytest.fixture(scope="module")
def store(folder):
    return filled_store(folder)


@pytest.fixture(scope="module")
def serve():
    with serving() as serve:
        yield serve


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(nginx, id="nginx", marks=needs("nginx")),
        pytest.param(caddy, id="caddy", marks=needs("caddy")),
    ],
)
def web(request, tmp_path_factory, store, serve):
    """The port of a web server that has to do what each of them has to."""
    with request.param(tmp_path_factory.mktemp("web"), store, serve.port) as port:
        yield port


@pytest.fixture(scope="module")
def only_nginx(tmp_path_factory, store, serve):
    """The port of nginx, for what its file alone has."""
    with nginx(tmp_path_factory.mktemp("nginx"), store, serve.port) as port:
        yield port
