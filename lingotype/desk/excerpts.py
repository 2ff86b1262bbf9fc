"""What stands around some words, cut at a word's edge."""


def end_of(text: str, most: int) -> str:
    """The last characters of what stands before, from the beginning of a word and of the paragraph."""
    line = text.rpartition("\n")[2]
    return line if len(line) <= most else f"… {line[-most:].partition(' ')[2]}"


def beginning_of(text: str, most: int) -> str:
    """The first characters of what stands after, to the end of a word and of the paragraph."""
    line = text.partition("\n")[0]
    return line if len(line) <= most else f"{line[:most].rpartition(' ')[0]} …"
