"""What an editor asks of many languages of many articles at once: each is judged by itself, none stops another."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import log
from wagtail.models import Page

from lingotype.desk.in_words import in_words
from lingotype.desk.rights import rights_of
from lingotype.newsroom.models import ArticlePage, FrontPage, MadeBy
from lingotype.translation.steering.errors import CannotSteerError
from lingotype.translation.steering.keep_back import keep_back
from lingotype.translation.steering.let_out import let_out
from lingotype.translation.steering.retranslate import retranslate
from lingotype.translation.steering.retry import retry
from lingotype.translation.steering.translate_now import translate_now

MOST = 1000
"""Cells that one form may name."""
STEER = "translation.steer_languages"

Chosen = tuple[int, str]
"""An article's id and a language."""


@dataclass(frozen=True, slots=True)
class Action:
    """One of the board's buttons."""

    code: str
    label: str | Promise
    icon: str
    does: Callable[..., None]
    needs_publishing: bool = False
    """Whether it decides what readers see."""
    takes_engine: bool = False

    @property
    def log_name(self) -> str:
        """Its name in Wagtail's history."""
        return f"lingotype.board.{self.code}"


ACTIONS: Mapping[str, Action] = {
    action.code: action
    for action in (
        Action("translate", gettext_lazy("Translate now"), "arrow-right", translate_now),
        Action("retry", gettext_lazy("Try again"), "rotate", retry),
        Action("hold", gettext_lazy("Hold"), "lock", keep_back, needs_publishing=True),
        Action("publish", gettext_lazy("Publish"), "upload", let_out, needs_publishing=True),
        Action("retranslate", gettext_lazy("Retranslate"), "wagtail-localize-language", retranslate,
               needs_publishing=True, takes_engine=True),
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of it."""

    done: int
    refused: Mapping[str, int]
    """How many were not done, by the reason in the editor's language."""


def act(action: Action, chosen: Iterable[Chosen], user: Any, engine: str = "") -> Outcome:
    """Ask it of each. A page that the user may not touch, and a wish that cannot be granted, is counted with why."""
    cells = sorted(set(chosen))[:MOST]  # everybody locks in the same order
    if action.takes_engine and len(cells) > 1 and not user.has_perm(STEER):
        return Outcome(0, {_("only those who may change engines retranslate several at once"): len(cells)})
    articles = _articles({article for article, _lang in cells})
    versions = _versions(articles.values())
    fronts = rights_of(user).fronts
    done, refused = 0, Counter[str]()
    with transaction.atomic():  # one wait for the disk, however many cells
        for number, lang in cells:
            article = articles.get(number)
            version = versions.get((article.translation_key, lang)) if article is not None else None
            try:
                if article is None or lang not in fronts:
                    raise CannotSteerError(_("there is no such article any more"))
                _refuse(action, article, lang, version or fronts[lang], user)
                action.does(article, lang, *([engine] if action.takes_engine else []))
            except CannotSteerError as error:
                refused[in_words(error.reason)] += 1
                continue
            log(version or article, action.log_name, user=user, data={"lang": lang, "engine": engine})
            done += 1
    return Outcome(done, refused)


def _articles(numbers: Iterable[int]) -> dict[int, ArticlePage]:
    pages = ArticlePage.objects.filter(pk__in=list(numbers), made_by=MadeBy.ORIGINAL, alias_of=None)
    return {page.pk: page for page in pages.select_related("locale").defer_streamfields()}


def _versions(articles: Iterable[ArticlePage]) -> dict[tuple[Any, str], ArticlePage]:
    keys = [article.translation_key for article in articles]
    pages = ArticlePage.objects.filter(translation_key__in=keys).exclude(made_by=MadeBy.ORIGINAL)
    return {(page.translation_key, page.lang): page for page in pages.select_related("locale").defer_streamfields()}


def _refuse(action: Action, article: ArticlePage, lang: str, page: ArticlePage | FrontPage | Page, user: Any) -> None:
    """Judge by the language version, or by its language's front page while there is none."""
    rights = page.permissions_for_user(user)
    if not (rights.can_publish() if action.needs_publishing else rights.can_edit()):
        said = _("you may not publish in {language}") if action.needs_publishing else _("you may not edit {language}")
        raise CannotSteerError(said.format(language=page.locale.get_display_name()))
    if lang == article.lang:
        raise CannotSteerError(_("it is the original"))
    if isinstance(page, ArticlePage) and rights.page_locked():
        raise CannotSteerError(_("it is locked"))
