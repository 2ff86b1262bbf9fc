"""What an editor decides about a quotation: this is its original; it is in none of the sources; take that back.

An accepted original is written on that very quotation in the article's last version, as a new draft. What has become
of the quotation meanwhile is looked at in the same transaction: nothing that somebody else wrote is lost.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from lingotype.importing.models import Decision, SourceText
from lingotype.newsroom.models import ArticlePage
from lingotype.translation.originals.article import ArticleQuotation, quotations_of
from lingotype.translation.originals.marking import with_attributes, without_mark


class CannotDecideError(Exception):
    """It is not as the editor saw it any more, or a person has to do it. `str()` says so in the editor's language."""


def accept(article: ArticlePage, user: Any, key: str, source: str, place: tuple[int, int]) -> None:
    """Write the proposal that begins and ends there in the source's text on the quotation. `CannotDecideError`."""
    with transaction.atomic():
        page = _last_version(article)
        quotation = _quotation(page, key)
        text, words = _proposed(article, key, source, place)
        if quotation.original:
            raise CannotDecideError(_("This quotation has an original by now: look at it before you change it."))
        if not quotation.can_be_marked:
            raise CannotDecideError(
                _("There is a link inside these words: mark the quotation in the article’s editor.")
            )
        speaker = quotation.attributes.get("speaker", "")
        given = {"source": source, "speaker": speaker, "original": words, "lang": text.lang}
        before = dict(quotation.attributes) if quotation.is_marked else None
        _save(page, user, _marked(page, key, given))
        _decide(article, key, Decision.Kind.ACCEPTED, words=words, before=before)


def dismiss(article: ArticlePage, key: str) -> None:
    """Note that none of the sources has this quotation."""
    with transaction.atomic():
        if _quotation(_last_version(article), key).original:
            raise CannotDecideError(_("This quotation has an original by now: look at it before you change it."))
        _decide(article, key, Decision.Kind.DISMISSED)


def undo(article: ArticlePage, user: Any, key: str) -> None:
    """Take back what was decided last about a quotation. Raises `CannotDecideError`."""
    with transaction.atomic():
        page = _last_version(article)
        decision = Decision.objects.filter(article=article, key=key).first()
        if decision is None:
            raise CannotDecideError(_("There is nothing to undo here."))
        if decision.kind == Decision.Kind.ACCEPTED:
            if _quotation(page, key).original != decision.words:
                raise CannotDecideError(_("This original has been changed since: mend it in the article’s editor."))
            _save(page, user, _marked(page, key, decision.before))
        decision.delete()


def _last_version(article: ArticlePage) -> ArticlePage:
    """The last version, with its row locked until the transaction ends."""
    current = Page.objects.select_for_update(of=("self",)).get(pk=article.pk).specific
    page: ArticlePage = current.get_latest_revision_as_object()
    return page


def _quotation(page: ArticlePage, key: str) -> ArticleQuotation:
    found = next((one for one in quotations_of(page.body.raw_data, page.lang) if one.key == key), None)
    if found is None:
        raise CannotDecideError(
            _("The article has been changed, and this quotation is not in it as it was. Nothing was written.")
        )
    return found


def _proposed(article: ArticlePage, key: str, source: str, place: tuple[int, int]) -> tuple[SourceText, str]:
    """The source's text, and its words there."""
    for text in SourceText.objects.filter(article=article, source=source):
        for one in text.proposals.get(key, ()):
            if (one["start"], one["end"]) == place:
                return text, str(one["words"])
    raise CannotDecideError(_("The source has been read again, and this proposal is gone. Nothing was written."))


def _marked(page: ArticlePage, key: str, attributes: Mapping[str, str] | None) -> Sequence[Mapping[str, Any]]:
    body = page.body.raw_data
    if attributes is None:
        return without_mark(body, page.lang, key)
    return with_attributes(body, page.lang, key, attributes)


def _save(page: ArticlePage, user: Any, body: Sequence[Mapping[str, Any]]) -> None:
    page.body = json.dumps([dict(block) for block in body])
    page.save_revision(user=user, log_action=True, clean=False)  # a draft may be unfinished elsewhere


def _decide(
    article: ArticlePage, key: str, kind: str, *, words: str = "", before: dict[str, str] | None = None
) -> None:
    Decision.objects.update_or_create(
        article=article, key=key, defaults={"kind": kind, "words": words, "before": before}
    )  # fmt: skip
