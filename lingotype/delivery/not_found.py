"""The page that says, in each language, that there is no page: stored as `/ru/404.html`."""

from django.conf import settings

_NAME = "404.html"


def not_found_path(code: str) -> str:
    """Where that page of a language is."""
    return f"/{code}/{_NAME}"


def is_not_found(path: str) -> bool:
    """Whether a path is that of such a page: it is answered with 404, asked for by its own address, too."""
    return path.endswith(f"/{_NAME}") and path.count("/") == 2


def not_found_addresses() -> list[str]:
    """One in each language of the settings."""
    return [not_found_path(code) for code in settings.LINGOTYPE.languages]
