"""Near matches of memory: the nearest first, whose they are and where they stand; and none that says something else."""

import pytest
from wagtail.models import Locale
from wagtail_localize.models import String, StringTranslation, TranslationContext

from lingotype.newsroom.models import ArticlePage
from lingotype.translation.models import Job, NearKey
from lingotype.translation.near.keys import Indexer
from lingotype.translation.near.matches import MOST, Around, Place, Wanted, near_matches
from lingotype.translation.tmx import Unit, remember_units
from tests.engines import Remembering

TEXT = "The council discussed the repair of the old wooden pier near the fish market."
NEAR = "The council discussed the repair of the wooden pier near the fish market."
ARTICLE = "---\ntitle: About {slug}\nlang: en\nslug: {slug}\nsection: {section}\n---\n{text}\n"


@pytest.fixture
def memory(newsroom):
    """Put translations into memory as a file brings them, and index them."""

    def remember(*units: Unit):
        remember_units(units)
        index()

    return remember


def index():
    indexer = Indexer()
    while indexer():
        pass


def found(text=TEXT, article=None, pair=("en", "es")):
    locales = {locale.language_code: locale for locale in Locale.objects.all()}
    key = article.translation_key if article else None
    section = article.path[: -ArticlePage.steplen] if article else ""
    wanted = Wanted(0, 0, text)
    return near_matches([wanted], Around(locales[pair[0]], locales[pair[1]], key, section)).get(wanted, [])


def spanish(text, target="Algo.", engine=""):
    return Unit("en", "es", text, target, engine)


def test_a_near_text_is_found_with_its_translation_and_who_made_it(memory):
    memory(spanish(NEAR, "El consejo habló del muelle.", "deepl"))
    [match] = found()
    assert (match.source, match.translation) == (NEAR, "El consejo habló del muelle.")
    assert (match.is_by_person, match.made_by, match.place, match.title) == (False, "deepl", Place.ANYWHERE, "")
    assert 90 <= match.score < 100


@pytest.mark.parametrize(
    "text",
    [
        NEAR.replace("council", "council of 12"), NEAR.replace("near", "not near"), NEAR.replace("fish", "Fulton"),
        "Something else entirely was said about the weather of that week.", "The council.",
    ],
    ids=["a number", "a denial", "a name", "another text", "a short one"],
)  # fmt: skip
def test_nothing_else_is_found(memory, text):
    memory(spanish(text))
    assert found() == []


def test_only_of_the_pair_and_only_what_is_valid(memory):
    memory(spanish(NEAR), Unit("en", "uk", NEAR, "Щось."), Unit("ru", "es", "Мост открыли для машин вчера.", "Algo."))
    assert [match.translation for match in found(pair=("en", "uk"))] == ["Щось."]
    StringTranslation.objects.update(has_error=True)
    assert found() == []


def test_five_at_most_the_nearest_first_and_each_translation_once(memory):
    words = ["gravely", "finally", "openly", "loudly", "briefly", "angrily", "again"]
    memory(*(spanish(TEXT.replace("discussed", f"discussed {word}"), word) for word in words))
    memory(spanish(NEAR, "cerca"), spanish(NEAR.replace("the repair", "a repair"), "cerca"))
    matches = found()
    assert len(matches) == MOST
    assert len({match.translation for match in matches}) == MOST
    assert [match.score for match in matches] == sorted((match.score for match in matches), reverse=True)


@pytest.fixture
def pier(publish, work):
    """An article about the pier in a section, translated."""

    def publish_it(slug, section, text):
        page = publish(ARTICLE.format(slug=slug, section=section, text=text), f"{slug}.md").page
        work()
        index()
        return page

    return publish_it


def test_this_articles_earlier_words_come_first_then_its_sections(pier):
    pier("far", "sport", TEXT.replace("old wooden", "old big wooden"))
    pier("near", "city", TEXT.replace("old wooden", "old low wooden"))
    page = pier("own", "city", NEAR.replace("the repair of ", ""))
    matches = found(article=page)
    assert [match.place for match in matches] == [Place.ARTICLE, Place.SECTION, Place.ANYWHERE]
    assert [match.title for match in matches] == ["About own", "About near", "About far"]
    assert matches[0].score < matches[1].score


def test_a_persons_translation_of_one_text_is_preferred(memory, editor_of_memory):
    memory(spanish(NEAR, "De máquina.", "deepl"))
    row = StringTranslation.objects.get()
    elsewhere = TranslationContext.objects.create(object=row.context.object, path="dek", field_path="dek")
    by_hand = StringTranslation.objects.create(
        translation_of=row.translation_of, locale=row.locale, context=elsewhere, data="De Ada.",
        translation_type="manual", last_translated_by=editor_of_memory,
    )  # fmt: skip
    StringTranslation.objects.filter(pk=by_hand.pk).update(updated_at="2020-01-01T00:00Z")
    [match] = found()
    assert (match.translation, match.is_by_person, match.made_by) == ("De Ada.", True, "Ada Quinn")


@pytest.fixture
def editor_of_memory(django_user_model):
    return django_user_model.objects.create_user("ada", first_name="Ada", last_name="Quinn")


def test_a_near_match_is_never_published_by_itself(publish, work, memory):
    text = "The mayor was there again."
    memory(spanish(text, "La alcaldesa estuvo allí otra vez."))
    page = publish(ARTICLE.format(slug="mayor", section="city", text="The mayor was there.")).page
    Remembering.asked.clear()
    work()
    assert "The mayor was there." in Remembering.asked
    assert Job.objects.get(article=page, lang="es").engine == "phrases"
    assert [match.source for match in found("The mayor was there.", page)] == [text]


def test_the_index_follows_what_is_remembered(memory, django_assert_num_queries):
    memory(spanish(NEAR))
    before = set(NearKey.objects.values_list("string_id", flat=True))
    assert before == set(String.objects.values_list("pk", flat=True))
    memory(spanish(TEXT))
    assert set(NearKey.objects.values_list("string_id", flat=True)) == set(String.objects.values_list("pk", flat=True))
    String.objects.all().delete()
    assert not NearKey.objects.exists()
    indexer = Indexer()
    indexer()
    with django_assert_num_queries(2):
        assert not indexer()


def test_many_texts_take_a_query_each_and_three_more(memory, django_assert_num_queries):
    memory(spanish(TEXT))
    english, spanish_ = (Locale.objects.get(language_code=code) for code in ("en", "es"))
    wanted = [Wanted(0, number, TEXT.replace("old", word)) for number, word in enumerate(("new", "low", "wide"))]
    with django_assert_num_queries(6):
        near_matches(wanted, Around(english, spanish_, None, ""))
