"""Engines of the newsrooms that commands work on, named by dotted path in their settings.

Each writes what it is asked to `asked.jsonl` in the newsroom's folder, where a test of another process can read it.
"""

import json
import os
import signal
import time
from collections.abc import Sequence

from django.conf import settings
from django.db.models.signals import pre_save

from lingotype.newsroom.models import ArticlePage
from lingotype.translation.engines import Engine, EngineError
from lingotype.translation.pairs import LanguagePair


class Asked(Engine):
    """Writes down what it is asked."""

    leaves_newsroom = False

    def can_translate(self, pair: LanguagePair) -> bool:
        return True

    def translate(self, texts: Sequence[str], pair: LanguagePair) -> list[str]:
        with (settings.LINGOTYPE.folder / "asked.jsonl").open("a", encoding="utf-8") as log:
            for text in texts:
                log.write(json.dumps({"text": text, "to": pair.target}) + "\n")
        return [self.answer(text, pair) for text in texts]

    def answer(self, text: str, pair: LanguagePair) -> str:
        raise NotImplementedError


class Loud(Asked):
    """Says it louder, and names the language."""

    def answer(self, text: str, pair: LanguagePair) -> str:
        return f"[{pair.target}] {text.upper()}"


class Forgetful(Loud):
    """Leaves out every digit, which a check finds."""

    def answer(self, text: str, pair: LanguagePair) -> str:
        return "".join(sign for sign in super().answer(text, pair) if not sign.isdigit())


class Broken(Asked):
    """Refuses for good."""

    def answer(self, text: str, pair: LanguagePair) -> str:
        raise EngineError("the licence has run out", engine=self.name, pair=pair)


class Sleepy(Asked):
    """Falls asleep over every text, for far longer than any test waits."""

    def answer(self, text: str, pair: LanguagePair) -> str:
        time.sleep(600)
        return text


class Slow(Loud):
    """Takes a moment for every text."""

    def answer(self, text: str, pair: LanguagePair) -> str:
        time.sleep(0.2)
        return super().answer(text, pair)


class Steady(Loud):
    """A third of a second for an article of six texts, on any machine."""

    def answer(self, text: str, pair: LanguagePair) -> str:
        time.sleep(0.06)
        return super().answer(text, pair)


class Stuck(Loud):
    """Never comes back the first time it is asked; answers ever after."""

    def translate(self, texts: Sequence[str], pair: LanguagePair) -> list[str]:
        first = not (settings.LINGOTYPE.folder / "asked.jsonl").exists()
        answers = super().translate(texts, pair)
        if first:
            time.sleep(600)
        return answers


class Deadly(Loud):
    """Takes its worker with it when it meets poison, as running out of memory would."""

    def answer(self, text: str, pair: LanguagePair) -> str:
        if "poison" in text:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().answer(text, pair)


class Doomed(Loud):
    """Answers, and dies with its whole process at the moment that the file `die` names, once.

    `answered`: when the answer is there. `publishing`: when the translated page is being written.
    """

    def translate(self, texts: Sequence[str], pair: LanguagePair) -> list[str]:
        answer = super().translate(texts, pair)
        pre_save.connect(self.at_publishing, ArticlePage, weak=False, dispatch_uid="tests.doomed")
        self.die_at("answered")
        return answer

    def at_publishing(self, **_signal: object) -> None:
        self.die_at("publishing")

    def die_at(self, moment: str) -> None:
        order = settings.LINGOTYPE.folder / "die"
        if order.exists() and order.read_text() == moment:
            order.unlink()
            os.kill(os.getpid(), signal.SIGKILL)
