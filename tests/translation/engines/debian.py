"""Where tests with Debian's own Apertium run: wherever it is installed, and in CI in any case."""

import os
import shutil

import pytest

needs_apertium = pytest.mark.skipif(
    shutil.which("lt-proc") is None and os.environ.get("CI") != "true",
    reason="Debian's apertium is not installed",
)
