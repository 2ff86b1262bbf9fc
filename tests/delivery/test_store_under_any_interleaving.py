"""Editors, workers and crashes in any order: what is withdrawn is not served, and at rest every page is fresh."""

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from lingotype.delivery import rendering
from lingotype.delivery.models import StoredPage
from lingotype.delivery.stale import settle
from lingotype.delivery.stores import installed
from lingotype.newsroom.models import ArticlePage, Person, SectionPage, Tag
from lingotype.newsroom.withdraw import withdraw
from tests.delivery.quiet import come_to_rest, differences, fill
from tests.factories import PUBLISHED, article, block, translation

TAGS, PLACES = ("port", "bridge", "school"), ("city", "news")


def rendered(pages: list[StoredPage]) -> list[rendering.Rendered]:
    """These pages as a worker has them before it records them."""
    packed: list[Future[rendering.Rendered]] = []
    with ThreadPoolExecutor(2) as threads:
        rendering._begin(pages, threads, packed)
    return [one.result() for one in packed]


class Newsroom:
    """Everything that can happen, each told by one number that chooses what it happens to."""

    def __init__(self) -> None:
        self.count = 0

    def _one(self, choice: int) -> ArticlePage | None:
        pages = ArticlePage.objects.filter(made_by="original").order_by("pk")
        return pages[choice % len(pages)] if pages else None

    def write(self, choice: int) -> None:
        self.count += 1
        name, other = f"article-{self.count}", self._one(choice)
        link = f'<p>См. <a linktype="page" id="{other.pk}">там</a></p>' if other and choice % 2 else "<p>Ничего.</p>"
        facts = {"tags": {TAGS[choice % 3], TAGS[choice % 2]}, "authors": ["ann"], "place": PLACES[choice % 2]}
        when = PUBLISHED + timedelta(hours=choice % 50)
        page = article(name, title=f"mark{self.count}x", body=[block("paragraph", link)], published_at=when,
                       first_published_at=when, editions=["new-york"] if choice % 3 else [], **facts)  # fmt: skip
        if choice % 4:
            translation(page, "uk", name, title=f"mark{self.count}x", first_published_at=when)

    def edit(self, choice: int) -> None:
        if page := self._one(choice):
            page.title = f"{page.title.split()[0]} {choice}"
            page.tags = list(Tag.objects.order_by("pk")[choice % 3 :])
            page.save_revision(clean=False).publish()

    def move(self, choice: int) -> None:
        if page := self._one(choice):
            page.move(SectionPage.objects.get(slug=PLACES[choice % 2], locale=page.locale), pos="last-child")

    def withdraw(self, choice: int) -> None:
        if page := self._one(choice):
            withdraw(page)
            self.sees_nothing_of(page)

    def delete(self, choice: int) -> None:
        if page := self._one(choice):
            page.delete()
            self.sees_nothing_of(page)

    def sees_nothing_of(self, page: ArticlePage) -> None:
        mark = page.title.split()[0].encode()
        store = installed.store()
        assert [path for path in store.paths() if mark in store.file(path).read_bytes()] == []

    def rename(self, choice: int) -> None:
        model = (Tag, Person)[choice % 2]
        if record := model.objects.order_by("pk").first():
            record.name = f"Имя {choice}"
            record.save()

    def work(self, choice: int) -> None:
        settle()
        rendering.render_some(1 + choice % 8, seconds=choice % 3)

    def a_worker_dies(self, choice: int) -> None:
        """It has taken pages and rendered them; their lease runs out."""
        rendered(rendering._claim(1 + choice % 8))
        StoredPage.objects.exclude(lease="").update(lease_until=timezone.now() - timedelta(seconds=1))

    def meanwhile(self, choice: int) -> None:
        """A worker renders, something changes, the worker records what it has rendered."""
        settle()
        pages = rendering._claim(1 + choice % 8)
        made = rendered(pages)
        random = Random(choice)
        happening = random.choice([self.edit, self.withdraw, self.delete, self.rename, self.write, self.move])
        withdrawn = self._one(choice) if happening in (self.withdraw, self.delete) else None
        happening(choice)
        if random.random() < 0.5:
            settle()
        if pages:
            rendering._record(made)
        if withdrawn is not None:
            self.sees_nothing_of(withdrawn)


HAPPENINGS = ("write", "write", "edit", "move", "withdraw", "delete", "rename", "work", "a_worker_dies", "meanwhile")


@pytest.fixture
def two_languages(settings):
    settings.LINGOTYPE = replace(settings.LINGOTYPE, readers=("ru", "uk"), editorial=("ru",))


@pytest.fixture
def stores(settings, tmp_path_factory):
    """A new store for each example, and a worker that has kept nothing of the example before, which is undone."""

    def another() -> None:
        rendering.PARTS.forget()
        settings.LINGOTYPE = replace(settings.LINGOTYPE, folder=tmp_path_factory.mktemp("store"))

    return another


@hypothesis_settings(
    max_examples=8, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=[Phase.generate],  # what fails is long enough already: a shorter one is minutes away
)  # fmt: skip
@given(st.lists(st.tuples(st.sampled_from(HAPPENINGS), st.integers(0, 999)), min_size=8, max_size=16))
def test_at_rest_every_page_is_fresh_and_before_nothing_withdrawn_is_there(two_languages, newsroom, stores, happenings):
    stores()
    with transaction.atomic():
        paper = Newsroom()
        for choice in (1, 2, 3):
            paper.write(choice)
        fill()
        come_to_rest()
        for name, choice in happenings:
            getattr(paper, name)(choice)
        come_to_rest()
        assert differences() == {}
        transaction.set_rollback(True)
