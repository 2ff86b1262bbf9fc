"""LibreTranslate, over its HTTP API: a server of one's own, or somebody's."""

import time
from collections.abc import Callable, Mapping, Sequence

from lingotype.translation.engines.addresses import is_here
from lingotype.translation.engines.base import EngineError
from lingotype.translation.engines.http import Answer, HttpEngine
from lingotype.translation.pairs import LanguagePair


class LibreTranslate(HttpEngine):
    """A LibreTranslate server. Its key, where it wants one, comes from the environment (LIBRETRANSLATE_API_KEY)."""

    keeps_markup = True
    max_texts = 50
    default_key_env = "LIBRETRANSLATE_API_KEY"

    def __init__(
        self, name: str, options: Mapping[str, object], *, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        super().__init__(name, options, sleep=sleep)
        self.leaves_newsroom = not is_here(self.url)
        self.max_texts = self.options.count("max_texts", self.max_texts)
        self.max_characters = self.options.count("max_characters", 5_000)

    def translate(self, texts: Sequence[str], pair: LanguagePair) -> list[str]:
        """The texts, as HTML. The server unescapes its answers: `&` and `<` of the text come back bare."""
        if not texts:
            return []
        body = {"q": list(texts), "source": pair.source, "target": pair.target, "format": "html"}
        answer = self.post("/translate", body | ({"api_key": self.key} if self.key else {}), pair)
        translated = answer.get("translatedText") if isinstance(answer, dict) else None
        if not isinstance(translated, list) or not all(isinstance(text, str) for text in translated):
            raise self.error('the answer has no list of texts in "translatedText"', pair)
        if len(translated) != len(texts):
            raise self.error(f"{len(texts)} texts went out and {len(translated)} came back", pair)
        return translated

    def is_final(self, answer: Answer) -> bool:
        """A pair that the server lacks is a 500 of its own, too."""
        return "is not available as a target language" in self.message_in(answer.json)

    def problems(self) -> list[str]:
        """Whether the server answers, the expected key is there, and the pairs of the settings are known to it."""
        problems = []
        if self.key_is_expected and not self.key:
            problems.append(f"the environment variable {self.key_env} is not set: put the server's key into it")
        try:
            languages = self.get("/languages")
        except EngineError as error:
            return [*problems, f"{error.message}: is the server up, and its address right ({self.url})?"]
        offered = _offered(languages)
        missing = sorted(f"{pair.source}-{pair.target}" for pair in self.known_pairs - offered) if offered else []
        return problems + ([f"the server does not translate {', '.join(missing)}"] if missing else [])


def _offered(languages: object) -> set[LanguagePair]:
    """The pairs in the answer of `/languages`: `[{"code": "ru", "targets": ["en", …]}, …]`."""
    found = [entry for entry in languages if isinstance(entry, dict)] if isinstance(languages, list) else []
    return {
        LanguagePair(str(entry.get("code")), str(target)) for entry in found for target in entry.get("targets") or ()
    }
