"""Apertium, as Debian packages it: rules and dictionaries on the newsroom's own machine. Drafts, and labelled so.

modes.py     which pairs are installed, and the command that translates one, mended where Debian's crashes
repairs.py   faults of the pairs' rules and dictionaries that are put right inside the stream
units.py     texts cut into what is sent (sentences) and what is not (addresses), and the stream's alphabet
child.py     one child process with limits
finish.py    the stream back into a text that a newspaper could print
words/       words that the dictionaries lack
"""

from lingotype.translation.engines.apertium.engine import Apertium

__all__ = ["Apertium"]
