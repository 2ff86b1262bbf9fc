"""What changed from one text to another, word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lingotype.translation.word_changes import changes


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ("the old pier", "the new pier", [("old", "new")]),
        ("the old wooden pier", "the new iron pier", [("old wooden", "new iron")]),
        ("the pier", "the old pier", [("", "old ")]),
        ("В четверг, 5-го.", "В пятницу, 5-го.", [("четверг", "пятницу")]),
        ("same", "same", []),
        ("", "new", [("", "new")]),
    ],
)
def test_what_changed(before, after, changed):
    assert [(one.before, one.after) for one in changes(before, after) if not one.is_same] == changed


@given(st.text(max_size=80), st.text(max_size=80))
def test_joined_each_side_is_its_text(before, after):
    found = changes(before, after)
    assert "".join(one.before for one in found) == before
    assert "".join(one.after for one in found) == after
    assert all(one.before == one.after for one in found if one.is_same)
