"""What the newsroom adds to Wagtail."""

from wagtail import hooks

from lingotype.newsroom.bare import ForReaders


@hooks.register("register_image_operations")
def image_operations() -> list[tuple[str, type[ForReaders]]]:
    """Sizes of pictures as readers get them."""
    return [("readers", ForReaders)]
