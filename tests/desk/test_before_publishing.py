"""What the editor learns of a draft before it is published."""

from decimal import Decimal

import pytest
from django.urls import reverse

from lingotype.desk.before_publishing import MOST, estimates, texts_of
from lingotype.desk.before_publishing import remarks as remarks_on
from lingotype.newsroom.models import Picture
from lingotype.translation import installed

pytestmark = pytest.mark.usefixtures("in_english")
SOUND = "---\ntitle: Мост открыт\nlang: ru\n---\nМост открыли в понедельник.\n"


def remarks(draft):
    return remarks_on(draft, texts_of(draft))


def draft_of(publish, text):
    return publish(f"---\ntitle: Мост открыт\nlang: ru\n---\n{text}\n").page.get_latest_revision_as_object()


def test_a_sound_draft_has_no_remark(publish):
    assert remarks(publish(SOUND).page) == []


def test_broken_text_is_shown_at_its_words_and_stops_every_language(publish):
    [one] = remarks(draft_of(publish, "Сегодня РїСЂРёРІРµС‚ и больше ничего не было сказано."))
    assert one.is_error
    assert one.before == "Сегодня "
    assert one.words.startswith("РїСЂ")
    assert one.after.endswith("не было сказано.")
    assert one.block


@pytest.mark.parametrize(("text", "told"), [
    ("Мэр сказала: «Мы ещё не закончили эту работу».", ["names no source"]),
    ("Газета «Новый мост» вышла.", []),
    ("Мэр сказала: «Мы ещё не закончили.", ["has no partner"]),
])  # fmt: skip
def test_quotations(publish, text, told):
    found = [one.message for one in remarks(draft_of(publish, text))]
    assert len(found) == len(told)
    assert all(words in message for words, message in zip(told, found, strict=True))


def test_a_picture_without_words_for_the_blind_and_without_a_name(publish):
    draft = draft_of(publish, "Мост открыли.")
    draft.lead_image = Picture(pk=1, title="Мост")
    assert [one.message[:20] for one in remarks(draft)] == ["No text for those wh", "This picture names n"]
    draft.lead_image_alt, draft.lead_image_credit = "Мост через реку", "Анна Ковальчук"
    assert remarks(draft) == []


def test_of_very_many_the_first_are_shown(publish):
    text = "\n\n".join(f"Мэр сказала в {number} раз: «Мы ещё не закончили работу»." for number in range(MOST + 5))
    assert len(remarks(draft_of(publish, text))) == MOST


def test_what_each_language_would_take(publish, monkeypatch):
    priced = installed.engine("upper")
    monkeypatch.setattr(priced, "price_per_million", Decimal(20))
    monkeypatch.setattr(priced, "currency", "USD")
    page = publish(SOUND).page
    found = {one.name: one for one in estimates(page, texts_of(page))}
    assert (found["Українська"].engine, found["Українська"].cost) == ("upper", "38 characters · less than $0.01")
    assert (found["Español"].engine, found["Español"].cost) == ("", "")


def test_it_stands_in_the_editor_escaped(desk, publish):
    page = publish("---\ntitle: Мост\nlang: ru\n---\nМэр сказала: «Мы \\<b> не закончили эту & работу.\n").page
    html = desk.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "Before you publish" in html
    assert "«</mark>Мы &lt;b&gt; не закончили эту &amp; работу." in html
