"""What engines and assistants say beside a translation."""

import re

_ABOUT_TRANSLATING = (
    r"\b(?:here(?:['’]s| is| are)|below is|this is)\b.{0,30}\btranslat(?:ion|ed)\b",
    r"\btranslat(?:ion|ed text|ed version)(?: (?:in)?to| in)?(?: \w+)?\s*:",
    r"^\W*(?:english|spanish|russian|ukrainian|belarusian|azerbaijani|hebrew)(?: (?:translation|version|text))?\s*:",
    r"\btranslator['’]?s? notes?\b|\b(?:as|i am|i['’]m) an? (?:ai|artificial intelligence|(?:large )?language model)\b",
    r"\b(?:i['’]m sorry|sorry|unfortunately),? (?:but )?i (?:can(?:['’]|no)t|am unable|am not able|can not)\b",
    r"\bi (?:can(?:['’]|no)t|am unable to|am not able to|won['’]t) (?:translate|assist|help with|fulfill|process)\b",
    r"\b(?:source|target|original) (?:text|language)\s*:|\bi (?:have )?translated\b|\bnote: (?:the|this|in)\b",
    r"\b(?:вот|ось|вось)(?: \w+){0,3} (?:перевод|переклад|пераклад)\b",
    r"^\W*(?:перевод|переклад|пераклад)(?: \w+){0,4}\s*:|\b(?:переведенный|перекладений|исходный|вихідний) текст\s*:",
    r"\bтекст (?:перевода|перекладу)\s*:|\bприм\. ?(?:пер|перев|ред)\b",
    r"\b(?:примечание|примітка|заўвага) (?:переводчика|перекладача|перекладчыка)\b",
    r"\bкак (?:языковая модель|искусственный интеллект|ии\b)|\bяк (?:мовна модель|штучний інтелект|ші\b)",
    r"\bя (?:не могу|не можу) (?:перевести|перекласти|помочь с|допомогти з)",
    r"\b(?:aquí|esta|este|a continuación)\b.{0,30}\btraducci[óo]n|^\W*traducci[óo]n(?: \w+){0,3}\s*:",
    r"\btexto (?:traducido|original)\s*:|\bcomo (?:modelo de lenguaje|(?:una )?inteligencia artificial|ia\b)",
    r"\bnotas? del? traductora?\b|\bn\. del t\.|\bno puedo (?:traducir|ayudar con)\b",
    r"\b(?:budur|aşağıda|bu)\b.{0,30}\btərcümə|^\W*tərcümə(?: \w+){0,3}\s*:|\btərcüməçinin qeydi",
    r"\bdil modeli (?:kimi|olaraq)\b|הנה (?:ה)?תרגום|^\W*(?:ה)?תרגום(?: \w+){0,3}\s*:|הערת (?:ה)?מתרגמת?|כמודל שפה",
)
ABOUT_TRANSLATING = re.compile("|".join(_ABOUT_TRANSLATING), re.IGNORECASE)
"""Speaks of the translation itself, or of who made it."""

_HINTS = [
    "translat",
    "english",
    "spanish",
    "russian",
    "ukrainian",
    "belarusian",
    "azerbaijani",
    "hebrew",
    "language",
    "intelligence",
    "text:",
    "language:",
    "note:",
    "перев",
    "перекл",
    "переклад",
    "пераклад",
    "текст",
    "модель",
    "інтелект",
    "интеллект",
    "traduc",
    "texto",
    "modelo",
    "inteligencia",
    "tərcümə",
    "dil_modeli",
    "תרגום",
    "מתרגמ",
    "מודל_שפה",
    "_ai",
    "i_can",
    "i_am",
    "i_won",
    "i'm_",
    "i’m_",
    "прим.",
    "ии_",
    "ші_",
    "я_не",
    "ia_",
    "n._del_t",
]
_HINTS_AS_WRITTEN = tuple(hint.replace("_", " ") for hint in _HINTS)


def is_possible(text: str) -> bool:
    """Whether the text has a word that `ABOUT_TRANSLATING` needs: quicker than looking for all it may say."""
    lower = text.lower()
    return any(hint in lower for hint in _HINTS_AS_WRITTEN)


_OBEDIENCE = (
    r"\b(?:ignor\w+|disregard\w*|forget) (?:all |any |the |my |your )*(?:previous|prior|above|earlier) instructions\b",
    r"\bsystem prompt\b|\byou are an? (?:helpful )?(?:assistant|translator|language model)\b",
    r"\b(?:goes )?against my (?:guidelines|policy|policies|programming)\b",
    r"\bmy (?:instructions|guidelines) (?:are|say)\b",
)
OBEDIENCE = re.compile("|".join(_OBEDIENCE), re.IGNORECASE)
"""What an engine says that took the article for its instructions."""

OBEDIENCE_SIGNS = ("instructions", "prompt", "you are a", "against my", "my guidelines")
"""What each of them has."""

OF_INSTRUCTIONS = re.compile(
    r"инструкц|указани|інструкц|вказівк|інструкцы|указанн|instruc|prompt|промпт|təlimat|הוראות|הנחי|translator|assistant|"
    r"переводчик|помощник|перекладач|помічник|перакладчык|traductor|asistente|tərcüməçi|köməkçi|מתרגם|עוזר",
    re.IGNORECASE,
)
"""A source that speaks of instructions, prompts or translators may well be translated by such words."""

_POLITENESS = (
    r"\blet me know (?:if|whether)\b|\b(?:i )?hope (?:this|that|it) helps\b",
    r"\bfeel free to\b|\bis there anything else\b",
    r"^\W*(?:sure|certainly|of course|absolutely|great|okay)\s*[!,.:]|\bwould you like me to\b",
    r"\bas you (?:asked|requested)\b|\bplease (?:provide|share|paste|send) (?:me )?(?:the|your|more)\b",
    r"\bi(?:['’]d| would) be happy to\b|\bhappy to help\b",
    r"^\W*(?:конечно|разумеется|хорошо|звичайно|звісно|вядома|канешне)\s*[!,.:]",
    r"\b(?:дайте|дай) (?:мне |мені )?(?:знать|знати)\b|\bобращайтесь\b|\bзвертайтеся\b",
    r"\bесли (?:вам )?(?:нужн|потребуется|понадобится|хотите|у вас)",
    r"\bякщо (?:вам )?(?:потрібн|знадобиться|хочете|у вас)",
    r"\b(?:надеюсь|сподіваюся|спадзяюся),? (?:это|что|це|що|гэта|што)",
    r"^\W*(?:claro|por supuesto|desde luego)\s*[!,.:]|\b(?:hágame|házmelo|avís[ae]me|déjame) saber",
    r"\bespero que (?:esto|te|le)\b|\bsi (?:necesita|necesitas|quiere|quieres|desea|tienes|tiene)\b",
    r"^\W*(?:əlbəttə|təbii)\s*[!,.:]|\bbaşqa (?:bir )?sual|\b(?:mənə|bizə) bildirin|\bümid edirəm",
    r"^\W*(?:בטח|כמובן|בוודאי|בשמחה)\s*[!,.:]|אשמח לעזור|אם תצטרכ|מקווה שזה עוזר",
)
POLITENESS = re.compile("|".join(_POLITENESS), re.IGNORECASE)
"""What a person may say, too: it counts where the translation is longer than the source lets expect."""

LABEL = re.compile(r"^\W*(?:[^\W\d_]+[ -]){0,3}[^\W\d_]+\s*:")
"""A word or two and a colon at the beginning."""

_WRAPPERS = (
    r"```|~~~|^\s*[{\[]\s*\\?[\"'](?:\w+[\"']\s*:|.*[\"']\s*[}\]]\s*$)",
    r"</?(?:translation|target|output|answer|result|think)>|^\s*#{1,6}\s+\w|\*\*[^*\s][^*\n]*\*\*",
    r"^\s*(?:assistant|output|result|response)\s*:|\{\s*[\"']\w+[\"']\s*:\s*[\"'\[{]",
)
WRAPPERS = re.compile("|".join(_WRAPPERS), re.IGNORECASE)
"""Marks of Markdown, JSON and chats around a text."""

WRAPPER_SIGNS = re.compile(r"[`~{\[<#*]|^\s*[A-Za-z]{6,9}\s*:")
"""What each of them has."""

_EXPLAINING = (
    r"\b(?:literally|lit\.|i\.e\.|meaning|note|translat\w+|in russian|in english|or:|alternatively|original)(?!\w)",
    r"\b(?:буквально|дословно|букв\.|досл\.|то есть|т\. ?е\.|примечание|прим\.|перевод\w*|по-русски|по-английски)",
    r"\b(?:дослівно|тобто|примітка|переклад\w*|даслоўна|пераклад\w*|literalmente|es decir|nota|traducci\w+)",
    r"\b(?:yəni|hərfi\w*|qeyd|tərcümə\w*)|מילולית|כלומר|הערה|תרגום",
)
EXPLAINING = re.compile("|".join(_EXPLAINING), re.IGNORECASE)
"""What a bracket says that a translator, not the author, put there."""
