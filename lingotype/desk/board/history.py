"""The board's actions in Wagtail's history: who asked what of which language, and when."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter

from lingotype.desk.board.acting import ACTIONS
from lingotype.language.facts import LANGUAGES


def register(actions: Any) -> None:
    """Make Wagtail's log know them."""
    for action in ACTIONS.values():
        formatter = type(f"{action.code.title()}Formatter", (_Formatter,), {"label": action.label})
        actions.register_action(action.log_name)(formatter)


class _Formatter(LogFormatter):
    label = gettext_lazy("Languages")

    def format_message(self, log_entry: Any) -> str:
        """What was done, for which language, with which engine."""
        lang, engine = log_entry.data.get("lang", ""), log_entry.data.get("engine", "")
        language = LANGUAGES[lang].name if lang in LANGUAGES else lang
        if engine:
            return _("{action}: {language}, with {engine}").format(action=self.label, language=language, engine=engine)
        return _("{action}: {language}").format(action=self.label, language=language)
