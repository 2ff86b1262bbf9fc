"""The whole public site as files: complete, closed in itself, and what a reader would be served."""

import json
from io import BytesIO
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from lxml import etree, html
from PIL import Image
from wagtail.contrib.redirects.models import Redirect

from lingotype.channels.addresses import channel_addresses
from lingotype.delivery.addresses import moved_addresses, public_addresses
from lingotype.delivery.export import CannotExportError, export
from lingotype.newsroom.models import Picture
from lingotype.newsroom.pictures import first_spec, prepare, renditions_of
from tests.factories import article, block, translation

SITE = "http://127.0.0.1:8000"


def jpeg(name):
    data = BytesIO()
    Image.new("RGB", (12, 8), (20, 60, 120)).save(data, "JPEG")
    return SimpleUploadedFile(name, data.getvalue())


def picture(name="harbor.jpg"):
    """A picture in every size."""
    made = Picture.objects.create(title="Порт", file=jpeg(name))
    prepare(made)
    return made


# Only the first test asks for the database, by the copy that it makes; pytest has to know to put all of them in order.
pytestmark = pytest.mark.django_db


def copy(folder, **more):
    addresses = [address.path for found in public_addresses().values() for address in found]
    return export(folder, [*addresses, *channel_addresses(timezone.now()), *moved_addresses()], **more)


@pytest.fixture
def paper(newsroom):
    """An article with all that a page shows, its translation, an old address, and a list of three pages."""
    shown = picture()
    image = {"image": picture("street.jpg").pk, "alt": "А", "caption": "", "credit": ""}
    body = [block("paragraph", "<p>Текст.</p>"), block("image", image)]
    rents = article("arenda", body=body, tags=["city"], authors=["vera"], editions=["new-york"], lead_image=shown)
    translation(rents, "uk", "orenda")
    Redirect.objects.create(old_path="/ru/city/staryy", redirect_page=rents, is_permanent=True)
    for number in range(41):
        article(f"novost-{number}", place="sport")
    return rents


@pytest.fixture(scope="module")
def kept():
    return {}


@pytest.fixture
def exported(kept, request, tmp_path_factory):
    """The folder with the copy and what was said about it; made by the first test that asks."""
    if not kept:
        request.getfixturevalue("paper")
        kept["folder"] = tmp_path_factory.mktemp("copy") / "site"
        kept["report"] = copy(kept["folder"])
    return kept["folder"], kept["report"]


def links(file, path):
    """Every address in a file that machines or people would follow."""
    if file.suffix == ".xml":
        found = etree.parse(file).xpath(
            "//*[local-name()='loc' or local-name()='link' or local-name()='source']/text()"
        )
        return [*found, *etree.parse(file).xpath("//@href | //@url")]
    if file.suffix == ".json":
        return [value for value in strings(json.loads(file.read_text())) if value.startswith("http")]
    page = html.fromstring(file.read_text())
    sets = [part.split()[0] for value in page.xpath("//@srcset") for part in value.split(",")]
    refreshed = [value.partition("url=")[2] for value in page.xpath("//meta[@http-equiv='refresh']/@content")]
    addresses = page.xpath("//@href | //@src | //@action | //meta[@property='og:image']/@content")
    return [urljoin(f"{SITE}{path}", value) for value in (*addresses, *sets, *refreshed)]


def strings(value):
    if isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings(part)
    elif isinstance(value, str):
        yield value


def resolves(folder, address):
    file = folder / unquote(urlsplit(address).path).lstrip("/")
    return file.is_file() or (address.endswith("/") and (file / "index.html").is_file())


def test_every_link_of_every_file_leads_to_a_file(exported):
    folder, report = exported
    checked = 0
    for file in [path for path in folder.rglob("*") if path.suffix in (".html", ".xml", ".json")]:
        for address in links(file, f"/{file.relative_to(folder)}".removesuffix("index.html")):
            if address.startswith(f"{SITE}/"):
                assert resolves(folder, address.partition("#")[0]), (file, address)
                checked += 1
    assert checked > 1000
    assert (report.errors, report.broken_links) == ([], [])


@pytest.mark.parametrize(
    "name",
    [
        "index.html", "404.html", "robots.txt", "sitemap.xml", "sitemap-uk.xml", "news-sitemap.xml",
        "ru/index.html", "ru/feed.xml", "ru/feed.json", "ru/404.html", "ru/city/index.html", "ru/city/feed.xml",
        "ru/city/arenda/index.html", "uk/city/orenda/index.html", "uk/city/orenda/side-by-side/index.html",
        "ru/new-york/index.html", "ru/new-york/feed.json", "ru/tag/city/index.html", "ru/people/vera/index.html",
        "ru/sport/page-2.html", "ru/sport/page-3.html", "static/theme/img/icon.svg",
    ],
)  # fmt: skip
def test_every_kind_of_page_has_its_file(exported, name):
    assert (exported[0] / name).stat().st_size > 0


def test_nothing_of_the_editor_and_no_search_is_in_the_copy(exported):
    folder, report = exported
    assert {path.name for path in (folder / "static").iterdir()} == {"theme"}
    assert not list(folder.glob("*/search"))
    assert not list(folder.glob("**/*page=*"))
    for file in folder.rglob("*.html"):
        assert "/search/" not in file.read_text(), file
    assert report.media == len([path for path in (folder / "media").rglob("*") if path.is_file()]) > 4


def test_what_is_copied_is_what_is_served(paper, client, tmp_path):
    copy(tmp_path / "site")
    for path in ("/ru/feed.xml", "/uk/city/feed.json", "/sitemap-ru.xml", "/robots.txt"):
        assert (tmp_path / "site" / path[1:]).read_bytes() == client.get(path).content
    for path in ("/ru/city/arenda/", "/uk/city/orenda/"):
        served = html.fromstring(client.get(path).content.decode()).xpath("//article")[0]
        copied = html.fromstring((tmp_path / f"site{path}index.html").read_text()).xpath("//article")[0]
        assert without_reports(copied) == without_reports(served)


def without_reports(article):
    """The parts of a page but one: a copy has no program that could take a reader's report."""
    for link in article.xpath(".//a[@rel='nofollow']"):
        (link.getparent() if link.getparent().tag == "li" and link.get("class") != "flaw" else link).drop_tree()
    return html.tostring(article).split()


def test_a_long_list_goes_on_in_files(exported):
    folder = exported[0] / "ru" / "sport"
    names = ["index.html", "page-2.html", "page-3.html"]
    pages = [html.fromstring((folder / name).read_text()) for name in names]
    titles = [page.xpath("//*[contains(@class, 'teaser-title')]/a/@href") for page in pages]
    assert [len(found) for found in titles] == [20, 20, 1]
    assert len({address for found in titles for address in found}) == 41
    assert pages[1].xpath("//a[@rel='prev' or @rel='next']/@href") == ["/ru/sport/", "/ru/sport/page-3.html"]


def test_an_old_address_leads_on(exported):
    page = html.fromstring((exported[0] / "ru/city/staryy/index.html").read_text())
    assert page.xpath("//meta[@http-equiv='refresh']/@content") == ["0; url=/ru/city/arenda/"]
    assert page.xpath("//a/@href") == ["/ru/city/arenda/"]
    assert exported[1].redirects == 1


def test_the_first_page_leads_to_every_language_without_a_server(exported):
    page = html.fromstring((exported[0] / "index.html").read_text())
    assert page.xpath("//a/@href") == ["ru/", "en/", "uk/", "es/", "he/"]
    assert page.xpath("//a/@lang") == ["ru", "en", "uk", "es", "he"]
    assert page.xpath("//meta[@http-equiv='refresh']/@content") == ["0; url=ru/"]


def test_a_missing_page_is_told_in_the_language_of_its_address(exported):
    for code, direction in (("ru", "ltr"), ("he", "rtl")):
        page = html.fromstring((exported[0] / code / "404.html").read_text())
        assert (page.get("lang"), page.get("dir")) == (code, direction)
    assert (exported[0] / "404.html").read_bytes() == (exported[0] / "ru" / "404.html").read_bytes()


def test_drafts_are_not_in_the_copy(newsroom, tmp_path):
    article("chernovik", live=False)
    copy(tmp_path / "site")
    assert not (tmp_path / "site/ru/city/chernovik").exists()


def test_a_link_to_nothing_is_told_and_stops_nothing(newsroom, tmp_path):
    article("port", body=[block("paragraph", '<p><a href="/ru/gone/">там</a></p>')])
    report = copy(tmp_path / "site")
    assert [(problem.address, problem.linked_from) for problem in report.broken_links] == [
        ("/ru/gone/", "/ru/city/port/")
    ]
    assert report.errors == []


def test_a_link_without_the_last_slash_leads_to_the_page_itself(newsroom, tmp_path):
    article("port", body=[block("paragraph", '<p><a href="/ru/city">там</a></p>')])
    report = copy(tmp_path / "site")
    assert (report.redirects, report.errors, report.broken_links) == (0, [], [])
    assert "<article" in (tmp_path / "site/ru/city/port/index.html").read_text()
    assert "teaser" in (tmp_path / "site/ru/city/index.html").read_text()


def test_a_picture_that_is_lost_is_told(newsroom, tmp_path):
    lost = picture("lost.jpg")
    article("port", lead_image=lost)
    size = renditions_of([lost])[lost.pk][first_spec(lost)]
    lost.file.storage.delete(size.url.removeprefix("/media/"))
    (problem,) = copy(tmp_path / "site").errors
    assert (problem.address, problem.linked_from) == (size.url, "/ru/")


@pytest.fixture
def break_template(settings, tmp_path):
    """Put a template before ours, as a newsroom's own theme would, that fails."""

    def put(name):
        file = tmp_path / "theme" / "pages" / name
        file.parent.mkdir(parents=True)
        file.write_text("{% include missing.name %}")
        settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path / "theme"]}]

    return put


def test_a_page_that_fails_is_named_and_the_others_are_copied(newsroom, break_template, tmp_path):
    article("port", authors=["vera"])
    break_template("person.html")
    report = copy(tmp_path / "site")
    (what,) = {problem.what for problem in report.errors if problem.address == "/ru/people/vera/"}
    assert what == "answers 500 (TemplateDoesNotExist: No template names provided)"
    assert (tmp_path / "site/ru/city/port/index.html").exists()
    assert not (tmp_path / "site/ru/people").exists()


def test_without_a_front_page_the_earlier_copy_stays(newsroom, break_template, tmp_path):
    article("port")
    copy(tmp_path / "site")
    break_template("front.html")
    with pytest.raises(CannotExportError, match=r"/ru/ answers 500 .*; .*site is as it was"):
        copy(tmp_path / "site")
    assert (tmp_path / "site/ru/city/port/index.html").exists()


def test_progress_reaches_its_end(newsroom, tmp_path):
    told = []
    report = copy(tmp_path / "site", tell=lambda done, known: told.append((done, known)))
    assert told[-1][0] == told[-1][1] >= report.pages
    assert [done for done, _ in told] == list(range(1, len(told) + 1))
