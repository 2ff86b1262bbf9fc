"""The way out for mail: Django's own for a mail server, django-anymail's for a service. For workers only."""

import os
import sys
from importlib import import_module
from typing import Any

from lingotype.desk.mail.services import CONSOLE, SERVICES, SMTP, MailSettings
from lingotype.translation.in_request import refuse_in_request


class NoSecretError(Exception):
    """The environment lacks the secret; `str()` says which variable."""


def connection(mail: MailSettings) -> Any:
    """A backend of Django's that sends through what the settings name. Raises `NoSecretError`."""
    refuse_in_request("a mail server")
    secret = os.environ.get(mail.secret_env, "").strip() if mail.secret_env else ""
    if mail.secret_env and not secret:
        raise NoSecretError(f"{mail.secret_env} is not set in the environment")
    if mail.type == CONSOLE:
        from django.core.mail.backends.console import EmailBackend as Console

        return Console(stream=sys.stderr)
    return _server(mail, secret) if mail.type == SMTP else _service(mail, secret)


def _server(mail: MailSettings, secret: str) -> Any:
    from django.core.mail.backends.smtp import EmailBackend

    is_tls = mail.parts.scheme == "smtps"
    # Never a password nor a notice in the clear, but to this very machine.
    usual = 465 if is_tls else 25 if mail.is_own else 587
    return EmailBackend(
        host=mail.parts.hostname, port=mail.parts.port or usual, username=mail.user, password=secret,
        use_ssl=is_tls, use_tls=not is_tls and not mail.is_own, timeout=mail.seconds,
    )  # fmt: skip


def _service(mail: MailSettings, secret: str) -> Any:
    backend = import_module(f"anymail.backends.{mail.type}").EmailBackend
    options = {SERVICES[mail.type].secret_option: secret}
    return backend(**options, **({"api_url": mail.url} if mail.url else {}), timeout=mail.seconds)
