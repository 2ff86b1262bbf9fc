"""What a command says may be shown to others: no user and no password of an address stands in it."""

import re

# A password may hold @ and /, and what was mistyped may lack its scheme; to take too much away costs nothing.
_IN_ADDRESS = re.compile(r"""://(?:[^\s/:@]*:(?:\S*|[^\n"'()]*)|[^\s/]*)@""")
_WITHOUT_SCHEME = re.compile(r"""[^\s:/@"'(]+:(?!//)\S*@""")


def without_credentials(text: str) -> str:
    """The text with `user:password@` taken out of every address in it."""
    return _WITHOUT_SCHEME.sub("", _IN_ADDRESS.sub("://", text))
