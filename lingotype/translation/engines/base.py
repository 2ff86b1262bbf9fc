"""What every engine is: the contract between Lingotype and whatever translates."""

import copy
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Self

from lingotype.translation.breaker import Breaker
from lingotype.translation.engines.context import Context
from lingotype.translation.engines.errors import EngineError, EngineSettingsError
from lingotype.translation.engines.options import Options
from lingotype.translation.in_request import refuse_in_request
from lingotype.translation.pairs import LanguagePair

__all__ = ["Draft", "Engine", "EngineError", "EngineSettingsError"]


class Draft(str):
    """A translation that knows how many of its words the engine did not know (`unknown`)."""

    __slots__ = ("unknown",)
    unknown: int

    def __new__(cls, text: str, unknown: int = 0) -> "Draft":
        """The text, with the number of words that the engine did not know."""
        draft = super().__new__(cls, text)
        draft.unknown = unknown
        return draft


class Engine(ABC):
    """Something that translates texts. A subclass is one file: a few facts, `can_translate` and `translate`.

    Engines are shared between threads: nothing may change after `__init__` but caches.
    """

    keeps_markup: bool = False
    """Whether texts are HTML and inline tags come back around the same words; otherwise texts are plain."""
    leaves_newsroom: bool = True
    """Whether texts are sent to somebody else's machine."""
    supports_glossary: bool = False
    """Whether the engine itself words the terms of its context as the newsroom does."""
    max_texts: int = 50
    """The most texts of one call."""
    max_characters: int = 20_000
    """The most characters of one call; a longer single text is still sent, alone."""

    def __init__(self, name: str, options: Mapping[str, object]) -> None:
        """An engine by its key in `lingotype.toml` and that table. Raises `EngineSettingsError`; touches no network."""
        self.name = name
        self.options = Options(name, options)
        self.max_characters_per_month: int | None = None
        if self.options.has("max_characters_per_month"):
            self.max_characters_per_month = self.options.count("max_characters_per_month", 1, at_most=10**12)

        self.price_per_million, self.currency = self._price()
        self.spend: Callable[[int], None] | None = None
        """Takes characters from the budget before they are sent, or raises `EngineError`; whoever builds the engine
        for a newsroom sets it."""
        self.folder = Path()
        """The newsroom's folder, where relative paths begin; set likewise."""
        self.breaker = Breaker()
        """Whether the engine has kept failing lately; whoever asks it by a route tells and heeds it."""
        self.context = Context()
        """What `translate` may use beside the texts; empty unless the engine was taken `within` a context."""

    def _price(self) -> tuple[Decimal, str]:
        """What a million characters cost, and in which currency; nothing in none where the options do not say."""
        if not self.options.has("price_per_million"):
            if self.options.has("currency"):
                raise self.options.wrong('"currency" needs a "price_per_million"')
            return Decimal(0), ""
        price = self.options.number("price_per_million", 0, at_most=10**6)
        currency = self.options.text("currency")
        if not (len(currency) == 3 and currency.isascii() and currency.isalpha() and currency.isupper()):
            raise self.options.wrong(f'"currency" must be three capitals, such as "EUR", not {currency!r}')
        return Decimal(str(price)), currency

    @abstractmethod
    def can_translate(self, pair: LanguagePair) -> bool:
        """Whether it is worth asking for this pair. Cheap: no network, no child process."""

    @abstractmethod
    def translate(self, texts: Sequence[str], pair: LanguagePair) -> list[str]:
        """The texts in the other language, in the same order, within the engine's limits. Raises `EngineError`."""

    def within(self, context: Context) -> Self:
        """The same engine, told where its texts come from. The engine itself stays as it is: threads share it."""
        told = copy.copy(self)
        told.context = context
        return told

    def problems(self) -> list[str]:
        """What stands in the engine's way now, and what to do, a line each. May ask machine or server for 3 s."""
        return []

    def translate_all(self, texts: Sequence[str], pair: LanguagePair) -> list[str]:
        """Translate any number of texts, in as few calls as the limits allow.

        Raises `EngineError` that names the part; also when an answer has another shape than one string a text.
        `EngineInRequestError` where a web request is being answered.
        """
        refuse_in_request(f"engine {self.name}")
        translated: list[str] = []
        told = self
        for batch in self.batches(texts):
            first = len(translated)
            part = f"texts {first + 1}–{first + len(batch)} of {len(texts)}"
            try:
                if self.spend is not None:
                    self.spend(sum(map(len, batch)))
                answer = told.translate(batch, pair)
            except EngineError as error:
                error.pair = error.pair or pair
                error.part = ", ".join(filter(None, (part, error.part)))
                raise
            if not isinstance(answer, list) or not all(isinstance(text, str) for text in answer):
                raise EngineError("the answer is not a list of texts", engine=self.name, pair=pair, part=part)
            if len(answer) != len(batch):
                message = f"{len(batch)} texts went out and {len(answer)} came back"
                raise EngineError(message, engine=self.name, pair=pair, part=part)
            translated += answer
            told = self.within(replace(self.context, before=batch[-1]))
        return translated

    def batches(self, texts: Sequence[str]) -> Iterator[Sequence[str]]:
        """The texts in runs that keep to `max_texts` and `max_characters`."""
        batch: list[str] = []
        characters = 0
        for text in texts:
            if batch and (len(batch) >= self.max_texts or characters + len(text) > self.max_characters):
                yield batch
                batch, characters = [], 0
            batch.append(text)
            characters += len(text)
        if batch:
            yield batch
