"""Text that may stand in XML."""

import re

# XML 1.0, production 2 (Char): everything else makes a document that no reader opens.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """The text without the control characters that XML cannot hold, not even escaped; editors paste them unseen."""
    return _NOT_XML.sub("", text)
