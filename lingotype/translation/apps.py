"""How a text changes language."""

from django.apps import AppConfig


class TranslationConfig(AppConfig):
    """Segments, engines, checks, the gate, and the jobs that bring every language up to date."""

    name = "lingotype.translation"
    label = "translation"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Listen to the newsroom."""
        from django.db.models.signals import post_save
        from wagtail.signals import post_page_move

        from lingotype.newsroom.models import ArticlePage
        from lingotype.newsroom.signals import article_changed, article_withdrawn
        from lingotype.translation.listing import follow_move, keep_listed
        from lingotype.translation.wanted import want, want_no_more

        article_changed.connect(want, dispatch_uid="lingotype.translation.want")
        post_save.connect(keep_listed, ArticlePage, dispatch_uid="lingotype.translation.keep_listed")
        post_page_move.connect(follow_move, dispatch_uid="lingotype.translation.list_moved")
        article_withdrawn.connect(want_no_more, dispatch_uid="lingotype.translation.want_no_more")
