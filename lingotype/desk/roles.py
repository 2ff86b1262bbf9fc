"""The roles of a newsroom as Wagtail groups: made where they are missing, and the newsroom's own from then on.

What an administrator has changed by hand stays: a group that is there is never touched, but for a language that
nobody has any right in yet.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from wagtail.models import Collection, GroupApprovalTask, GroupCollectionPermission, GroupPagePermission, Page

from lingotype.language.facts import LANGUAGES
from lingotype.newsroom.models import FrontPage

_ENTER = ("wagtailadmin.access_admin",)
_LOOK = ("newsroom.view_tag", "newsroom.view_person", "translation.view_glossaryentry")
_RECORDS = ("newsroom.add_tag", "newsroom.change_tag", "newsroom.add_person", "newsroom.change_person")
_STEER = (
    "translation.add_glossaryentry", "translation.change_glossaryentry", "translation.delete_glossaryentry",
    "translation.steer_languages", "newsroom.delete_tag", "newsroom.delete_person",
)  # fmt: skip
_EDIT = ("add_page", "change_page", "publish_page", "lock_page", "unlock_page")
_FILES = ("add_image", "choose_image", "add_document", "choose_document")
_ALL_FILES = (*_FILES, "change_image", "change_document")

EVERYTHING = "*"


@dataclass(frozen=True, slots=True)
class Role:
    """What a group is made with."""

    name: str
    permissions: Sequence[str]
    """Of models, as `app.codename`; `EVERYTHING` for all there are."""
    pages: Sequence[str] = ()
    """Below the front page of each language that the role is for."""
    files: Sequence[str] = ()
    """In all collections of pictures and documents."""
    languages: Sequence[str] | None = None
    """Those it is for; None: all."""
    approves: bool = False
    """Whether it may approve what reporters submit."""


def roles(languages: Sequence[str], editorial: Sequence[str]) -> list[Role]:
    """The roles of a newsroom with these languages."""
    look = (*_ENTER, *_LOOK)
    translators = [
        Role(translators_of(code), look, ("change_page", "publish_page"), ("choose_image",), (code,))
        for code in languages
    ]  # fmt: skip
    return [
        Role("Reporter", look, ("add_page",), _FILES, tuple(editorial)),
        *translators,
        Role("Editor", (*look, *_RECORDS), _EDIT, _ALL_FILES, approves=True),
        Role("Chief", (*look, *_RECORDS, *_STEER), (*_EDIT, "bulk_delete_page"), _ALL_FILES, approves=True),
        Role("Admin", (EVERYTHING,), (*_EDIT, "bulk_delete_page"), _ALL_FILES, approves=True),
    ]


def translators_of(code: str) -> str:
    """The name of the group that translates into that language."""
    return f"Translator: {LANGUAGES[code].english_name} ({code})"


def plant_roles(languages: Sequence[str], editorial: Sequence[str]) -> None:
    """Make the groups that are missing, and give the others a language that is new. Safe to call again and again."""
    wanted = roles(languages, editorial)
    with transaction.atomic():
        present = {group.name: group for group in Group.objects.filter(name__in=[role.name for role in wanted])}
        fronts = {front.locale.language_code: front for front in FrontPage.objects.select_related("locale")}
        new = _without_rights(fronts)
        for role in wanted:
            group = present.get(role.name)
            if group is None:
                _make(role, [fronts[code] for code in role.languages or languages])
            elif new:
                _allow(group, role.pages, [fronts[code] for code in role.languages or languages if code in new])


def _without_rights(fronts: dict[str, FrontPage]) -> set[str]:
    """Languages in which nobody has any right of their own: their front pages have just been made."""
    known = set(GroupPagePermission.objects.filter(page__in=fronts.values()).values_list("page_id", flat=True))
    return {code for code, front in fronts.items() if front.pk not in known}


def _make(role: Role, fronts: Sequence[FrontPage]) -> None:
    group = Group.objects.create(name=role.name)
    group.permissions.set(_permissions(role.permissions))
    places = Page.objects.filter(depth=1) if EVERYTHING in role.permissions else fronts
    _allow(group, role.pages, [*places, *fronts])
    root = Collection.get_first_root_node()
    files = Permission.objects.filter(content_type__app_label__in=("wagtailimages", "wagtaildocs"))
    GroupCollectionPermission.objects.bulk_create(
        GroupCollectionPermission(group=group, collection=root, permission=permission)
        for permission in files.filter(codename__in=role.files)
    )
    if role.approves:
        for task in GroupApprovalTask.objects.all():
            task.groups.add(group)


def _allow(group: Group, codenames: Iterable[str], pages: Iterable[Page]) -> None:
    permissions = Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=list(codenames))
    wanted = {(page.pk, permission.pk) for page in pages for permission in permissions}
    GroupPagePermission.objects.bulk_create(
        [GroupPagePermission(group=group, page_id=page, permission_id=permission) for page, permission in wanted],
        ignore_conflicts=True,
    )


def _permissions(names: Sequence[str]) -> Iterable[Permission]:
    if EVERYTHING in names:
        return Permission.objects.all()
    chosen = Q()
    for name in names:
        app, codename = name.split(".")
        chosen |= Q(content_type__app_label=app, codename=codename)
    return Permission.objects.filter(chosen)
