"""DeepL, over its HTTP API (v2)."""

import hashlib
import time
from collections.abc import Callable, Mapping, Sequence

from lingotype.translation.engines.base import EngineError
from lingotype.translation.engines.http import HttpEngine
from lingotype.translation.engines.term_rows import term_rows
from lingotype.translation.pairs import LanguagePair
from lingotype.translation.terms import Term

FREE, PRO = "https://api-free.deepl.com", "https://api.deepl.com"
_LONGEST_CONTEXT = 1_500
"""Characters of context in a call, which is not billed but counts towards the bytes of the call."""

_OURS = "lingotype "
"""How the names of our glossaries begin."""
_ALMOST_FULL, _ROOM = 950, 50
"""An account holds 1000 glossaries; so many of ours are deleted when it has almost as many."""


class DeepL(HttpEngine):
    """DeepL. The key comes from the environment (DEEPL_API_KEY); one that ends in `:fx` belongs to the free service.

    Terms of the context become a glossary in the DeepL account, once for the same terms and pair.
    """

    keeps_markup = True
    supports_glossary = True
    max_texts = 50
    max_characters = 30_000  # of at most 4 bytes each, so that the body keeps below its limit
    max_body = 128 * 1024
    default_url = PRO
    default_key_env = "DEEPL_API_KEY"
    advice = {
        403: "is the key right, and for this address? Keys that end in :fx belong to api-free.deepl.com",
        456: "the account's characters are used up until its month ends or its limit is raised",
    }

    def __init__(
        self, name: str, options: Mapping[str, object], *, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        super().__init__(name, options, sleep=sleep)
        if not self.options.has("url") and self.key.endswith(":fx"):
            self.url = FREE
        self.max_texts = self.options.count("max_texts", 50, at_most=50)
        self.max_characters = self.options.count("max_characters", 30_000, at_most=30_000)
        self.tags = self.options.choice("tag_handling", ("html", "xml"))
        self.variants = {
            "en": self.options.choice("english", ("EN-US", "EN-GB")),
            "pt": self.options.choice("portuguese", ("PT-PT", "PT-BR")),
        }
        self.glossaries = self.glossaries_by_pair()
        self._made: dict[str, str] = {}  # ids of glossaries by their names; shared by every `within`

    def headers(self) -> Mapping[str, str]:
        """The key."""
        return {"Authorization": f"DeepL-Auth-Key {self.key}"}

    def translate(self, texts: Sequence[str], pair: LanguagePair) -> list[str]:
        """The texts, as HTML or XML, with what is known about their article as context."""
        if not texts:
            return []
        body: dict[str, object] = {
            "text": list(texts),
            "source_lang": pair.source.upper(),
            "target_lang": self.variants.get(pair.target, pair.target.upper()),
            "tag_handling": self.tags,
        }
        if context := self._context():
            body["context"] = context
        if glossary := self._glossary(pair):
            body["glossary_id"] = glossary
        answer = self._answer(body, pair)
        rows = answer.get("translations") if isinstance(answer, dict) else None
        return self.texts_in(rows, "text", len(texts), pair)

    def create_glossary(self, terms: Sequence[Term], pair: LanguagePair) -> str:
        """The id of a glossary with these terms in the DeepL account: the one that is there, or a new one.

        DeepL's glossaries cannot be changed: other terms make another one. Before the account is full, our oldest ones
        go; whoever still uses one of them makes it again. Raises `EngineError`.
        """
        entries = _entries(terms)
        digest = hashlib.sha256(entries.encode()).hexdigest()[:16]
        name = f"{_OURS}{pair.source}-{pair.target} {digest}"
        if name not in self._made:
            rows = self._in_account(pair)
            there = [row for row in rows if row.get("name") == name]
            if not there:
                self._make_room(rows, pair)
            self._made[name] = self._ready(there[0], pair) if there else self._create(name, entries, pair)
        return self._made[name]

    def message_in(self, answer: object) -> str:
        """DeepL's `{"message": …, "detail": …}`."""
        said = [answer.get(key) for key in ("message", "detail")] if isinstance(answer, dict) else []
        return ": ".join(str(words) for words in said if words)[:300]

    def problems(self) -> list[str]:
        """Whether the key is there and right, the characters last, and DeepL knows the languages of `pairs`."""
        if not self.key:
            return [f"the environment variable {self.key_env} is not set: put DeepL's API key into it"]
        try:
            usage, languages = self.get("/v2/usage"), self.get("/v2/languages?type=target")
        except EngineError as error:
            return [f"{error.message} ({self.url})"]
        problems = []
        used, limit = _number(usage, "character_count"), _number(usage, "character_limit")
        if limit and used >= limit:
            problems.append(f"all {limit:,} characters of the DeepL account's month are used")
        rows = languages if isinstance(languages, list) else []
        offered = {str(row.get("language")) for row in rows if isinstance(row, dict)}
        wanted = {self.variants.get(pair.target, pair.target.upper()) for pair in self.known_pairs}
        if offered and (missing := sorted(wanted - offered)):
            problems.append(f"DeepL does not list {', '.join(missing)} among its languages for this key")
        return problems

    def _context(self) -> str:
        about = (self.context.title, self.context.dek, self.context.before)
        return "\n".join(filter(None, about))[:_LONGEST_CONTEXT]

    def _glossary(self, pair: LanguagePair) -> str:
        if pair in self.glossaries:
            return self.glossaries[pair]
        return self.create_glossary(self.context.terms, pair) if _entries(self.context.terms) else ""

    def _answer(self, body: dict[str, object], pair: LanguagePair) -> object:
        """The translation; a glossary of ours that somebody has deleted is made again, once."""
        try:
            return self.post("/v2/translate", body, pair)
        except EngineError as error:
            is_about_it = "answered 404" in error.message or "glossary" in error.message.lower()
            if "glossary_id" not in body or pair in self.glossaries or error.retryable or not is_about_it:
                raise
        self._made.clear()
        return self.post("/v2/translate", body | {"glossary_id": self._glossary(pair)}, pair)

    def _in_account(self, pair: LanguagePair) -> list[dict[str, object]]:
        answer = self.fetch("/v2/glossaries", pair)
        rows = answer.get("glossaries") if isinstance(answer, dict) else None
        return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []

    def _make_room(self, rows: Sequence[Mapping[str, object]], pair: LanguagePair) -> None:
        ours = [row for row in rows if str(row.get("name")).startswith(_OURS)]
        if len(rows) >= _ALMOST_FULL:
            for row in sorted(ours, key=lambda row: str(row.get("creation_time")))[:_ROOM]:
                self.delete(f"/v2/glossaries/{row.get('glossary_id')}", pair)

    def _create(self, name: str, entries: str, pair: LanguagePair) -> str:
        languages = {"source_lang": pair.source, "target_lang": pair.target}
        body = {"name": name, **languages, "entries": entries, "entries_format": "tsv"}
        return self._ready(self.post("/v2/glossaries", body, pair), pair)

    def _ready(self, glossary: object, pair: LanguagePair) -> str:
        if not isinstance(glossary, dict) or not isinstance(glossary.get("glossary_id"), str):
            raise self.error('a glossary in the answer has no "glossary_id"', pair)
        if not glossary.get("ready"):
            raise self.error("DeepL is still preparing the glossary", pair, retryable=True)
        return str(glossary["glossary_id"])


def _entries(terms: Sequence[Term]) -> str:
    """The terms as lines of source, tab, target."""
    return "\n".join(f"{source}\t{target}" for source, target in term_rows(terms))


def _number(answer: object, key: str) -> int:
    value = answer.get(key) if isinstance(answer, dict) else None
    return value if isinstance(value, int) else 0
