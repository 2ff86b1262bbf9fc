"""Many files in one go, in whatever order they are named."""

from textwrap import dedent

import pytest

from lingotype.translation.models import Job

FILES = {
    "a.uk.md": """
        ---
        title: Міст
        lang: uk
        translation_of: {lang: ru, slug: most}
        translator: Марія Левченко
        ---
        Міст відкрили. Про [пором](/ru/city/parom/).
    """,
    "b.ru.md": """
        ---
        title: Мост
        lang: ru
        slug: most
        section: city
        ---
        Мост открыли. О [пароме](/ru/city/parom/).

        [Паром](/ru/city/parom/){.subject}
    """,
    "c.ru.md": """
        ---
        title: Паром
        lang: ru
        slug: parom
        section: city
        ---
        Паром ходит. О [мосте](/ru/city/most/).
    """,
}


@pytest.fixture
def published(newsroom, tmp_path):
    from lingotype.importing.publish import publish_file, read_files
    from lingotype.importing.resolve import publish_in_order

    paths = []
    for name, text in FILES.items():
        paths.append(tmp_path / name)
        paths[-1].write_text(dedent(text).lstrip(), encoding="utf-8")
    return publish_in_order(read_files(paths), publish_file)


def test_links_among_the_files_lead_to_pages(published):
    translation, bridge, ferry = published
    assert f'id="{ferry.page.pk}"' in str(bridge.page.body[0].value.source)
    assert f'id="{bridge.page.pk}"' in str(ferry.page.body[0].value.source)
    assert bridge.page.body[1].value["article"].pk == ferry.page.pk
    assert f'id="{ferry.page.pk}"' in str(translation.page.body[0].value.source)


def test_a_translation_by_people_is_not_older_than_its_source_from_the_start(published):
    translation = published[0]
    job = Job.objects.get(article=translation.original, lang="uk")
    assert (job.state, translation.page.made_by) == ("published", "people")
    assert translation.page.translator == "Марія Левченко"
