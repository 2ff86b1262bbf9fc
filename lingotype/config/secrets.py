"""Generated secrets: files beside the settings, readable by their owner only."""

import os
import secrets
from pathlib import Path

SECRET_KEY_FILE = ".secret-key"


def secret_key(folder: Path) -> str:
    """Django's secret key of this newsroom; made at first use, mode 0600."""
    path = folder / SECRET_KEY_FILE
    try:
        return path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        write_secret(path, secrets.token_urlsafe(48))
        return path.read_text(encoding="ascii").strip()


def write_secret(path: Path, value: str) -> None:
    """Write a secret that did not exist; whoever came first wins, so that two processes agree."""
    partial = path.with_name(f"{path.name}.{os.getpid()}")
    partial.touch(mode=0o600)
    partial.write_text(value + "\n", encoding="ascii")
    try:
        os.link(partial, path)
    except FileExistsError:
        pass
    finally:
        partial.unlink()
