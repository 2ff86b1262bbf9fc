"""What editors set once for the whole site."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


@register_setting(icon="site")
class NewsroomSettings(BaseSiteSetting):
    """Where readers can follow and support the newsroom. An empty address hides its link."""

    google_news_url = models.URLField(_("Google News"), blank=True)
    telegram_url = models.URLField(_("Telegram"), blank=True)
    facebook_url = models.URLField(_("Facebook"), blank=True)
    instagram_url = models.URLField(_("Instagram"), blank=True)
    donate_url = models.URLField(_("donations"), blank=True)
    contact_email = models.EmailField(
        _("contact address"), blank=True, help_text=_("Readers' reports on a translated sentence go here.")
    )

    class Meta:
        verbose_name = _("Links and contact")
