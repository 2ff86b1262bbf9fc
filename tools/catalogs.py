"""Bring the catalogs of interface words up to date with the sources, and compile them.

    make words                          every catalog that is there
    make words LANGUAGES="de kk"        the same, with German and Kazakh begun where they are not there yet

What people have translated stays; a phrase that is new stands empty in the .po file until somebody writes it; one
that no source says any more goes. Needs no gettext tools: the catalogs are read, written and compiled by polib.
"""

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import django
import polib
from django.utils.translation.template import templatize

from lingotype.language.facts import LANGUAGES

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "lingotype"
DESK = PACKAGE / "desk" / "locale"
READERS = PACKAGE / "theme" / "locale"
READERS_APPS = ("channels", "delivery", "theme")
"""The applications whose words readers see: their catalogs are the theme's. All other words are the desk's."""

CALL = re.compile(r"""\b(?:n?p?gettext|_)\((?:\s*u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")\s*,?|\s*count)+\s*\)""")
"""A call in what Django makes of a template for extraction."""

Key = tuple[str, str]
"""Context (empty where there is none) and phrase: what a catalog finds a translation by."""


@dataclass(slots=True)
class Phrase:
    """One phrase of the interface, as the sources say it."""

    singular: str
    plural: str = ""
    context: str = ""
    files: set[str] = field(default_factory=set)

    @property
    def key(self) -> Key:
        """What a catalog finds it by."""
        return (self.context, self.singular)


def in_python(source: str) -> Iterator[Phrase]:
    """The phrases that a Python source marks with gettext's functions; `_` counts as one of them."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and (phrase := _called(node)):
            yield phrase


def in_template(source: str) -> Iterator[Phrase]:
    """The phrases of a Django template, as Django asks for them while it renders."""
    for call in CALL.findall(templatize(source)):
        yield from in_python(call)


def _called(call: ast.Call) -> Phrase | None:
    name = str(getattr(call.func, "id", "") or getattr(call.func, "attr", ""))
    name = "gettext" if name == "_" else name.removesuffix("_lazy").removesuffix("_noop")
    words = [arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
    match name, words:
        case "gettext", [singular]:
            return Phrase(singular)
        case "pgettext", [context, singular]:
            return Phrase(singular, context=context)
        case "ngettext", [singular, plural]:
            return Phrase(singular, plural)
        case "npgettext", [context, singular, plural]:
            return Phrase(singular, plural, context)
    return None


def phrases(folders: Iterable[Path]) -> dict[Key, Phrase]:
    """Every phrase in those folders with the files that say it, in the order of the files."""
    found: dict[Key, Phrase] = {}
    for path in sorted(path for folder in folders for path in folder.rglob("*")):
        read = in_python if path.suffix == ".py" else in_template if "templates" in path.parts else None
        if read is None or not path.is_file() or "migrations" in path.parts:
            continue
        for phrase in read(path.read_text(encoding="utf-8")):
            known = found.setdefault(phrase.key, phrase)
            known.plural = known.plural or phrase.plural
            known.files.add(path.relative_to(ROOT).as_posix())
    return found


def catalogs() -> dict[Path, dict[Key, Phrase]]:
    """The two `locale` folders, and the phrases that the catalogs in each of them have to hold."""
    readers = [PACKAGE / name for name in READERS_APPS]
    others = [path for path in PACKAGE.iterdir() if path.is_dir() and path not in readers]
    return {DESK: phrases(others), READERS: phrases(readers)}


def po_file(folder: Path, lang: str) -> Path:
    """Where the words of a language stand; the compiled catalog lies beside it, with the suffix `.mo`."""
    return folder / lang / "LC_MESSAGES" / "django.po"


def read_catalog(path: Path) -> polib.POFile:
    """A catalog as it is written."""
    return polib.pofile(str(path), wrapwidth=110)


def begun(lang: str) -> polib.POFile:
    """An empty catalog of a language in Lingotype's table; its rule for plurals is Django's, else English's."""
    catalog = polib.POFile(wrapwidth=110)
    catalog.header = f"{LANGUAGES[lang].english_name}: words of the interface."
    django_own = po_file(Path(django.__file__).parent / "conf" / "locale", lang)
    rule = polib.pofile(str(django_own)).metadata["Plural-Forms"] if django_own.is_file() else ""
    catalog.metadata = {
        "Project-Id-Version": "Lingotype",
        "Language": lang,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": rule or "nplurals=2; plural=(n != 1);",
    }
    return catalog


def merged(catalog: polib.POFile, wanted: dict[Key, Phrase]) -> polib.POFile:
    """The phrases wanted, in their order, with the translations that the catalog has."""
    known = {(entry.msgctxt or "", entry.msgid): entry for entry in catalog if not entry.obsolete}
    forms = int(re.findall(r"nplurals=(\d+)", catalog.metadata["Plural-Forms"])[0])
    catalog.clear()
    for phrase in wanted.values():
        entry = known.get(phrase.key) or polib.POEntry(msgid=phrase.singular, msgctxt=phrase.context or None)
        entry.occurrences = [(file, "") for file in sorted(phrase.files)]
        entry.flags = ["python-format"] if re.search(r"%\(\w+\)s", phrase.singular) else []
        if phrase.plural:
            entry.msgid_plural = phrase.plural
            entry.msgstr_plural = {form: entry.msgstr_plural.get(form, "") for form in range(forms)}
        catalog.append(entry)
    return catalog


def main(new: list[str]) -> int:
    """Bring everything up to date and say what is left to write; 2 for a language that Lingotype does not know."""
    if unknown := [lang for lang in new if lang not in LANGUAGES]:
        print(f"Unknown languages: {', '.join(unknown)}. Known: {', '.join(LANGUAGES)}.", file=sys.stderr)
        return 2
    for folder, wanted in catalogs().items():
        for lang in sorted({path.name for path in folder.iterdir() if path.is_dir()} | set(new)):
            path = po_file(folder, lang)
            catalog = merged(read_catalog(path) if path.is_file() else begun(lang), wanted)
            path.parent.mkdir(parents=True, exist_ok=True)
            catalog.save(str(path), newline="\n")
            path.with_suffix(".mo").write_bytes(catalog.to_binary())
            missing = len(catalog.untranslated_entries())
            print(f"{path.relative_to(ROOT)}: {len(catalog)} phrases, {missing} to translate")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
