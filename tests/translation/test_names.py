"""Names of sections and tags that nobody has written yet are drafted, and never take the place of a person's."""

import pytest
from wagtail.models import Locale

from lingotype.newsroom.models import SectionPage, Tag, TagName, TitleState
from lingotype.newsroom.places import section
from lingotype.translation import names
from tests.engines import Remembering
from tests.factories import article


@pytest.fixture(autouse=True)
def nothing_given_up():
    names._given_up.clear()
    Remembering.asked.clear()


def draft_all():
    count = 0
    while names.draft_one_name():
        count += 1
    return count


def test_a_tag_is_drafted_where_an_engine_can_and_marked_as_a_draft(newsroom):
    tag = Tag.objects.create(slug="most", name="Мост & порт", lang="ru")
    assert draft_all() == 2
    rows = TagName.objects.filter(tag=tag).values_list("lang", "name", "is_draft")
    assert sorted(rows) == [("en", "[en] МОСТ & ПОРТ", True), ("uk", "[uk] МОСТ & ПОРТ", True)]


def test_a_name_that_people_wrote_is_not_asked_for(newsroom):
    tag = Tag.objects.create(slug="most", name="Мост", lang="ru")
    TagName.objects.create(tag=tag, lang="uk", name="Міст")
    assert draft_all() == 1
    assert TagName.objects.get(tag=tag, lang="uk").name == "Міст"


def test_an_engine_that_is_down_is_not_asked_for_the_same_name_again(newsroom):
    Tag.objects.create(slug="most", name="Мост", lang="ru")
    draft_all()
    assert {target for kind, _pk, target in names._given_up if kind == "tag"} == {"he"}
    assert draft_all() == 0


def test_a_section_is_drafted_from_the_name_that_people_gave_it(newsroom):
    russian = section("port", Locale.objects.get(language_code="ru"))
    SectionPage.objects.filter(pk=russian.pk).update(title="Порт", title_state=TitleState.PEOPLE)
    assert draft_all() == 2  # English and Ukrainian
    drafted = SectionPage.objects.get(slug="port", locale__language_code="uk")
    assert (drafted.title, drafted.title_state) == ("[uk] ПОРТ", TitleState.DRAFT)


@pytest.mark.parametrize("tags", [1, 40])
def test_looking_for_nothing_costs_the_same_however_many_tags_there_are(newsroom, django_assert_max_num_queries, tags):
    article("most", tags=[f"tag-{number}" for number in range(tags)])
    draft_all()
    with django_assert_max_num_queries(7):
        assert names.draft_one_name() is False
