"""Pictures with the credit that a newspaper owes."""

from collections.abc import Iterable
from typing import Any

from django.core.files.base import ContentFile, File
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, Image

from lingotype.newsroom.bare import BareFilter

_MAKES_OTHERS = {"file", "focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height"}
"""Fields without which a picture's sizes would be others."""


class Picture(AbstractImage):
    """A picture of the newsroom. `credit` is the line that stands under it wherever it is shown."""

    credit = models.CharField(_("credit"), max_length=255, blank=True)
    prepared = models.PositiveSmallIntegerField(default=0, editable=False, db_index=True)
    """How far a worker is with its sizes: `FIRST` or `ALL` of `newsroom/pictures.py`; 0 has to be looked at anew."""

    admin_form_fields = (*Image.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **options: Any) -> None:
        """Save it, and have a worker see which sizes are missing now."""
        if update_fields is None or _MAKES_OTHERS & set(update_fields):
            self.prepared = 0
            update_fields = None if update_fields is None else {*update_fields, "prepared"}
        super().save(*args, update_fields=update_fields, **options)

    def generate_rendition_file(self, filter: Filter, *, source: Any = None) -> "File[bytes]":
        """The bare picture in that size, in memory: Wagtail makes it in a temporary file, which nobody closes."""
        with super().generate_rendition_file(BareFilter(filter.spec), source=source) as made:
            made.seek(0)
            return ContentFile(made.read(), made.name)


class PictureRendition(AbstractRendition):
    """A picture in one prepared size."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)
