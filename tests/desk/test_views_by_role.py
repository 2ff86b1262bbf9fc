"""Every view of the desk × every role: who is let in. A view that is not in the table fails the test at the end."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail_localize.models import OverridableSegment, StringSegment, Translation

from lingotype.delivery.reporting.taking import take
from lingotype.desk.wagtail_hooks import admin_urls
from lingotype.newsroom.models import ArticlePage, Person, Tag
from lingotype.newsroom.paragraphs import paragraphs_of
from lingotype.translation.models import DryRun, GlossaryEntry
from tests.desk.board.conftest import person, roles  # noqa: F401 - fixtures
from tests.desk.conftest import RUSSIAN, version

TRANSLATOR = "Translator: Ukrainian (uk)"
ROLES = {"R": "Reporter", "T": TRANSLATOR, "E": "Editor", "C": "Chief", "A": "Admin"}
ALL, OWN, EDITORS, CHIEFS, NOBODY = "RTECA", "TECA", "ECA", "CA", ""
LINK = "\n    [Письмо](https://example.org/letter).\n"

# The view, how it is asked, what for (a key of `places`), and the roles that are let in, by their first letters.
TABLE = [
    ("desk_board", "get", "", ALL),
    ("desk_board_rows", "get", "", ALL),
    ("desk_board_do", "post", "", ALL),  # each cell by its own right: tests/desk/board/test_acting.py
    ("desk_quotation", "get", "", ALL),  # an empty form, which knows nothing of any page
    ("desk_tag_names", "get", "", ALL),
    ("desk_glossary_import", "get", "", CHIEFS),
    ("desk_glossary_import", "post", "", CHIEFS),
    ("desk_glossary_export", "get", "csv", CHIEFS),
    ("desk_glossary_seed", "get", "", CHIEFS),
    ("desk_glossary_seed", "post", "", CHIEFS),
    ("desk_term_suggestions", "get", "", CHIEFS),
    ("desk_similar_translations", "get", "translation uk", OWN),
    ("desk_similar_translations", "get", "translation en", EDITORS),
    ("desk_similar_translations", "post", "translation en", EDITORS),
    ("desk_originals", "get", "original", EDITORS),
    ("desk_originals", "get", "page en", EDITORS),
    ("desk_originals_state", "get", "original", EDITORS),
    ("desk_originals_fetch", "post", "source", EDITORS),
    ("desk_originals_give", "post", "source", EDITORS),
    ("desk_originals_forget", "post", "source", EDITORS),
    ("desk_originals_decide", "post", "quotation", EDITORS),
    ("desk_edit_string", "put", "string uk", OWN),
    ("desk_edit_string", "put", "string en", EDITORS),
    ("desk_edit_string", "delete", "string en", EDITORS),
    ("desk_review", "get", "page uk", OWN),
    ("desk_review", "get", "page en", EDITORS),
    ("desk_review_presence", "post", "page uk", OWN),
    ("desk_review_presence", "post", "page en", EDITORS),
    ("desk_review_paragraph", "get", "text uk", OWN),
    ("desk_review_paragraph", "get", "text en", EDITORS),
    ("desk_review_suggestions", "get", "text uk", OWN),
    ("desk_review_suggestions", "get", "text en", EDITORS),
    ("desk_review_write", "post", "text uk", OWN),
    ("desk_review_write", "post", "text en", EDITORS),
    ("desk_review_comment", "post", "text uk", OWN),
    ("desk_review_comment", "post", "text en", EDITORS),
    ("desk_review_approve", "post", "text uk", OWN),
    ("desk_review_approve", "post", "text en", EDITORS),
    ("desk_review_approve_all", "post", "page uk", OWN),
    ("desk_review_approve_all", "post", "page en", EDITORS),
    ("desk_review_publish", "post", "page uk", OWN),
    ("desk_review_publish", "post", "page en", EDITORS),
    ("desk_corrections", "get", "original", EDITORS),
    ("desk_corrections", "post", "original", EDITORS),
    ("desk_corrections", "get", "page uk", OWN),
    ("desk_corrections", "post", "page en", EDITORS),
    ("desk_pairs", "get", "", EDITORS),
    ("desk_pair", "get", "pair", EDITORS),
    ("desk_pair_route", "post", "pair", CHIEFS),
    ("desk_pair_move", "post", "step", CHIEFS),
    ("desk_pair_dry_run", "post", "pair", CHIEFS),
    ("desk_dry_run", "get", "run", EDITORS),
    ("desk_dry_run_state", "get", "run", EDITORS),
    ("desk_corrections_rows", "get", "original", EDITORS),
    ("desk_corrections_rows", "get", "page uk", OWN),
    ("desk_corrections_rows", "get", "page en", EDITORS),
    ("desk_languages", "get", "original", EDITORS),
    ("desk_languages", "post", "original", EDITORS),
    ("desk_reports", "get", "", ALL),  # each shows those about pages that one may edit: tests/desk/reports
    ("desk_reports_results", "get", "", ALL),
    ("desk_report", "get", "report uk", OWN),
    ("desk_report", "get", "report en", EDITORS),
    ("desk_report", "post", "report uk", OWN),
    ("desk_report", "post", "report en", EDITORS),
    ("desk_closed_0", "post", "page en", NOBODY),
    ("desk_closed_1", "post", "snippet", NOBODY),
    ("desk_closed_2", "post", "source id", NOBODY),
    ("desk_closed_3", "post", "translation en", NOBODY),
    ("desk_closed_4", "post", "translation en", NOBODY),
    ("desk_closed_5", "post", "page en", NOBODY),
    ("wagtail_localize:edit_override", "put", "override uk", OWN),
    ("wagtail_localize:edit_override", "put", "override en", EDITORS),
    ("wagtail_localize:edit_override", "delete", "override en", EDITORS),
    ("wagtail_localize:download_pofile", "get", "translation uk", OWN),
    ("wagtail_localize:download_pofile", "get", "translation en", EDITORS),
    ("wagtail_localize:upload_pofile", "post", "translation uk", OWN),
    ("wagtail_localize:upload_pofile", "post", "translation en", EDITORS),
    ("wagtail_localize:preview_translation", "get", "translation uk", OWN),
    ("wagtail_localize:preview_translation", "get", "translation en", EDITORS),
    ("wagtail_localize:translations_report", "get", "", ALL),  # titles and states, as on the board
    ("wagtail_localize:translations_report_results", "get", "", ALL),
    ("wagtail_localize:javascript_catalog", "get", "", ALL),
    ("wagtail_localize:snippets_api_listing", "get", "snippets", ALL),  # names of tags and people, to look at
    ("wagtail_localize:snippets_api_detail", "get", "snippet", ALL),
    ("wagtailadmin_pages:edit", "get", "page uk", OWN),
    ("wagtailadmin_pages:edit", "get", "page en", EDITORS),
    ("wagtailadmin_pages:edit", "get", "original", EDITORS),
    ("wagtailadmin_pages:edit", "publish", "page en", EDITORS),
    ("wagtailadmin_pages:delete", "get", "page en", EDITORS),
    ("wagtailadmin_pages:unpublish", "get", "page uk", OWN),
    ("wagtailadmin_pages:unpublish", "get", "page en", EDITORS),
    ("wagtailadmin_pages:move", "get", "page en", EDITORS),
    ("wagtailadmin_pages:copy", "get", "page en", EDITORS),
    ("tags:list", "get", "", ALL),
    ("tags:add", "get", "", EDITORS),
    ("tags:edit", "get", "tag", EDITORS),
    ("tags:delete", "get", "tag", CHIEFS),
    ("people:list", "get", "", ALL),
    ("people:edit", "get", "person", EDITORS),
    ("glossary:list", "get", "", ALL),
    ("glossary:add", "get", "", CHIEFS),
    ("glossary:edit", "get", "term", CHIEFS),
    ("wagtailusers_users:index", "get", "", "A"),
    ("wagtailusers_groups:index", "get", "", "A"),
]

SNIPPETS = {"tags": Tag, "people": Person, "glossary": GlossaryEntry}
CLOSED = ("stop_translation", "machine_translate", "convert_to_alias", "submit_", "update_translations", "edit_string")
"""Views of wagtail-localize whose addresses the desk answers itself: `desk_closed_…`, `desk_edit_string`."""


@pytest.fixture
def places(publish, work):
    """What the table's words mean: arguments of addresses."""
    article = publish(RUSSIAN + LINK).page
    work()
    pages = {lang: version(article, lang) for lang in ("uk", "en")}
    translations = {one.target_locale.language_code: one for one in Translation.objects.all()}
    text = StringSegment.objects.get(source=translations["uk"].source, context__path="title")
    link = OverridableSegment.objects.filter(source=translations["uk"].source).first()
    tag = Tag.objects.create(name="Мост", lang="ru", slug="most")
    someone = Person.objects.create(name="Анна", lang="ru", slug="anna")
    return {
        "": [], "csv": ["csv"], "original": [article.pk], "source": [article.pk, "post"],
        "quotation": [article.pk, "x"], "snippet": ["newsroom", "tag", tag.pk], "snippets": ["newsroom", "tag"],
        "source id": [translations["uk"].source.pk], "tag": [tag.pk], "person": [someone.pk],
        "term": [GlossaryEntry.objects.create().pk], "pair": ["ru", "uk"], "step": ["ru", "uk", "upper"],
        "run": [DryRun.objects.create(source="ru", target="uk", engines=["upper", "phrases"]).pk],
        **{f"page {lang}": [page.pk] for lang, page in pages.items()},
        **{f"translation {lang}": [translations[lang].pk] for lang in pages},
        **{f"string {lang}": [translations[lang].pk, text.pk] for lang in pages},
        **{f"text {lang}": [page.pk, text.pk] for lang, page in pages.items()},
        **{f"report {lang}": [report_about(page).pk] for lang, page in pages.items()},
        **{f"override {lang}": [translations[lang].pk, link.pk] for lang in pages},
    }  # fmt: skip


def report_about(page):
    found = paragraphs_of(page)[0]
    return take(page, found, found.text, "Не в понедельник", "")


def address(name, args):
    space, _, view = name.partition(":")
    if space in SNIPPETS:
        name = SNIPPETS[space].snippet_viewset.get_url_name(view)
    return reverse(name, args=args)


def ask(client, name, how, args):
    url = address(name, args)
    if how == "put":
        return client.put(url, "value=x", content_type="application/x-www-form-urlencoded")
    if how == "publish":
        return client.post(url, {"action": "publish"})
    if name == "desk_board_do":
        return client.post(url, {"action": "hold"})
    if name.endswith("upload_pofile"):
        file = SimpleUploadedFile("x.po", b"no catalog")
        return client.post(url, {"file": file, "next": reverse("desk_board")})
    return getattr(client, how)(url)


def is_let_in(answer):
    """Not refused: Wagtail sends home whoever may not, and refuses scripts with 403. A request may still be wrong."""
    assert answer.status_code < 500
    went_home = answer.status_code == 302 and answer.url.split("?")[0] == reverse("wagtailadmin_home")
    return answer.status_code != 403 and not went_home


@pytest.mark.filterwarnings("ignore:Pagination may yield")  # wagtail-localize's report has no order
@pytest.mark.parametrize("letter", ROLES)
def test_who_is_let_in(client, person, places, letter):  # noqa: F811 - the fixture
    client.force_login(person(ROLES[letter]))
    wrong = {}
    for name, how, place, allowed in TABLE:
        answer = ask(client, name, how, places[place])
        if is_let_in(answer) != (letter in allowed):
            wrong[name, how, place] = answer.status_code
    assert wrong == {}


def test_whoever_is_not_signed_in_sees_nothing(client, places):
    for name, how, place, _allowed in TABLE:
        answer = ask(client, name, how, places[place])
        assert answer.status_code in (302, 403), (name, answer.status_code)
        assert answer.status_code == 403 or "/login/" in answer.url, name


def test_every_view_of_the_desk_is_in_the_table():
    ours = {url.name for url in admin_urls()}
    theirs = localize_names()
    assert ours | theirs <= {name for name, *_ in TABLE}


def localize_names():
    """wagtail-localize's views but those whose addresses the desk answers itself."""
    from wagtail_localize.wagtail_hooks import register_admin_urls

    [included] = register_admin_urls()
    return {f"wagtail_localize:{url.name}" for url in included.url_patterns if not url.name.startswith(CLOSED)}


def test_a_reporter_edits_what_they_own_and_does_not_publish_it(client, person, places):  # noqa: F811 - the fixture
    user = person("Reporter")
    ArticlePage.objects.filter(pk=places["original"][0]).update(owner=user)
    client.force_login(user)
    assert is_let_in(ask(client, "wagtailadmin_pages:edit", "get", places["original"]))
    assert is_let_in(ask(client, "desk_originals", "get", places["original"]))
    page = ArticlePage.objects.get(pk=places["original"][0])
    assert not page.permissions_for_user(user).can_publish()
    section = page.get_parent()
    assert section.permissions_for_user(user).can_add_subpage()
    assert not version(page, "uk").get_parent().permissions_for_user(user).can_add_subpage()


def test_a_translator_takes_no_original_off_in_other_languages(client, person, places):  # noqa: F811 - the fixture
    client.force_login(person("Translator: Russian (ru)"))
    original = places["original"]
    for name in ("wagtailadmin_pages:unpublish", "wagtailadmin_pages:delete"):
        client.post(address(name, original))
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    client.post(f"{bulk}?id={original[0]}")
    section = ArticlePage.objects.get(pk=original[0]).get_parent()
    client.post(address("wagtailadmin_pages:delete", [section.pk]))
    assert ArticlePage.objects.get(pk=original[0]).live
    assert ArticlePage.objects.get(pk=places["page en"][0]).live
