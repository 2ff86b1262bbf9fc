import pytest

from lingotype.translation.checks import Text


@pytest.mark.parametrize(
    ("html", "plain"),
    [
        ("Tom &amp; Jerry", "Tom & Jerry"),
        ('<a id="a1">Here</a> and <b>there</b>', "Here and there"),
        ("one<br/>two", "one\ntwo"),
        ("5 < 6 & 7", "5 < 6 & 7"),
        ('<a title="a > b">x</a>', "x"),
        ("&#8470; 5 &nbsp;", "№ 5 \u00a0"),
        ("&unknown; <", "&unknown; <"),
    ],
)
def test_how_a_segment_reads(html: str, plain: str) -> None:
    assert Text(html, "en").plain == plain


@pytest.mark.parametrize("part", ["Jerry", "& J", "two", "e\nt"])
def test_places_in_the_plain_text_are_found_in_the_html(part: str) -> None:
    text = Text("<i>Tom</i> &amp; Jerry, one<br>two", "en")
    start = text.plain.index(part)
    begin, end = text.html_span(start, start + len(part))
    assert Text(text.html[begin:end], "en").plain == part


@pytest.mark.parametrize(("lang", "code"), [("en", "en"), ("en-US", "en"), ("pt_BR", "pt"), ("RU", "ru")])
def test_only_the_language_itself_counts(lang: str, code: str) -> None:
    assert Text("", lang).language == code
