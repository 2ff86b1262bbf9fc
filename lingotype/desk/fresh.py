"""What a part of a page that renews itself is answered with; the browser's half is `static/desk/fresh.js`."""

import hashlib

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, JsonResponse
from django.utils.translation import get_language


def tag_of(request: HttpRequest, facts: str) -> str:
    """An ETag that changes with the facts, and with who looks in which language."""
    text = f"{facts} {get_language()} {request.user.pk}"
    return f'W/"{hashlib.sha256(text.encode()).hexdigest()[:32]}"'


def not_modified(request: HttpRequest, tag: str) -> HttpResponse | None:
    """The answer for whoever has it as it is; None for everybody else."""
    return HttpResponseNotModified(headers={"ETag": tag}) if request.headers.get("If-None-Match") == tag else None


def fresh(html: str, tag: str = "", said: str = "") -> HttpResponse:
    """The part as it is now, and a line for whoever has asked for something."""
    answer = JsonResponse({"html": html.strip(), "said": said})
    if tag:
        answer.headers["ETag"] = tag
    return answer
