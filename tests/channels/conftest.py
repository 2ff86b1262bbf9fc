"""A small paper whose feeds and maps are read: originals in Russian and Hebrew, translations of both kinds."""

from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from lingotype.newsroom.models import MadeBy, Picture
from lingotype.newsroom.pictures import prepare
from tests.factories import PUBLISHED, article, block, translation

QUOTATION = (
    '<a linktype="quotation" source="nyp" speaker="H. Okafor" original="a win for common sense" lang="en">'
    "«победой здравого смысла»</a>"
)
SOURCE = {"id": "nyp", "publication": "New York Post", "url": "https://nyp.example.org/1", "lang": "en"}
CORRECTION = {"date": date(2026, 11, 21).isoformat(), "text": "В первой версии была ошибка."}


@pytest.fixture
def picture(newsroom):
    """A picture in every size."""
    data = BytesIO()
    Image.new("RGB", (12, 8), (20, 60, 120)).save(data, "JPEG")
    made = Picture.objects.create(
        title="Порт", file=SimpleUploadedFile("harbor.jpg", data.getvalue()), credit="П. Порт"
    )
    prepare(made)
    return made


@pytest.fixture
def ferry(newsroom):
    """An older article in two languages."""
    page = article("parom", title="Паром подорожал", tags=["arenda"], published_at=PUBLISHED - timedelta(days=10))
    translation(page, "uk", "porom", title="Пором подорожчав")
    return page


@pytest.fixture
def paper(ferry, picture):
    """The whole paper; returns its main article, which has everything that an article can have."""
    image = {"image": picture.pk, "alt": "Площадь", "caption": "У мэрии", "credit": "А. Площадь"}
    body = [
        block("paragraph", f"<p>Совет принял закон. Мэр назвала его {QUOTATION}.</p>"),
        block("paragraph", f'<p>Об этом мы <a linktype="page" id="{ferry.pk}">уже писали</a>.</p>'),
        block("heading", {"text": "Что дальше", "level": "h2"}),
        block("image", image),
        block("quotation", {"text": "<p>Мы подождем.</p>", "source": "nyp", "speaker": "Р. Коул"}),
        block("pull_quote", {"text": "Подождем", "speaker": ""}),
        block("embed", {"url": "https://video.example.org/1", "title": "Полминуты"}),
        block("on_the_subject", {"article": ferry.pk}),
    ]
    rents = article(
        "arenda", title="Совет ограничил рост аренды", dek="Закон касается 48 тысяч квартир & домов.", body=body,
        tags=["arenda", "gorod"], authors=["vera-sokolnik", "anna-kovalchuk"], editions=["new-york"],
        updated_at=datetime(2026, 11, 21, 8, tzinfo=UTC), lead_image=picture, lead_image_alt="Дома на холме",
        lead_image_credit="А. Зубрицкая", sources=[("source", SOURCE)], corrections=[("correction", CORRECTION)],
    )  # fmt: skip
    translation(rents, "en", "rents", MadeBy.PEOPLE, title="The council limits rents", translator="Dana Reed")
    translation(rents, "uk", "orenda", title="Рада обмежила оренду", dek="Закон стосується 48 тисяч квартир.")
    article("letters", "he", place="culture", title="מכתבים שלא הגיעו", published_at=PUBLISHED - timedelta(days=1))
    return rents
