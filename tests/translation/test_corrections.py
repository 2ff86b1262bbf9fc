"""What a person corrected: kept, and given back to them when its source changes, until they have published."""

import pytest
from wagtail_localize.models import StringTranslation

from lingotype.newsroom.models import ArticlePage
from lingotype.translation.models import Job
from lingotype.translation.review import review
from tests.factories import article, block

FIRST, SECOND = "Вход свободный.", "С собаками тоже можно."
CORRECTED = "Із собаками теж можна."


@pytest.fixture
def paper(newsroom, work):
    """An article whose one block has two paragraphs, as an editor writes it; the second is corrected in Ukrainian."""
    page = article("most", body=[block("paragraph", f"<p>{FIRST}</p><p>{SECOND}</p>")])
    work()
    StringTranslation.objects.filter(translation_of__data=SECOND, locale__language_code="uk").update(
        data=CORRECTED, translation_type="manual"
    )
    return page


@pytest.fixture
def change(paper, work):
    """Publish the article with other paragraphs, or other facts, and have it translated."""

    def publish(*paragraphs: str, **facts: str) -> None:
        page = ArticlePage.objects.get(pk=paper.pk)
        if paragraphs:
            html = "".join(f"<p>{text}</p>" for text in paragraphs)
            kept = {**page.body.get_prep_value()[0], "value": html}
            page.body = page._meta.get_field("body").to_python([kept])
        for name, value in facts.items():
            setattr(page, name, value)
        page.save_revision().publish()
        work()

    return publish


def ukrainian(paper):
    return ArticlePage.objects.get(translation_key=paper.translation_key, locale__language_code="uk")


def state(paper):
    return Job.objects.get(article=paper, lang="uk").state


def test_a_change_beside_it_leaves_a_correction_in_its_place(paper, change):
    change("Вход платный.", SECOND)
    assert state(paper) == "published"
    assert CORRECTED in ukrainian(paper).body[0].value.source


def test_a_change_of_its_source_is_held_though_the_text_beside_it_was_made_later(paper, change):
    change("Вход платный.", SECOND)
    change("Вход платный.", "С кошками тоже можно.")
    assert state(paper) == "held"
    assert CORRECTED in Job.objects.get(article=paper, lang="uk").error
    assert CORRECTED in ukrainian(paper).body[0].value.source


def test_what_is_held_for_a_correction_stays_held_when_something_else_changes(paper, change):
    change(FIRST, "С кошками тоже можно.")
    assert state(paper) == "held"
    change(dek="Новый подзаголовок")
    assert state(paper) == "held"


def test_once_a_person_has_published_it_later_changes_go_out_again(paper, change, admin_user):
    change(FIRST, "С кошками тоже можно.")
    review(ukrainian(paper), admin_user)
    change(dek="Новый подзаголовок")
    assert state(paper) == "published"
    change(FIRST, "С попугаями тоже можно.")
    assert state(paper) == "published"


def test_a_deleted_paragraph_takes_its_correction_along(paper, change):
    change(FIRST)
    assert state(paper) == "published"
    change(FIRST, SECOND)
    assert CORRECTED in ukrainian(paper).body[0].value.source


def test_tags_and_editions_that_are_all_removed_are_removed_in_every_language(publish, work):
    file = """
        ---
        title: Мост
        lang: ru
        slug: most-2
        FACTS
        ---
        Мост открыли.
    """
    page = publish(file.replace("FACTS", "tags: [порт]\n        editions: [north]")).page
    work()
    assert [tag.name for tag in ukrainian(page).tags.all()] == ["порт"]
    publish(file.replace("FACTS", "section: news"))
    work()
    translated = ukrainian(page)
    assert (translated.tags.count(), translated.editions.count()) == (0, 0)
