"""The newsroom's Django app."""

from django.apps import AppConfig


class NewsroomConfig(AppConfig):
    """Models journalists write with, and the signals that tell other apps of a change."""

    name = "lingotype.newsroom"
    label = "newsroom"
    verbose_name = "Newsroom"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Keep an article's languages together when it moves, and a picture's sizes complete."""
        from django.db.models.signals import post_delete
        from wagtail.signals import post_page_move

        from lingotype.newsroom.models import PictureRendition
        from lingotype.newsroom.moving import follow_move
        from lingotype.newsroom.pictures import look_again

        post_page_move.connect(follow_move, dispatch_uid="lingotype.newsroom.follow_move")
        post_delete.connect(look_again, PictureRendition, dispatch_uid="lingotype.newsroom.look_again")
