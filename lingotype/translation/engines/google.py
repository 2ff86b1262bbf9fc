"""Google Cloud Translation, Advanced (v3), over its REST API. No Google library is needed."""

import os
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from lingotype.translation.engines.base import EngineError
from lingotype.translation.engines.google_glossaries import GoogleGlossaries
from lingotype.translation.engines.http import Answer, HttpEngine
from lingotype.translation.pairs import LanguagePair

T = TypeVar("T")

_TOKEN_SECONDS = 300
"""How long a printed token is used: the commands that print one keep it themselves, and it may be near its end."""
_COMMAND_SECONDS = 20
_PER_MINUTE = frozenset({"RATE_LIMIT_EXCEEDED", "rateLimitExceeded", "userRateLimitExceeded"})
_PER_DAY = frozenset({"dailyLimitExceeded", "dailyLimitExceededUnreg", "quotaExceeded"})


class Google(HttpEngine):
    """Google Cloud Translation v3. Calls carry an OAuth access token; this version of the service takes no API keys.

    The token comes from the environment (GOOGLE_ACCESS_TOKEN), or from a command that prints one.
    """

    keeps_markup = True
    default_url = "https://translation.googleapis.com"
    default_key_env = "GOOGLE_ACCESS_TOKEN"
    advice = {
        401: "the access token is wrong or has run out: tokens last an hour; token_command prints a fresh one",
        404: "are project, location and glossary right?",
    }

    def __init__(
        self, name: str, options: Mapping[str, object], *, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        super().__init__(name, options, sleep=sleep)
        self.project = self.options.text("project")
        self.location = self.options.text("location", "global")
        self.model = self.options.text("model", "general/nmt")
        self.format = self.options.choice("format", ("html", "text"))
        self.keeps_markup = self.format == "html"
        self.max_texts = self.options.count("max_texts", 1_024, at_most=1_024)
        self.max_characters = self.options.count("max_characters", 5_000, at_most=30_000)
        self.glossaries = self.glossaries_by_pair()
        self.parent = f"projects/{self.project}/locations/{self.location}"
        bucket = self.options.text("bucket") if self.options.has("bucket") else ""
        storage = self.options.text("storage_url", "https://storage.googleapis.com").rstrip("/")
        self._own = GoogleGlossaries(self, self.parent, bucket, storage, sleep) if bucket else None
        self.supports_glossary = self._own is not None
        if (self.glossaries or bucket) and self.location == "global":
            option = "glossaries" if self.glossaries else "bucket"
            raise self.options.wrong(f'"{option}" needs a "location" that has glossaries, such as "us-central1"')
        self.token_command = self.options.texts("token_command")
        self._printed = _Printed()

    @property
    def key(self) -> str:
        """The access token; empty where there is none. Raises `EngineError` when the command fails."""
        if not self.token_command:
            return super().key
        with self._printed.lock:
            if time.monotonic() > self._printed.until:
                self._printed.token = self._print_token()
                self._printed.until = time.monotonic() + _TOKEN_SECONDS
            return self._printed.token

    def headers(self) -> Mapping[str, str]:
        """The token, and the project that pays."""
        token = self.key
        if not token:
            raise self.error(f"the environment variable {self.key_env} is not set, and there is no token_command")
        return {"Authorization": f"Bearer {token}", "X-Goog-User-Project": self.project}

    def translate(self, texts: Sequence[str], pair: LanguagePair) -> list[str]:
        """The texts; by the glossary of the pair, where the settings name one."""
        if not texts:
            return []
        body: dict[str, object] = {
            "contents": list(texts),
            "mimeType": "text/html" if self.keeps_markup else "text/plain",
            "sourceLanguageCode": pair.source,
            "targetLanguageCode": pair.target,
            "model": f"{self.parent}/models/{self.model}",
        }
        glossary = self._with_fresh_token(lambda: self._glossary(pair))
        answer = self._answer(body | glossary, pair)
        found = answer.get("glossaryTranslations" if glossary else "translations") if isinstance(answer, dict) else None
        return self.texts_in(found, "translatedText", len(texts), pair)

    def _glossary(self, pair: LanguagePair) -> dict[str, object]:
        """What the call says about a glossary: the one that the settings name, or one made of the newsroom's terms."""
        if named := self.glossaries.get(pair):
            return {"glossaryConfig": {"glossary": f"{self.parent}/glossaries/{named}"}}
        made = self._own.glossary(self.context.terms, pair) if self._own is not None else ""
        config = {"glossary": f"{self.parent}/glossaries/{made}", "ignoreCase": True}
        return {"glossaryConfig": config} if made else {}

    def _answer(self, body: Mapping[str, object], pair: LanguagePair) -> object:
        """The translation; a glossary of ours that somebody has deleted is made again, once."""
        path = f"/v3/{self.parent}:translateText"
        try:
            return self._with_fresh_token(lambda: self.post(path, body, pair))
        except EngineError as error:
            is_ours = self._own is not None and "glossaryConfig" in body and pair not in self.glossaries
            if not is_ours or error.retryable or "answered 404" not in error.message or self._own is None:
                raise
        self._own.forget()
        return self.post(path, {**body, **self._glossary(pair)}, pair)

    def is_passing(self, answer: Answer) -> bool:
        """A 403 says "over the quota of this minute", too; one without a quota's name is about permission."""
        return answer.status == 403 and bool(_reasons(answer.json) & _PER_MINUTE) and not self.is_final(answer)

    def is_final(self, answer: Answer) -> bool:
        """The quota of a day does not come back within a pause."""
        return bool(_reasons(answer.json) & _PER_DAY) or "Daily Limit" in self.message_in(answer.json)

    def message_in(self, answer: object) -> str:
        """Google's `{"error": {"message": …, "status": …}}`."""
        error = answer.get("error") if isinstance(answer, dict) else None
        said = [error.get(key) for key in ("status", "message")] if isinstance(error, dict) else [error]
        return ": ".join(str(words) for words in said if words)[:300]

    def problems(self) -> list[str]:
        """Whether there is a token, and the service takes it and knows the languages of `pairs`."""
        try:
            answer = self.get(f"/v3/{self.parent}/supportedLanguages")
        except EngineError as error:
            return [error.message]
        rows = answer.get("languages") if isinstance(answer, dict) else None
        offered = {str(row.get("languageCode")) for row in rows or () if isinstance(row, dict)}
        wanted = {code for pair in self.known_pairs for code in (pair.source, pair.target)}
        missing = sorted(wanted - offered) if offered else []
        return [f"Google does not translate {', '.join(missing)}"] if missing else []

    def _with_fresh_token(self, call: Callable[[], T]) -> T:
        """What the call gives; a printed token that was refused is printed anew, once."""
        try:
            return call()
        except EngineError as error:
            if not self.token_command or "answered 401" not in error.message:
                raise
        self._printed.until = 0.0
        return call()

    def _print_token(self) -> str:
        command = self.token_command[0]
        try:
            done = subprocess.run(
                self.token_command, capture_output=True, timeout=_COMMAND_SECONDS, check=False, env=os.environ
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise self.error(f"token_command: {command} does not run: {type(error).__name__}") from error
        token = done.stdout.decode("ascii", "replace").strip()
        if done.returncode or not token or len(token.split()) != 1:
            raise self.error(f"token_command: {command} ended with {done.returncode} and printed no single token")
        return token


class _Printed:
    """The token that the command printed last, shared by every thread; never shown."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.token = ""
        self.until = 0.0


def _reasons(answer: object) -> set[str]:
    """Why: of `errors` in Google's older form and of `details` in its newer one, and by the documented words."""
    error = answer.get("error") if isinstance(answer, dict) else None
    if not isinstance(error, dict):
        return set()
    lists = [rows for key in ("errors", "details") if isinstance(rows := error.get(key), list)]
    found = {str(row.get("reason")) for rows in lists for row in rows if isinstance(row, dict)}
    words = str(error.get("message", ""))
    return found | ({"userRateLimitExceeded"} if "Rate Limit Exceeded" in words else set())
