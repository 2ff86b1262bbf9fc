"""What cannot be read of a source."""


class SourcePageError(Exception):
    """A source's text cannot be had. `str()` is one line for an editor: what is wrong and what to do."""

    def __init__(self, message: str, *, retryable: bool = False) -> None:
        super().__init__(message)
        self.retryable = retryable
        """Whether the same may go well in a minute."""
