"""Mail servers for tests: a real one that speaks SMTP, and services that answer as their documentation says."""

import asyncio
import socket
from contextlib import contextmanager
from email import message_from_bytes, policy

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from tests.translation.engines.service import Asked, Reply, ServiceServer, says

TOKEN = "secret-token"


class Inbox:
    """Takes messages, or says the next of `replies` instead; `waits` seconds before it says anything."""

    def __init__(self):
        self.messages, self.replies, self.waits, self.offered = [], [], 0.0, 0

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - the library's name
        del server, session
        self.offered += 1
        reply = self.replies.pop(0) if self.replies else "250 OK"
        if reply.startswith("250"):
            self.messages.append(message_from_bytes(envelope.content, policy=policy.default))
        if self.waits:
            await asyncio.sleep(self.waits)
        return reply


@contextmanager
def smtp_server(port=0, **options):
    """A server on that port of this machine, or on a free one."""
    inbox = Inbox()
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(("127.0.0.1", port))
        inbox.port = probe.getsockname()[1]
    controller = Controller(inbox, hostname="127.0.0.1", port=inbox.port, **options)
    controller.start()
    try:
        yield inbox
    finally:
        controller.stop()


def signs_in(server, session, envelope, mechanism, data):
    """Whoever knows the password."""
    del server, session, envelope, mechanism
    return AuthResult(success=(data.login, data.password) == (b"desk", TOKEN.encode()))


class PostmarkServer(ServiceServer):
    """POST /email with the message as JSON, and the token in a header."""

    def answer(self, asked: Asked) -> Reply:
        if asked.headers.get("x-postmark-server-token") != TOKEN:
            return says({"ErrorCode": 10, "Message": "Bad or missing server token"}, 401)
        if (asked.method, asked.path) != ("POST", "/email"):
            return says({"ErrorCode": 0, "Message": "Not found"}, 404)
        to = asked.body["To"]
        return says({"To": to, "SubmittedAt": "2026-11-28T10:00:00Z", "MessageID": "b7bc", "ErrorCode": 0,
                     "Message": "OK"})  # fmt: skip


class MailgunServer(ServiceServer):
    """POST /v3/DOMAIN/messages as a form, the key as a password."""

    def answer(self, asked: Asked) -> Reply:
        if not asked.headers.get("authorization", "").startswith("Basic "):
            return says({"message": "Forbidden"}, 401)
        if asked.path != "/v3/courier.example/messages":
            return says({"message": "Domain not found"}, 404)
        return says({"id": "<20261128.1@courier.example>", "message": "Queued. Thank you."})
