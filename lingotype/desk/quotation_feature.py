"""Quotations in Wagtail's rich text editor: read from the database and written back with nothing lost.

In the database a quotation is `<a linktype="quotation" source speaker original lang>`; in the editor it is a Draft.js
entity that carries the same attributes as data.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from draftjs_exporter.dom import DOM
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineEntityElementHandler
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.rich_text import LinkHandler

from lingotype.newsroom.rich_text import QUOTATION

ENTITY = "QUOTATION"
"""The Draft.js type; `static/desk/quotation.js` registers its components under the same name."""

ATTRIBUTES: Sequence[str] = ("source", "speaker", "original", "lang")
"""Everything a quotation says of itself, in the order in which it is written."""


class QuotationHandler(InlineEntityElementHandler):
    """From the database to the editor."""

    mutability = "MUTABLE"

    def get_attribute_data(self, attrs: Mapping[str, str | None]) -> dict[str, str]:
        """The attributes that are there, to the character; one that is not there stays away."""
        return {name: attrs[name] or "" for name in ATTRIBUTES if name in attrs}


def quotation_tag(props: Mapping[str, Any]) -> Any:
    """From the editor to the database."""
    attributes = {name: str(props[name]) for name in ATTRIBUTES if props.get(name) is not None}
    return DOM.create_element("a", {"linktype": QUOTATION, **attributes}, _with_breaks(props["children"]))


def _with_breaks(children: Any) -> Any:
    # The exporter makes `<br/>` of line breaks everywhere but inside entities, where they would end as spaces.
    inside = DOM.create_element()
    DOM.append_child(inside, children)
    return DOM.parse_html(DOM.render(inside).replace("\n", "<br/>"))


class QuotationLink(LinkHandler):
    """What Wagtail's own expansion of rich text makes of a quotation: its words stay, and lead nowhere.

    Readers' pages make `<q>` of it before (`lingotype.newsroom.rich_text`).
    """

    identifier = QUOTATION

    @staticmethod
    def expand_db_attributes(attrs: Mapping[str, str]) -> str:
        """The opening tag."""
        return '<a class="quotation">'


def register(features: Any) -> None:
    """Make the feature `quotation` known to Wagtail's registry of rich text features."""
    control = {
        "type": ENTITY,
        "icon": "openquote",
        "description": _("Quotation"),
        "attributes": list(ATTRIBUTES),
        "dialogUrl": reverse_lazy("desk_quotation"),
    }
    features.register_editor_plugin(
        "draftail",
        QUOTATION,
        EntityFeature(
            control,
            js=["wagtailadmin/js/modal-workflow.js", "desk/quotation.js"],
            css={"all": ["desk/quotation.css"]},
        ),
    )
    features.register_converter_rule(
        "contentstate",
        QUOTATION,
        {
            "from_database_format": {f'a[linktype="{QUOTATION}"]': QuotationHandler(ENTITY)},
            "to_database_format": {"entity_decorators": {ENTITY: quotation_tag}},
        },
    )
    features.register_link_type(QuotationLink)
