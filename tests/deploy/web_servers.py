"""nginx and Caddy as `deploy/` sets them up: stored pages from the disk, everything else from `lingotype serve`."""

import getpass
import os
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from lingotype.delivery.stores.disk import DiskStore
from tests.deploy.programs import filled, started
from tests.journeys.serving import free_port

Start = Callable[[Path, DiskStore, int], AbstractContextManager[int]]
"""From a folder of its own, the store and the port of `serve` to the port that it answers at."""
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
MAIN = """
{load}
{user}
daemon off;
worker_processes 1;
pid {here}/nginx.pid;
error_log stderr;
events {{ worker_connections 64; }}
http {{
    access_log off;
    client_body_temp_path {here}/body;
    proxy_temp_path {here}/proxy;
    fastcgi_temp_path {here}/fastcgi;
    uwsgi_temp_path {here}/uwsgi;
    scgi_temp_path {here}/scgi;
    include {here}/site.conf;
}}
"""
FOR_TESTS = "{\n\tadmin off\n\tauto_https off\n\tdefault_bind 127.0.0.1\n}\n"


@contextmanager
def nginx(folder: Path, store: DiskStore, serve: int) -> Iterator[int]:
    """nginx, with Brotli where Debian's module is installed, and with the headers that a CDN wants."""
    port = free_port()
    site = filled(
        "nginx.conf",
        {
            "listen LISTEN": f"listen 127.0.0.1:{port}", "HOST": "courier.example",
            "root PAGES": f"root {store.folder}",
            "server UPSTREAM": f"server 127.0.0.1:{serve}",
        },
    )  # fmt: skip
    load = ""
    if BROTLI.exists():
        load, site = f"load_module {BROTLI};", site.replace("#brotli_static", "brotli_static")
    site = re.sub(r"#(?=add_header (Surrogate-Key|Cache-Tag|xkey))", "", site)
    (folder / "site.conf").write_text(site)
    user = f"user {getpass.getuser()};" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(MAIN.format(load=load, user=user, here=folder))
    command = ("nginx", "-p", folder, "-e", "stderr", "-c", folder / "nginx.conf")
    with started(*command, port=port, folder=folder):
        yield port


@contextmanager
def caddy(folder: Path, store: DiskStore, serve: int) -> Iterator[int]:
    """Caddy."""
    port = free_port()
    values = {
        "\nHOST {": f"\nhttp://:{port} {{", "root PAGES": f"root {store.folder}",
        "proxy UPSTREAM": f"proxy 127.0.0.1:{serve}",
    }  # fmt: skip
    (folder / "Caddyfile").write_text(FOR_TESTS + filled("Caddyfile", values))
    command = ("caddy", "run", "--adapter", "caddyfile", "--config", folder / "Caddyfile")
    with started(*command, port=port, folder=folder):
        yield port
