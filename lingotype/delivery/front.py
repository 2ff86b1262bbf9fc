"""The ASGI front: files and stored pages go out straight from the disk, everything else is Django's."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from lingotype.delivery.files import FindFile, Scope, Send, plain, send_file
from lingotype.delivery.stored import StoredPages
from lingotype.delivery.unknown import Unknown

Receive = Callable[[], Awaitable[Mapping[str, Any]]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]


class Front:
    """One door for everything. `files` maps the beginning of an address to a function that finds its file."""

    def __init__(
        self,
        app: App,
        files: Mapping[str, FindFile],
        pages: StoredPages | None = None,
        unknown: Unknown | None = None,
    ) -> None:
        self.app = app
        self.files = dict(files)
        self.pages = pages
        self.unknown = unknown

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http":
            # First what most readers ask for.
            if self.pages is not None and self.pages.is_kept(scope["path"]) and await self.pages.answer(scope, send):
                return
            for prefix, find in self.files.items():
                if scope["path"].startswith(prefix):
                    await send_file(find(scope["path"][len(prefix) :]), scope, send)
                    return
            if self.pages is not None and await self.pages.answer(scope, send):
                return
            if self.unknown is not None:
                await self._ask_sparingly(self.unknown, scope, receive, send)
                return
        await self.app(scope, receive, send)

    async def _ask_sparingly(self, unknown: Unknown, scope: Scope, receive: Receive, send: Send) -> None:
        """Ask Django, unless many ask it for what is not there, and this is nowhere either."""
        if not await unknown.is_known(scope["path"]):
            if self.pages is None or not await self.pages.answer_not_found(scope, send):
                await plain(send, 404, b"Not found")
            return

        async def watching(message: Mapping[str, Any]) -> None:
            if message["type"] == "http.response.start" and message["status"] == 404:
                unknown.was_not_found()
            await send(message)

        await self.app(scope, receive, watching)
