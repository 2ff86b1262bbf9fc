"""Glossaries in a Google Cloud project, made of the newsroom's terms.

Google makes a glossary from a file in Cloud Storage and from nothing else: `inputConfig.gcsSource` is required. So the
terms go into a bucket as CSV, a long-running operation makes the glossary of them, and the file is deleted again.
"""

import csv
import hashlib
import io
import secrets
import threading
from collections.abc import Callable, Sequence
from urllib.parse import quote

from lingotype.translation.engines.base import EngineError
from lingotype.translation.engines.http import HttpEngine
from lingotype.translation.engines.term_rows import term_rows
from lingotype.translation.pairs import LanguagePair
from lingotype.translation.terms import Term

_OURS = "lingotype-"
"""How the ids of our glossaries begin."""
_KEPT = 10
"""So many glossaries of a pair are kept, the newest; each section with terms of its own has one."""
_PAUSES = (1, 2, 4, 8, 15, 15, 15)
"""Seconds to wait between looks at the operation; a glossary usually takes a few of them."""


class GoogleGlossaries:
    """Makes each glossary once, for all threads. `engine` calls Google."""

    def __init__(
        self, engine: HttpEngine, parent: str, bucket: str, storage_url: str, sleep: Callable[[float], None]
    ) -> None:
        self._engine = engine
        self._parent = f"/v3/{parent}/glossaries"
        self._parent_name = parent
        self._bucket = bucket
        self._storage = storage_url
        self._sleep = sleep
        self._made: set[str] = set()
        self._lock = threading.Lock()

    def glossary(self, terms: Sequence[Term], pair: LanguagePair) -> str:
        """The id of a glossary with these terms, made if it is not there; empty without terms. Raises `EngineError`.

        Google compares without regard to capitals here, so a term that is one only with its capitals is left out.
        """
        rows = term_rows(term for term in terms if not term.case_sensitive)
        if not rows:
            return ""
        content = _csv(rows)
        name = f"{_OURS}{pair.source}-{pair.target}-{hashlib.sha256(content).hexdigest()[:16]}".lower()
        with self._lock:
            if name not in self._made:
                if not self._is_there(name, pair):
                    self._make(name, content, pair)
                    self._delete_stale(pair)
                self._made.add(name)
        return name

    def forget(self) -> None:
        """Look again what is there: somebody has deleted a glossary."""
        with self._lock:
            self._made.clear()

    def _is_there(self, name: str, pair: LanguagePair) -> bool:
        try:
            self._engine.fetch(f"{self._parent}/{name}", pair)
        except EngineError as error:
            if "answered 404" in error.message:
                return False
            raise
        return True

    def _make(self, name: str, content: bytes, pair: LanguagePair) -> None:
        file = f"lingotype/{name}-{secrets.token_hex(4)}.csv"  # another worker may be at it, and deletes its own
        place = f"{self._storage}/upload/storage/v1/b/{quote(self._bucket, safe='')}/o"
        self._engine.upload(f"{place}?uploadType=media&name={quote(file, safe='')}", content, pair)
        try:
            self._wait(self._begin(self._description(name, file, pair), pair), pair)
        finally:
            self._delete_file(file, pair)

    def _begin(self, description: dict[str, object], pair: LanguagePair) -> object:
        try:
            return self._engine.post(self._parent, description, pair)
        except EngineError as error:
            if "answered 409" in error.message:
                message = "another worker is making the glossary just now"
                raise self._engine.error(message, pair, retryable=True) from error
            raise

    def _description(self, name: str, file: str, pair: LanguagePair) -> dict[str, object]:
        return {
            "name": f"{self._parent_name}/glossaries/{name}",
            "languagePair": {"sourceLanguageCode": pair.source, "targetLanguageCode": pair.target},
            "inputConfig": {"gcsSource": {"inputUri": f"gs://{self._bucket}/{file}"}},
        }

    def _wait(self, operation: object, pair: LanguagePair) -> None:
        for pause in (*_PAUSES, None):
            row = operation if isinstance(operation, dict) else {}
            if error := row.get("error"):
                said = error.get("message") if isinstance(error, dict) else error
                raise self._engine.error(f"Google could not make the glossary: {str(said)[:300]}", pair)
            if row.get("done") is True:
                return
            if not isinstance(row.get("name"), str):
                raise self._engine.error("the answer about a new glossary is no operation", pair)
            if pause is None:
                break
            self._sleep(pause)
            operation = self._engine.fetch(f"/v3/{row['name']}", pair)
        raise self._engine.error("Google is still preparing the glossary", pair, retryable=True)

    def _delete_file(self, file: str, pair: LanguagePair) -> None:
        place = f"{self._storage}/storage/v1/b/{quote(self._bucket, safe='')}/o/{quote(file, safe='')}"
        self._quietly(lambda: self._engine.delete(place, pair))

    def _delete_stale(self, pair: LanguagePair) -> None:
        def delete() -> None:
            answer = self._engine.fetch(f"{self._parent}?pageSize=1000", pair)
            rows = answer.get("glossaries") if isinstance(answer, dict) else None
            kind = f"{_OURS}{pair.source}-{pair.target}".lower()  # en-pt, and not en-pt-br
            ours = [row for row in rows or () if isinstance(row, dict) and _id_of(row).rpartition("-")[0] == kind]
            for row in sorted(ours, key=lambda row: str(row.get("submitTime")), reverse=True)[_KEPT:]:
                self._engine.delete(f"/v3/{row['name']}", pair)

        self._quietly(delete)

    def _quietly(self, tidy: Callable[[], None]) -> None:
        """What could not be tidied up costs nothing but room; the translation goes on."""
        try:
            tidy()
        except EngineError:
            return


def _id_of(row: dict[str, object]) -> str:
    return str(row.get("name", "")).rpartition("/")[2]


def _csv(rows: Sequence[tuple[str, str]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()
