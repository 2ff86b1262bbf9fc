"""Translation memory: texts that were translated before are never paid for, and never drift, again.

In this order, as WPML does it: this very place of the article, then anywhere. A person's text wins over a machine's.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace

from django.db.models import QuerySet
from wagtail_localize.models import StringTranslation

from lingotype.translation import quotations
from lingotype.translation.proposals import Origin, Proposal, Work

BEGUN = "near match"
"""The tool of a text that a person began with another text's translation and has not gone through yet."""


def finished_texts() -> "QuerySet[StringTranslation]":
    """The translations that memory may give to other texts: valid, and no mere beginnings."""
    return StringTranslation.objects.filter(has_error=False).exclude(tool_name=BEGUN)


def recall(work: Work) -> Work:
    """Give every segment the translation that memory holds for exactly its text.

    Where a person had corrected a text and its source has changed since, the desk is asked to look: their words do
    not fit any more, and a machine's must not take their place unseen.
    """
    here = _of_this_article(work)
    found = {}
    for index in work.open_indexes():
        segment = work.proposals[index].segment
        if (row := here.get((segment.context_id, segment.string_id))) is not None:
            found[index] = _proposal(work, index, row, is_here=True)
            if work.only_engine and not _is_a_persons(found[index]):  # made again, in the place of what stands there
                found[index] = replace(work.proposals[index], row_id=row.pk)
    work = work.with_translations(found)
    work = replace(work, desk=(*work.desk, *_corrections_left_behind(work, here), *_begun(work, here)))
    elsewhere = _anywhere(work, {work.proposals[index].segment.string_id for index in work.open_indexes()})
    if work.only_engine:
        elsewhere = {string: row for string, row in elsewhere.items() if _is_manual(row)}
    return work.with_translations(
        {
            index: _proposal(work, index, row, is_here=False)
            for index in work.open_indexes()
            if (row := elsewhere.get(work.proposals[index].segment.string_id)) is not None
        }
    )


def _of_this_article(work: Work) -> Mapping[tuple[int, int], StringTranslation]:
    rows = StringTranslation.objects.filter(
        locale=work.target_locale, context__object_id=work.texts.source.object_id, has_error=False
    )
    return {(row.context_id, row.translation_of_id): row for row in rows}


def _anywhere(work: Work, strings: Collection[int]) -> Mapping[int, StringTranslation]:
    if not strings:
        return {}
    grouped: dict[int, list[StringTranslation]] = defaultdict(list)
    rows = finished_texts().filter(locale=work.target_locale, translation_of_id__in=strings)
    for row in rows:
        grouped[row.translation_of_id].append(row)
    return {string: max(twins, key=lambda row: (_is_manual(row), row.updated_at)) for string, twins in grouped.items()}


def _corrections_left_behind(work: Work, here: Mapping[tuple[int, int], StringTranslation]) -> list[str]:
    """A line for each correction whose source has changed, until a person has published what stands in its place.

    A block of several paragraphs is one context: which of its texts took the place of the corrected one is not known,
    but it is one that a machine made since, and that nobody has published.
    """
    present = {(proposal.segment.context_id, proposal.segment.string_id) for proposal in work.proposals}
    left = [
        row
        for key, row in here.items()
        if _is_manual(row) and key not in present and row.pk not in work.settled_corrections
    ]
    lines = []
    for row in left:
        instead = next((one for one in work.proposals if _may_replace(one, row, here)), None)
        if instead is not None:
            lines.append(
                f"a person had corrected a translation to “{_start(row.data)}”, and its source has changed: "
                f"look at “{_start(instead.segment.html)}” and publish it"
            )
    return lines


def _begun(work: Work, here: Mapping[tuple[int, int], StringTranslation]) -> list[str]:
    present = [(proposal.segment.context_id, proposal.segment.string_id) for proposal in work.proposals]
    return [
        f"“{_start(here[key].data)}” was begun with a similar text’s translation: go through it and publish it"
        for key in present
        if key in here and here[key].tool_name == BEGUN
    ]


def _may_replace(
    proposal: Proposal, correction: StringTranslation, here: Mapping[tuple[int, int], StringTranslation]
) -> bool:
    if proposal.segment.context_id != correction.context_id or proposal.is_reviewed:
        return False
    row = here.get((proposal.segment.context_id, proposal.segment.string_id))
    return row is None or (not _is_manual(row) and row.updated_at > correction.updated_at)


def _is_a_persons(proposal: Proposal) -> bool:
    return proposal.origin is Origin.MANUAL or proposal.is_reviewed


def _start(html: str, length: int = 60) -> str:
    return html if len(html) <= length else html[:length].rsplit(" ", 1)[0] + "…"


def _is_manual(row: StringTranslation) -> bool:
    return bool(row.translation_type == StringTranslation.TRANSLATION_TYPE_MANUAL)


def _proposal(work: Work, index: int, row: StringTranslation, *, is_here: bool) -> Proposal:
    proposal = work.proposals[index]
    if _is_manual(row):
        return proposal.with_translation(row.data, Origin.MANUAL, row.tool_name, is_new=not is_here)
    # Memory knows the text and not the original of a quotation inside it, which may have been mended since.
    html = quotations.filled(row.data, work.given.get(index, {}))
    recalled = proposal.with_translation(html, Origin.MEMORY, row.tool_name, is_new=not is_here or html != row.data)
    is_reviewed = row.last_translated_by_id is not None and not recalled.is_new
    return replace(recalled, row_id=row.pk if is_here else None, is_reviewed=is_reviewed)
