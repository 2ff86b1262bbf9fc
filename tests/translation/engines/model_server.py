"""A place where models are published: an index as Argos has it, and archives."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.translation.engines.service import Asked, Reply, ServiceServer, says


class ModelServer(ServiceServer):
    """Serves `files` by their paths, and the index at `/index.json`."""

    def __init__(self) -> None:
        super().__init__()
        self.files: dict[str, bytes] = {}
        self.index: list[Any] = []

    @property
    def index_url(self) -> str:
        return f"{self.url}/index.json"

    def publish(self, name: str, archive: bytes, source: str = "ru", target: str = "en", **more: object) -> None:
        """List an archive in the index; `more` overrides what is said of it."""
        self.files[f"/{name}"] = archive
        row = {
            "package_version": "1.9", "argos_version": "1.9.0", "from_code": source, "from_name": "X",
            "to_code": target, "to_name": "Y", "links": [f"{self.url}/{name}"], "code": f"translate-{source}_{target}",
        }  # fmt: skip
        self.index.append(row | more)

    def answer(self, asked: Asked) -> Reply:
        if asked.path == "/index.json":
            return says(self.index)
        return Reply(body=self.files[asked.path]) if asked.path in self.files else Reply(404, b"gone")


def package(folder: Path, name: str = "translate-ru_en-1_9") -> bytes:
    """A model's folder as Argos packages it, with what other programs need beside it."""
    files = {f"{name}/{path.relative_to(folder)}": path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return zipped({**files, f"{name}/stanza/ru/tokenize/x.pt": b"for another program"})


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip archive of these files."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return content.getvalue()
