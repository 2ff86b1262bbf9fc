"""The child process that reads a page: HTML comes in, JSON with its text goes out. Nothing it does can outlast it.

`python -m lingotype.importing.source_page.extractor SECONDS BYTES`. A page is somebody else's program for a parser:
it may be nested a million deep or consist of one endless table. So it is read where time and memory are limited.
"""

import json
import resource
import sys

_HEAD = 200_000


def main() -> int:
    """Limit ourselves, then read."""
    seconds, memory = int(sys.argv[1]), int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    html = sys.stdin.buffer.read().decode("utf-8")
    sys.stdout.buffer.write(json.dumps(_read(html)).encode())
    return 0


def _read(html: str) -> dict[str, str]:
    import trafilatura  # 90 MB and half a second: only here

    if "<body" not in html[:_HEAD].lower():  # an editor's file may be a part of a page
        html = f"<html><body>{html}</body></html>"
    found = trafilatura.bare_extraction(
        html, include_comments=False, include_tables=False, include_links=False, favor_recall=True, with_metadata=False
    )
    if found is None:
        return {"text": "", "title": ""}
    return {"text": str(getattr(found, "text", "") or ""), "title": str(getattr(found, "title", "") or "")}


if __name__ == "__main__":
    sys.exit(main())
