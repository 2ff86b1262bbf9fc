"""What takes our mail: the table `[mail]`, judged, and the secrets beside it. Loads nothing until mail is sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import getaddresses
from importlib.util import find_spec
from urllib.parse import SplitResult, unquote, urlsplit

SMTP, CONSOLE = "smtp", "console"
SMTP_SECRET = "SMTP_PASSWORD"  # noqa: S105 - the name of a variable
_OWN = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Service:
    """One of django-anymail's services: where its backend is, and how it names its secret."""

    secret_option: str
    secret_env: str
    """The variable of the environment that holds the secret."""


SERVICES: Mapping[str, Service] = {
    "brevo": Service("api_key", "BREVO_API_KEY"),
    "mailersend": Service("api_token", "MAILERSEND_API_TOKEN"),
    "mailgun": Service("api_key", "MAILGUN_API_KEY"),
    "mandrill": Service("api_key", "MANDRILL_API_KEY"),
    "postmark": Service("server_token", "POSTMARK_SERVER_TOKEN"),
    "resend": Service("api_key", "RESEND_API_KEY"),
    "sendgrid": Service("api_key", "SENDGRID_API_KEY"),
    "sparkpost": Service("api_key", "SPARKPOST_API_KEY"),
}
"""The values of `[mail] type` that are services, by the names that django-anymail's modules have."""
TYPES = (SMTP, CONSOLE, *SERVICES)


@dataclass(frozen=True, slots=True)
class MailSettings:
    """The table `[mail]`."""

    type: str
    sender: str
    url: str = ""
    seconds: float = 30.0
    """How long a server may take for one answer."""

    @property
    def secret_env(self) -> str:
        """The variable of the environment that holds its secret; empty where it needs none."""
        if self.type == SMTP:
            return SMTP_SECRET if self.user else ""
        return SERVICES[self.type].secret_env if self.type in SERVICES else ""

    @property
    def parts(self) -> SplitResult:
        """The parts of its address."""
        return urlsplit(self.url)

    @property
    def user(self) -> str:
        """Who signs in at the mail server; empty where nobody has to."""
        return unquote(self.parts.username or "")

    @property
    def is_own(self) -> bool:
        """Whether the address is this machine's: nothing can be read on the way, and certificates are nobody's."""
        return self.parts.hostname in _OWN


def judged(kind: str, sender: str, url: str) -> MailSettings:
    """The settings, if they can be used. Raises `ValueError`, which names the setting."""
    if kind not in TYPES:
        raise ValueError(f"mail.type must be one of {', '.join(sorted(TYPES))}, not {kind!r}")
    if kind in SERVICES and find_spec("anymail") is None:
        raise ValueError(f"mail.type = \"{kind}\" needs django-anymail; pip install 'lingotype[mail]' brings it")
    found = getaddresses([sender]) if sender.isprintable() else []
    user, _sign, host = found[0][1].partition("@") if len(found) == 1 else ("", "", "")
    if not user or not host or " " in user + host:
        raise ValueError(
            f'mail.from must be an address such as "Harbor Courier <desk@courier.example>", not {sender!r}'
        )
    read = MailSettings(kind, sender, url.rstrip("/"))
    if kind == SMTP:
        _judge_server(read)
    elif url and not (read.parts.hostname and read.parts.scheme in (("https", "http") if read.is_own else ("https",))):
        raise ValueError("mail.url must be the address of the service's API, such as https://api.eu.mailgun.net/v3")
    return read


def _judge_server(read: MailSettings) -> None:
    example = "smtp://user@smtp.example.org:587 or smtps://user@smtp.example.org"
    if read.parts.scheme not in ("smtp", "smtps") or not read.parts.hostname or read.parts.path:
        raise ValueError(f"mail.url must be {example}")
    if read.parts.password is not None:
        raise ValueError(f"mail.url: no password stands in this file; it comes from the environment as {SMTP_SECRET}")
