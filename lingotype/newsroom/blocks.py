"""What an article's body is made of."""

import re
from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

INLINE_FEATURES = ["bold", "italic", "link", "quotation"]
PARAGRAPH_FEATURES = [*INLINE_FEATURES, "ol", "ul"]


class VerbatimCharBlock(blocks.CharBlock):
    """A line that stays as it is in every language: a credit, an identifier."""

    def get_translatable_segments(self, value: str) -> Sequence[Any]:
        """Nothing here is for translation."""
        return []


class VerbatimURLBlock(blocks.URLBlock):
    """An address that stays as it is in every language."""

    def get_translatable_segments(self, value: str) -> Sequence[Any]:
        """Nothing here is for translation."""
        return []


class VerbatimChoiceBlock(blocks.ChoiceBlock):
    """A choice among fixed values."""

    def get_translatable_segments(self, value: str) -> Sequence[Any]:
        """Nothing here is for translation."""
        return []


class VerbatimPictureBlock(ImageChooserBlock):
    """A picture that every language shows."""

    def get_translatable_segments(self, value: Any) -> Sequence[Any]:
        """Nothing here is for translation."""
        return []


class VerbatimPageBlock(blocks.PageChooserBlock):
    """An article of this site; each language shows its own version of it."""

    def get_translatable_segments(self, value: Any) -> Sequence[Any]:
        """Nothing here is for translation."""
        return []


class HeadingBlock(blocks.StructBlock):
    """A heading inside the article."""

    text = blocks.CharBlock(max_length=250, label=_("Text"))
    level = VerbatimChoiceBlock(choices=[("h2", _("Heading")), ("h3", _("Subheading"))], default="h2", label=_("Level"))

    class Meta:
        icon = "title"
        template = "blocks/heading.html"


class PictureBlock(blocks.StructBlock):
    """A picture with all that belongs to it."""

    image = VerbatimPictureBlock(label=_("Picture"))
    alt = blocks.CharBlock(max_length=300, required=False, label=_("Text for those who cannot see it"))
    caption = blocks.CharBlock(max_length=500, required=False, label=_("Caption"))
    credit = VerbatimCharBlock(max_length=255, required=False, label=_("Credit"))

    class Meta:
        icon = "image"
        template = "blocks/image.html"


class QuotationBlock(blocks.StructBlock):
    """A quotation of one paragraph or more. `source` is the id of one of the article's sources."""

    text = blocks.RichTextBlock(features=INLINE_FEATURES, label=_("Text"))
    source = VerbatimCharBlock(
        max_length=60, required=False, label=_("Source"), help_text=_("The id of one of the sources below.")
    )
    speaker = blocks.CharBlock(max_length=200, required=False, label=_("Speaker"))

    class Meta:
        icon = "openquote"
        template = "blocks/quotation.html"


class PullQuoteBlock(blocks.StructBlock):
    """Words of the article, set large."""

    text = blocks.TextBlock(label=_("Text"))
    speaker = blocks.CharBlock(max_length=200, required=False, label=_("Speaker"))

    class Meta:
        icon = "openquote"
        template = "blocks/pull_quote.html"


class EmbedBlock(blocks.StructBlock):
    """A link to a video or a post elsewhere, shown as a card: no foreign script reaches the reader."""

    url = VerbatimURLBlock(label=_("Address"))
    title = blocks.CharBlock(max_length=250, required=False, label=_("Title"))

    class Meta:
        icon = "media"
        template = "blocks/embed.html"


class OnTheSubjectBlock(blocks.StructBlock):
    """A box that leads to another article."""

    article = VerbatimPageBlock(page_type="newsroom.ArticlePage", required=False, label=_("Article"))

    class Meta:
        icon = "link"
        template = "blocks/on_the_subject.html"


class BodyBlock(blocks.StreamBlock):
    """The body of an article or of a static page."""

    paragraph = blocks.RichTextBlock(
        features=PARAGRAPH_FEATURES, icon="pilcrow", template="blocks/paragraph.html", label=_("Paragraph")
    )
    heading = HeadingBlock(label=_("Heading"))
    image = PictureBlock(label=_("Picture"))
    quotation = QuotationBlock(label=_("Quotation"))
    pull_quote = PullQuoteBlock(label=_("Pull quote"))
    embed = EmbedBlock(label=_("Video or post"))
    on_the_subject = OnTheSubjectBlock(label=_("On the subject"))


SOURCE_ID = re.compile(r"\w[\w:.-]*")
"""What quotations may name a source by."""
LANGUAGE_CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class SourceBlock(blocks.StructBlock):
    """A publication that the article retells or quotes."""

    id = VerbatimCharBlock(
        max_length=60, label=_("Identifier"), help_text=_("A short word by which quotations name this source.")
    )
    publication = VerbatimCharBlock(max_length=200, label=_("Publication"))
    url = VerbatimURLBlock(label=_("Address"))
    lang = VerbatimCharBlock(max_length=12, label=_("Language"))

    class Meta:
        icon = "doc-full"

    def clean(self, value: Any) -> Any:
        """Judge what article files are judged by, too. What a draft leaves empty is asked for when it is published."""
        cleaned = super().clean(value)
        errors = {}
        if cleaned.get("id") and not SOURCE_ID.fullmatch(cleaned["id"]):
            errors["id"] = ValidationError(_("One short word: quotations name the source by it."))
        if cleaned.get("lang") and not LANGUAGE_CODE.fullmatch(cleaned["lang"]):
            errors["lang"] = ValidationError(_("The code of a language: two or three small letters."))
        if errors:
            raise blocks.StructBlockValidationError(block_errors=errors)
        return cleaned


class DayBlock(blocks.DateBlock):
    """A calendar day."""


class CorrectionBlock(blocks.StructBlock):
    """A dated note of what was wrong; shown at the top of the article."""

    date = DayBlock(label=_("Date"))
    text = blocks.TextBlock(label=_("Text"))

    class Meta:
        icon = "warning"
