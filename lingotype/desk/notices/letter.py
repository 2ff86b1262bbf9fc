"""The message to a person: a text, and the same as simple HTML, in the language that is active."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from lingotype.desk.mail.outbox import HTML
from lingotype.desk.notices.standing import Section, address, line

_LONGEST_SUBJECT = 140


def letter(user: Any, sections: Sequence[Section]) -> EmailMultiAlternatives:
    """The message, which nobody has sent."""
    context = {
        "sections": sections, "site": settings.LINGOTYPE.site_name, "lang": translation.get_language() or "en",
        "direction": "rtl" if translation.get_language_bidi() else "ltr",
        "account_url": address(f"{reverse('wagtailadmin_account')}#tab-notifications"),
        "board_url": address(reverse("desk_board")),
    }  # fmt: skip
    text = render_to_string("desk/mail/notices.txt", context)
    message = EmailMultiAlternatives(subject(sections), text, settings.DEFAULT_FROM_EMAIL, [user.email])
    message.attach_alternative(render_to_string("desk/mail/notices.html", context), HTML)
    return message


def subject(sections: Sequence[Section]) -> str:
    """“Harbor Courier: 3 translations are held, 1 has failed”; of a single thing also its title. One line."""
    said = ", ".join(section.heading for section in sections)
    alone = sections[0].entries[0] if len(sections) == 1 and len(sections[0].entries) == 1 else None
    if alone is not None:
        said = f"{said}: {' · '.join(part for part in (alone.title, alone.language) if part)}"
    whole = line(f"{settings.LINGOTYPE.site_name}: {said}")
    return whole if len(whole) <= _LONGEST_SUBJECT else f"{whole[:_LONGEST_SUBJECT]}…"
