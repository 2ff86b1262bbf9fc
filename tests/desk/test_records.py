"""Tags and people in the admin."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from lingotype.newsroom.models import Person, Tag, TagName

pytestmark = pytest.mark.django_db


def address(model, view, *arguments):
    return reverse(model.snippet_viewset.get_url_name(view), args=arguments)


def tag_data(**changes):
    data = {"name": "Порт", "lang": "ru", "slug": "", "names": inline_formset([])}
    return nested_form_data({**data, **changes})


def person_data(**changes):
    data = {"name": "Анна Ковальчук", "lang": "ru", "slug": "", "photo": "", "texts": inline_formset([])}
    return nested_form_data({**data, **changes})


def save(desk, model, data, *arguments):
    answer = desk.post(address(model, "edit" if arguments else "add", *arguments), data)
    assert answer.status_code == 302, answer.context["form"].errors
    return answer


@pytest.mark.parametrize(
    ("model", "data", "slug"), [(Tag, tag_data(), "port"), (Person, person_data(), "anna-kovalchuk")]
)
def test_a_slug_that_is_left_empty_is_made_from_the_name(desk, model, data, slug):
    save(desk, model, data)
    save(desk, model, data)
    assert list(model.objects.order_by("pk").values_list("slug", flat=True)) == [slug, f"{slug}-2"]


def test_a_slug_that_is_given_is_kept_and_never_taken_twice(desk):
    save(desk, Tag, tag_data(slug="harbour"))
    refused = desk.post(address(Tag, "add"), tag_data(slug="harbour"))
    assert "slug" in refused.context["form"].errors


def test_a_record_has_a_name_in_each_language(desk):
    names = inline_formset([{"lang": "en", "name": "Harbour", "is_draft": ""}])
    save(desk, Tag, tag_data(names=names))
    assert Tag.objects.get().name_in("en") == "Harbour"


def test_a_language_that_the_newsroom_no_longer_has_stays_until_somebody_changes_it(desk):
    tag = Tag.objects.create(name="Hamn", lang="sv", slug="hamn")
    form = desk.get(address(Tag, "edit", tag.pk)).context["form"]
    assert ("sv", "sv") in form.fields["lang"].choices
    save(desk, Tag, tag_data(name="Hamn", lang="sv", slug="hamn"), tag.pk)
    tag.refresh_from_db()
    assert tag.lang == "sv"


def test_the_list_shows_the_languages_and_marks_drafts(desk):
    tag = Tag.objects.create(name="Порт", lang="ru", slug="port")
    TagName.objects.create(tag=tag, lang="en", name="Harbour")
    TagName.objects.create(tag=tag, lang="uk", name="Порт", is_draft=True)
    html = desk.get(address(Tag, "list")).content.decode()
    assert "en, uk?" in html


@pytest.mark.parametrize("typed", ["порт", "Порт", "пор"])
def test_the_list_is_searched_by_the_beginning_of_a_name(desk, typed):
    Tag.objects.create(name="Порт", lang="ru", slug="port")
    Tag.objects.create(name="Зима", lang="ru", slug="zima")
    html = desk.get(address(Tag, "list"), {"q": typed}).content.decode()
    assert "Порт" in html
    assert "Зима" not in html


def test_both_stand_in_the_menu_newsroom(desk):
    html = desk.get(reverse("wagtailadmin_home")).content.decode()
    assert address(Tag, "list") in html
    assert address(Person, "list") in html
