"""What a template keeps from one page to the next."""

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.utils.translation import override

from lingotype.delivery.fragments import Fragments

PART = Template(
    '{% load kept i18n %}{% kept part title %}<b>{{ title }}{{ page }}</b>{% translate "Search" %}{% endkept %}'
)


def shown(lang="en", **values):
    with override(lang):
        return PART.render(Context(values))


def test_the_inside_sees_the_named_values_and_nothing_else(newsroom):
    assert shown(title="Bridge", page="12") == "<b>Bridge</b>Search"
    assert shown(page="12") == "<b>None</b>Search"


def test_what_a_worker_has_kept_is_of_the_same_values_and_language(newsroom):
    fragments = Fragments()
    with fragments.in_use():
        first = shown(title="Bridge")
        assert shown(title="Bridge") == first
        assert shown(title="<i>") == "<b>&lt;i&gt;</b>Search"
        assert shown("ru", title="Bridge") == "<b>Bridge</b>Поиск"
    assert {key[:2] for key in fragments._kept} == {("html", "part")}
    assert len(fragments._kept) == 3


@pytest.mark.parametrize("arguments", ["", "part", "part title.x", "part title|upper", 'part "title"'])
def test_it_asks_for_names(arguments):
    with pytest.raises(TemplateSyntaxError, match="kept asks for a name"):
        Template(f"{{% load kept %}}{{% kept {arguments} %}}{{% endkept %}}")
