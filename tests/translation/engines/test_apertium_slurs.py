"""No draft insults anybody: words for peoples that Debian's dictionaries get wrong."""

import re

import pytest

from lingotype.translation.engines.apertium import Apertium
from lingotype.translation.pairs import LanguagePair
from tests.translation.engines.debian import needs_apertium

pytestmark = needs_apertium

PEOPLES = "Русские говорят на русском языке. Он русский. Русского театра нет. Татарин и татары приехали."
SLURS = re.compile(r"москал|мурзак|кацап|хохол|хохл|\bжид", re.IGNORECASE)


@pytest.mark.parametrize("target", ["uk", "be"])
def test_no_slurs_in_drafts(target):
    engine = Apertium("local", {"type": "apertium"})
    (draft,) = engine.translate([PEOPLES], LanguagePair("ru", target))
    assert not SLURS.search(draft)
    assert len(draft.split()) >= len(PEOPLES.split()) - 1
