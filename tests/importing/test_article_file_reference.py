"""The reference of article files says what the reader does."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from lingotype.importing.article_file import ArticleFile, Block, read_article_file
from lingotype.importing.limits import LONGEST
from lingotype.importing.metadata import KEYS
from lingotype.newsroom.blocks import BodyBlock, SourceBlock
from lingotype.newsroom.models import ArticlePage, Person, Tag

Read = Callable[..., ArticleFile]

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "article-files.md"
TEXT = REFERENCE.read_text(encoding="utf-8")
_PARTS = TEXT.split("```")
EXAMPLES = {
    re.findall(r"^#+ (.+)", prose, re.MULTILINE)[-1]: example.removeprefix("markdown\n")
    for prose, example in zip(_PARTS[0::2], _PARTS[1::2], strict=False)
}
"""The examples by the heading above them."""


def test_every_key_stands_in_the_reference() -> None:
    assert [key for key in re.findall(r"^\| `(\w+)` \|", TEXT, re.MULTILINE) if key in KEYS] == list(KEYS)


def test_the_whole_example_can_be_read(folder: Path) -> None:
    path = folder / "example.md"
    path.write_text(EXAMPLES["Article files"], encoding="utf-8")
    article = read_article_file(path, languages=("ru",))
    assert article.image is not None
    assert [block.type for block in article.body] == ["paragraph", "heading", "paragraph"]


@pytest.mark.parametrize(
    ("heading", "types"),
    [
        ("Paragraphs", {"paragraph"}),
        ("Headings", {"heading"}),
        ("Lists", {"paragraph"}),
        ("Images", {"image"}),
        ("Quotations in running text", {"paragraph"}),
        ("Quotations as blocks", {"quotation"}),
        ("Pull quotes", {"pull_quote"}),
        ("Embeds", {"embed"}),
        ("On the subject", {"on_the_subject"}),
    ],
)
def test_every_example_makes_its_block(read: Read, folder: Path, heading: str, types: set[str]) -> None:
    Image.new("RGB", (2, 2)).save(folder / "images" / "boats.jpg")
    blocks: tuple[Block, ...] = read(EXAMPLES[heading]).body
    assert {block.type for block in blocks} == types


def test_every_block_has_an_example() -> None:
    assert set(BodyBlock().child_blocks) == {
        "paragraph",
        "heading",
        "image",
        "quotation",
        "pull_quote",
        "embed",
        "on_the_subject",
    }


def test_texts_are_as_long_as_the_tables_and_blocks_hold() -> None:
    body, source = BodyBlock().child_blocks, SourceBlock().child_blocks
    held = {
        "title": ArticlePage._meta.get_field("title"),
        "slug": ArticlePage._meta.get_field("slug"),
        "section": ArticlePage._meta.get_field("slug"),
        "edition": ArticlePage._meta.get_field("slug"),
        "tag": Tag._meta.get_field("name"),
        "author": Person._meta.get_field("name"),
        "translator": ArticlePage._meta.get_field("translator"),
        "speaker": body["quotation"].child_blocks["speaker"].field,
        "source id": source["id"].field,
        "publication": source["publication"].field,
        "lang": source["lang"].field,
        "alt": ArticlePage._meta.get_field("lead_image_alt"),
        "caption": body["image"].child_blocks["caption"].field,
        "credit": body["image"].child_blocks["credit"].field,
        "heading": body["heading"].child_blocks["text"].field,
        "embed title": body["embed"].child_blocks["title"].field,
    }
    assert {name: field.max_length for name, field in held.items()} == {name: LONGEST[name] for name in held}
