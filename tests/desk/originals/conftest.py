"""An article whose source has been read and compared, and what an editor does with it."""

import re
from html import unescape

import pytest
from django.urls import reverse

from lingotype.importing.models import SourceText
from lingotype.importing.originals.comparing import compare_one_source
from lingotype.importing.originals.reading import read_one_source
from lingotype.importing.originals.wishes import sources_of, want_given
from lingotype.newsroom.models import ArticlePage
from tests.importing.originals.conftest import RETOLD, SOURCE

BRIDGE = "The bridge has cost 14 million dollars"
CHILDREN = "Children will be able to walk to school."


@pytest.fixture
def retold(publish):
    """The article alone."""
    return publish(RETOLD).page


@pytest.fixture
def compared(retold):
    """The article with its source read."""
    want_given(retold, sources_of(retold)[0], SOURCE.encode(), "a.txt")
    read_one_source()
    compare_one_source()
    return retold


def address(article, name="desk_originals", *rest):
    return reverse(name, args=[article.pk, *rest])


def shown(desk, article):
    answer = desk.get(address(article))
    assert answer.status_code == 200
    return answer.content.decode()


def forms(html):
    """The decisions that the screen offers: by quotation, the address and the values of its buttons."""
    found = {}
    for part in html.split('<li class="desk-originals__quotation"')[1:]:
        words = unescape(re.search(r"<mark>(.*?)</mark>", part)[1])
        action = re.search(r'action="([^"]+)"', part)[1]
        buttons = [unescape(value) for value in re.findall(r'name="decision" value="([^"]+)"', part)]
        found[words] = (action, buttons, re.search(r'name="next" value="([^"]+)"', part)[1])
    return found


def press(desk, article, words, button, **more):
    """Press the button of that quotation whose value begins so; returns the screen that comes then."""
    action, buttons, following = forms(shown(desk, article))[words]
    value = next(one for one in buttons if one.startswith(button))
    return desk.post(action, {"decision": value, "next": following, **more}, follow=True)


def draft(article):
    """The HTML of the last version's first blocks."""
    page = ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object()
    return [str(block["value"]) for block in page.body.raw_data]


def texts():
    return SourceText.objects.all()
