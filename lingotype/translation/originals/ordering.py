"""The order in which a retelling follows its source."""

from collections.abc import Sequence


def in_order(rows: Sequence[Sequence[tuple[float, int]]], *, least: float = 0.3) -> dict[int, int]:
    """Of each row's candidates (score, place) at most one, so that places never go back and the scores are highest.

    Returns the place chosen for each row that has one. Rows are an article's quotations, places are in the source.
    """
    pairs = [(number, place, score) for number, row in enumerate(rows) for score, place in row if score >= least]
    best: list[float] = []
    before: list[int] = []
    for at, (number, place, score) in enumerate(pairs):
        best.append(score)
        before.append(-1)
        for earlier in range(at):
            row, start, _ = pairs[earlier]
            if row < number and start <= place and best[earlier] + score > best[at]:
                best[at], before[at] = best[earlier] + score, earlier
    if not pairs:
        return {}
    at = max(range(len(pairs)), key=lambda index: (best[index], -index))
    chain = {}
    while at >= 0:
        number, place, _ = pairs[at]
        chain[number] = place
        at = before[at]
    return chain
