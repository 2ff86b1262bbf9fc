"""Where editors see and steer every language."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Where editors see and steer every language."""

    name = "lingotype.desk"
    label = "desk"

    def ready(self) -> None:
        """Listen to Wagtail, and give articles the desk's form and panel."""
        from django.db.models.signals import post_save, pre_delete
        from django.utils.translation import gettext_lazy as _
        from wagtail import signals
        from wagtail.models import Page

        from lingotype.desk import listening
        from lingotype.desk.article_form import ArticleForm
        from lingotype.desk.before_publishing import BeforePublishingPanel
        from lingotype.desk.languages_panel import LanguagesPanel
        from lingotype.desk.originals.panel import with_originals
        from lingotype.newsroom import withdraw
        from lingotype.newsroom.models import ArticlePage, ReaderReport

        ArticlePage.base_form_class = ArticleForm
        ArticlePage.content_panels = [
            LanguagesPanel(heading=_("Languages")),
            *with_originals(ArticlePage.content_panels),
            BeforePublishingPanel(heading=_("Before you publish")),
        ]
        for model in (Page, ArticlePage):  # Wagtail saves both: a page is not always at hand as what it is
            post_save.connect(withdraw.follow_off, model, dispatch_uid=f"lingotype.desk.follow_off.{model.__name__}")
        post_save.connect(
            listening.reader_reported, ReaderReport, dispatch_uid="lingotype.desk.reader_reported"
        )  # fmt: skip
        pre_delete.connect(withdraw.follow_away, ArticlePage, dispatch_uid="lingotype.desk.follow_away")
        signals.page_published.connect(listening.page_published, dispatch_uid="lingotype.desk.page_published")
        signals.page_unpublished.connect(listening.page_unpublished, dispatch_uid="lingotype.desk.page_unpublished")
