"""How the words behind a command's name are read: whatever cannot be used gets one line and exit status 2."""

from argparse import ArgumentParser, ArgumentTypeError
from typing import NoReturn

from lingotype.cli import BAD_INPUT


class CommandLine(ArgumentParser):
    """The words of one command. `prog` is how the command is called, such as `lingotype publish`."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where to read on, in one line, and end."""
        self.exit(BAD_INPUT, f"lingotype: {' '.join(message.split())}; see {self.prog} --help\n")


def port(text: str) -> int:
    """A number from the command line that can be a port. What serves says whether it is free."""
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 65536):
        raise ArgumentTypeError(f"{text} is not a port; choose one from 1024 to 65535")
    return int(text)
