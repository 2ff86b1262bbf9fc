"""What `lingotype help` says: every command in a line. Needs no newsroom."""

from collections.abc import Mapping, Sequence

COMMANDS: Mapping[str, str] = {
    "new DIR --languages ru,en,uk": "make a newsroom's folder",
    "demo [DIR]": "look at an invented newsroom",
    "serve": "web, worker and local engine in one, until Ctrl-C",
    "worker": "one more worker",
    "publish FILE…": "publish article files",
    "withdraw LANG/SLUG": "take an article off in every language",
    "translate --from ru --to uk": "translate standard input",
    "check [FILE.jsonl]": "judge translations",
    "engines list|install FROM TO": "engines, and models for this machine",
    "glossary import|export FILE": "the newsroom's terms, as CSV or TBX",
    "memory import|export FILE.tmx": "translations that were made before",
    "status": "where every language of every article stands",
    "export DIR": "the whole public site as files",
    "doctor": "what is configured, what is missing, and what to do",
}
"""Lingotype's own commands as they are typed, each with what it does."""


def overview(words: Sequence[str] = ()) -> int:
    """Print every command."""
    del words
    width = max(map(len, COMMANDS))
    print("Usage: lingotype COMMAND …, in a newsroom's folder or with --site DIR\n")
    for command, what in COMMANDS.items():
        print(f"  {command:<{width}}  {what}")
    print("\nlingotype COMMAND --help says more about one. Every command of Django and Wagtail works, too.")
    return 0
