"""Wagtail's HTTP API is not offered here, and so it is not loaded.

Wagtail 8 offers it to whoever installs `wagtail.api.v3`. Four of its apps register their parts with it all the same
when they start: measured, 0.8 s of every command and 40 MB of every process, for ninja, pydantic and REST framework.
Here those parts are empty stand-ins; a newsroom whose settings install the API itself does not call `leave_out`.
"""

import re
import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

_NAMES = re.compile(r"wagtail\.(api\.v3|(images|documents|snippets|locales|contrib\.redirects)\.api\.v3)(\..+)?")
_FOLDERS_OF_ONE = ("wagtail.contrib.redirects.api",)
"""Packages that hold nothing else that anybody here loads, and load REST framework."""


def leave_out() -> None:
    """From now on in this process."""
    if not any(isinstance(finder, _Finder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Finder())


class _Nothing:
    """Takes whatever is registered with it."""

    def __call__(self, *_words: object, **_named: object) -> "_Nothing":
        return self

    def __getattr__(self, name: str) -> "_Nothing":
        if name.startswith("__"):
            raise AttributeError(name)
        return self


class _StandIn(ModuleType):
    """A module in which everything is there and nothing happens."""

    def __getattr__(self, name: str) -> _Nothing:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Nothing()


class _Finder(MetaPathFinder, Loader):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Ours for these names."""
        del path, target
        if _NAMES.fullmatch(fullname) or fullname in _FOLDERS_OF_ONE:
            return ModuleSpec(fullname, self, is_package=True)
        return None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """Empty."""
        return _StandIn(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Nothing to run."""
