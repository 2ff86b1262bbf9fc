"""The figures in `results.json` as a picture: `docs/images/performance.svg`. Draws what was measured and nothing else.

`python -m benchmarks.plot` after the results have been written down. Readable in light and in dark.
"""

import json
import sys
from html import escape
from pathlib import Path

HERE = Path(__file__).parent
RESULTS, PICTURE = HERE / "results.json", HERE.parent / "docs" / "images" / "performance.svg"
_WIDTH, _BAR, _GAP, _LEFT, _FULL = 720, 22, 12, 250, 380
_STYLE = (
    "text{font:14px system-ui,sans-serif;fill:#222}.t{font-weight:600;font-size:16px}.b{fill:#2b6a8f}.o{fill:#b7c7d1}"
    "rect.p{fill:#fff}@media(prefers-color-scheme:dark){text{fill:#ddd}.b{fill:#6cb2d8}.o{fill:#4c5b66}rect.p{fill:#181a1b}}"
)


def main() -> int:
    """Draw."""
    results = json.loads(RESULTS.read_text(encoding="utf-8"))
    parts: list[str] = []
    y = 34
    for chart in results["charts"]:
        y = _chart(parts, chart, y)
    height = y + 12
    parts.insert(0, f'<rect class="p" width="{_WIDTH}" height="{height}"/>')
    note = escape(f"{results['machine']}, {results['date']}")
    parts.append(f'<text x="12" y="{height - 10}" font-size="12">{note}</text>')
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img">'
    title = f"<title>{escape(results['title'])}</title><style>{_STYLE}</style>"
    PICTURE.write_text(f"{head}{title}{''.join(parts)}</svg>\n", encoding="utf-8")
    return 0


def _chart(parts: list[str], chart: dict[str, object], y: int) -> int:
    """Append one chart of bars that begins at `y`; returns where it ends."""
    parts.append(f'<text class="t" x="12" y="{y}">{escape(str(chart["title"]))}</text>')
    bars: list[dict[str, object]] = chart["bars"]  # type: ignore[assignment]
    most = max(float(str(bar["value"])) for bar in bars)
    y += 14
    for bar in bars:
        value = float(str(bar["value"]))
        width = max(1.0, _FULL * value / most)
        middle = y + _BAR - 6
        parts.append(f'<text x="{_LEFT - 10}" y="{middle}" text-anchor="end">{escape(str(bar["name"]))}</text>')
        kind = "b" if bar.get("ours") else "o"
        parts.append(f'<rect class="{kind}" x="{_LEFT}" y="{y}" width="{width:.1f}" height="{_BAR}"/>')
        parts.append(f'<text x="{_LEFT + width + 6:.1f}" y="{middle}">{escape(str(bar["shown"]))}</text>')
        y += _BAR + _GAP
    return y + 30


if __name__ == "__main__":
    sys.exit(main())
