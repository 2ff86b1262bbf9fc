"""The newsroom's glossary as the pipeline uses it: the terms of one pair of languages, in one section."""

from collections import defaultdict
from typing import Any

from django.db.models import Q
from wagtail.models import Page

from lingotype.newsroom.models import ArticlePage
from lingotype.translation.models import GlossaryWording
from lingotype.translation.pairs import LanguagePair
from lingotype.translation.terms import Term


def terms_of(pair: LanguagePair, article: ArticlePage | None = None) -> tuple[Term, ...]:
    """The terms that hold for this pair in the section of this article, in a steady order. One query.

    An entry needs a wording in both languages; one that is never translated needs a wording in any. A usual name that
    the newsroom has words of its own for is left out.
    """
    rows = (
        GlossaryWording.objects.filter(Q(lang__in=(pair.source, pair.target)) | Q(entry__never_translate=True))
        .filter(Q(entry__section="") | Q(entry__section__in=_sections_of(article)))
        .select_related("entry")
        .order_by("entry_id", "pk")
    )
    entries: defaultdict[int, dict[str, GlossaryWording]] = defaultdict(dict)
    for row in rows:
        entries[row.entry_id][row.lang] = row
    found = [term for wordings in entries.values() if (term := _term(wordings, pair)) is not None]
    agreed = {form.lower() for term in found if not term.is_advice for form in (term.source, *term.source_forms)}
    return tuple(term for term in found if not term.is_advice or term.source.lower() not in agreed)


def _sections_of(article: ArticlePage | None) -> Any:
    if article is None:
        return []
    return Page.objects.filter(path=article.path[: -ArticlePage.steplen]).values("slug")


def _term(wordings: dict[str, GlossaryWording], pair: LanguagePair) -> Term | None:
    entry = next(iter(wordings.values())).entry
    source, target = wordings.get(pair.source), wordings.get(pair.target)
    if entry.never_translate:
        source = source or next(iter(wordings.values()))
        target = source
    if source is None or target is None:
        return None
    return Term(
        pair.source, pair.target, source.text, target.text, _forms(source), _forms(target),
        never_translate=entry.never_translate, case_sensitive=entry.case_sensitive,
        is_advice=entry.is_seed,
    )  # fmt: skip


def _forms(wording: GlossaryWording) -> tuple[str, ...]:
    return tuple(line.strip() for line in wording.forms.splitlines() if line.strip())
