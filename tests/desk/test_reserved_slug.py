"""A page below a front page whose slug the site itself uses: its editor hears it as soon as they save."""

import pytest
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from lingotype.newsroom.models import EditionPage, FrontPage, SectionPage, StaticPage

SAVE, PUBLISH = {}, {"action-publish": "action-publish"}
REFUSAL = "The site itself uses this address; choose another slug."


@pytest.fixture
def front(newsroom):
    return FrontPage.objects.get(locale__language_code="ru")


def written(title, slug):
    """What the browser sends for any page below a front page."""
    data = {
        "title": title, "slug": slug, "seo_title": "", "search_description": "", "go_live_at": "", "expire_at": "",
        "title_state": "people", "intro": "", "promo": "", "body": streamfield([]), "comments": inline_formset([]),
    }  # fmt: skip
    return nested_form_data(data)


def add(desk, front, model, slug, how, title="Люди"):
    address = reverse("wagtailadmin_pages:add", args=["newsroom", model._meta.model_name, front.pk])
    return desk.post(address, {**written(title, slug), **how})


@pytest.mark.parametrize("how", [SAVE, PUBLISH], ids=["save", "publish"])
@pytest.mark.parametrize("model", [SectionPage, EditionPage, StaticPage])
@pytest.mark.parametrize("slug", ["people", "search", "tag"])
def test_a_new_page_is_refused(desk, front, model, slug, how):
    answer = add(desk, front, model, slug, how)
    assert answer.status_code == 200
    assert set(answer.context["form"].errors) == {"slug"}
    assert REFUSAL in answer.content.decode()
    assert not Page.objects.child_of(front).filter(slug=slug).exists()


@pytest.mark.parametrize("model", [SectionPage, StaticPage])
def test_so_is_a_slug_that_was_made_from_the_title(desk, front, model):
    answer = add(desk, front, model, "", SAVE, title="Search")
    assert answer.status_code == 200
    assert REFUSAL in answer.content.decode()
    assert not Page.objects.child_of(front).filter(slug="search").exists()


@pytest.mark.parametrize("how", [SAVE, PUBLISH], ids=["save", "publish"])
@pytest.mark.parametrize("model", [SectionPage, EditionPage, StaticPage])
def test_a_page_that_stands_keeps_its_slug_when_it_is_refused_another(desk, front, model, how):
    assert add(desk, front, model, "lyudi", PUBLISH).status_code == 302
    page = Page.objects.child_of(front).get(slug="lyudi")
    answer = desk.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {**written("Люди", "people"), **how})
    assert answer.status_code == 200
    assert set(answer.context["form"].errors) == {"slug"}
    assert REFUSAL in answer.content.decode()
    page.refresh_from_db()
    assert (page.slug, page.get_latest_revision_as_object().slug) == ("lyudi", "lyudi")


def test_any_other_slug_is_taken(desk, front):
    assert add(desk, front, StaticPage, "people-2", SAVE).status_code == 302
