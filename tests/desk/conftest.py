"""An editor signed in, and articles on their way to readers."""

import pytest
from django.contrib.auth import get_user_model
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield
from wagtail.users.models import UserProfile

from lingotype.newsroom.blocks import PARAGRAPH_FEATURES
from lingotype.newsroom.models import ArticlePage
from lingotype.translation.models import Job

RUSSIAN = """
    ---
    title: Мост открыт
    lang: ru
    slug: most
    section: city
    dek: Четырнадцать месяцев ремонта позади.
    sources:
      - {id: post, publication: Harbor Post, url: "https://post.example/bridge", lang: en}
    ---
    Мост открыли в понедельник.

    Мэр сказала: [«Мы не закончили»]{.quote source=post speaker="Ada Quinn" original="We are not \\"done\\""}.
"""


@pytest.fixture
def editor(db):
    user = get_user_model().objects.create_superuser("ada", "", "x", first_name="Ada", last_name="Reviewer")
    UserProfile.objects.create(user=user, preferred_language="en")
    return user


@pytest.fixture
def desk(client, editor):
    """The admin's pages as this editor sees them."""
    client.force_login(editor)
    return client


@pytest.fixture
def article(publish):
    """An original in Russian, published a moment ago."""
    return publish(RUSSIAN).page


def version(article, lang):
    return ArticlePage.objects.filter(translation_key=article.translation_key, locale__language_code=lang).first()


def job(article, lang):
    return Job.objects.get(article=article, lang=lang)


def written(editions=(), **changes):
    """What the browser sends when an editor saves an article with one paragraph."""
    empty = {"lead_image": "", "lead_image_alt": "", "lead_image_caption": "", "lead_image_credit": "", "seo_title": "",
             "search_description": "", "go_live_at": "", "expire_at": "", "updated_at": ""}  # fmt: skip
    data = {
        "title": "Паром опоздал", "slug": "", "dek": "", "tags": "", "published_at": "2026-11-20 09:30",
        "body": streamfield([("paragraph", rich_text("<p>Паром опоздал на час.</p>", features=PARAGRAPH_FEATURES))]),
        "sources": streamfield([]), "corrections": streamfield([]), "article_authors": inline_formset([]),
        "comments": inline_formset([]),
    }  # fmt: skip
    return {**nested_form_data({**empty, **data, **changes}), "editions": list(editions)}
