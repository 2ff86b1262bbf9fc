"""How Markdown becomes the blocks of an article."""

from collections.abc import Callable
from pathlib import Path

import pytest

from lingotype.importing.article_file import ArticleFile

Read = Callable[..., ArticleFile]

QUOTED = {"text": "<p>Раз</p>", "source": "nyp"}


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("Раз\nдва", "<p>Раз два</p>"),
        ("Раз  \nдва\\\nтри", "<p>Раз<br/>два<br/>три</p>"),
        ("**Жирно** и *косо*, __так__ и _так_", "<p><b>Жирно</b> и <i>косо</i>, <b>так</b> и <i>так</i></p>"),
        ("5 < 6 & «7» \"8\" '9' -- ... (c)", "<p>5 &lt; 6 &amp; «7» \"8\" '9' -- ... (c)</p>"),
        ("&lt;b&gt; &amp;amp; &copy; &#8212;", "<p>&lt;b&gt; &amp;amp; © —</p>"),
        (r"\<b\> \*нет\* \[нет\](да) \{.нет}", "<p>&lt;b&gt; *нет* [нет](да) {.нет}</p>"),
        ("об`єднання і п`ять", "<p>об`єднання і п`ять</p>"),
        ("    Красная строка", "<p>Красная строка</p>"),
        ("cafe\u0301 и caf\u00e9\N{NO-BREAK SPACE}!", "<p>cafe\u0301 и caf\u00e9\N{NO-BREAK SPACE}!</p>"),
        ("[сайт](https://a.example/б?в=г&д)", '<p><a href="https://a.example/%D0%B1?%D0%B2=%D0%B3&amp;%D0%B4">сайт</a></p>'),
        ("[статья](/ru/city/slug/) и", '<p><a href="/ru/city/slug/">статья</a> и</p>'),
        ("[почта](mailto:a@b.example)", '<p><a href="mailto:a@b.example">почта</a></p>'),
        ("<https://a.example/> тут", '<p><a href="https://a.example/">https://a.example/</a> тут</p>'),
        ("<a@b.example>", '<p><a href="mailto:a@b.example">a@b.example</a></p>'),
        ("[*a*][1]\n\n[1]: https://a.example", '<p><a href="https://a.example"><i>a</i></a></p>'),
        ("[сайт](https://a.example){.button}", '<p><a href="https://a.example">сайт</a></p>'),
        ("https://a.example", "<p>https://a.example</p>"),
        ("[слово]{.note} и [слово]{}", "<p>слово и слово</p>"),
        ("[1]a.b}", "<p>[1]a.b}</p>"),
        ("[1] и {вот так}", "<p>[1] и {вот так}</p>"),
        ("- раз\n- *два*\n  ещё\n", "<ul><li>раз</li><li><i>два</i> ещё</li></ul>"),
        ("1. раз\n\n2. два\n\n   три", "<ol><li>раз</li><li>два<br/>три</li></ol>"),
        ("- раз\n  1. а\n  2. б\n- два", "<ul><li>раз<ol><li>а</li><li>б</li></ol></li><li>два</li></ul>"),
        ("```\nСтих *раз*\n  <b>\n```", "<p>Стих *раз*<br/>  &lt;b&gt;</p>"),
        ("```\n \n```\n{.lead} \t\nТекст", "<p>Текст</p>"),
    ],
)  # fmt: skip
def test_running_text(read: Read, written: str, html: str) -> None:
    assert [(block.type, block.value) for block in read(written).body] == [("paragraph", html)]


@pytest.mark.parametrize(
    ("written", "text", "level"),
    [
        ("# Раз", "Раз", "h2"),
        (
            "## Раз *два* [три](/ru/) [четыре]{.note} & <https://a.example>",
            "Раз два три четыре & https://a.example",
            "h2",
        ),
        ("### Раз ###", "Раз", "h3"),
        ("###### Раз", "Раз", "h3"),
        ("Раз\n===", "Раз", "h2"),
    ],
)
def test_headings(read: Read, written: str, text: str, level: str) -> None:
    (block,) = read(written).body
    assert (block.type, block.value) == ("heading", {"text": text, "level": level})


@pytest.mark.parametrize(
    ("written", "file", "alt", "caption", "credit"),
    [
        ("![Порт](harbor.jpg)", "harbor.jpg", "Порт", "", ""),
        ("![ Порт\nночью ](harbor.jpg)", "harbor.jpg", "Порт ночью", "", ""),
        ("![](pier.webp)", "pier.webp", "", "", ""),
        (
            '![*Порт* \\* ночью](harbor.jpg "Утром | Reuters | AP")',
            "harbor.jpg",
            "Порт * ночью",
            "Утром",
            "Reuters | AP",
        ),
        ('![П](wave.gif "Утром")', "wave.gif", "П", "Утром", ""),
        ('![П](harbor.jpg "| AP")', "harbor.jpg", "П", "", "AP"),
        ("![П](<images/порт ночью.png>)", "images/порт ночью.png", "П", "", ""),
        ("![П](images/порт%20ночью.png)", "images/порт ночью.png", "П", "", ""),
        ("![П](images/../harbor.jpg)", "harbor.jpg", "П", "", ""),
    ],
)
def test_images(read: Read, folder: Path, written: str, file: str, alt: str, caption: str, credit: str) -> None:
    (block,) = read(written).body
    expected = {"file": folder.resolve() / file, "alt": alt, "caption": caption, "credit": credit}
    assert (block.type, block.value) == ("image", expected)


@pytest.mark.parametrize(
    ("written", "type_", "value"),
    [
        ("<https://video.example/в>", "embed", {"url": "https://video.example/%D0%B2", "title": ""}),
        ('<http://v.example>{title="А & \\"Б\\""}', "embed", {"url": "http://v.example", "title": 'А & "Б"'}),
        ("[Читайте *это*](/ru/city/a/){.subject}", "on_the_subject", {"href": "/ru/city/a/", "text": "Читайте это"}),
        ("> Раз *два*\n>\n> 3", "quotation", {"text": "<p>Раз <i>два</i></p><p>3</p>", "source": "", "speaker": ""}),
        ('{.quote source=nyp speaker="Э Ю"}\n\n> Раз', "quotation", QUOTED | {"speaker": "Э Ю"}),
        ("{source=nyp}\n{speaker=X}\n> Раз", "quotation", QUOTED | {"speaker": "X"}),
        ("{.pull speaker=X}\n> Раз **2**\n> 3  \n> 4\n>\n> 5", "pull_quote", {"text": "Раз 2 3 4\n5", "speaker": "X"}),
    ],
)  # fmt: skip
def test_other_blocks(read: Read, written: str, type_: str, value: dict[str, str]) -> None:
    (block,) = read(written).body
    assert (block.type, block.value) == (type_, value)


def test_blocks_know_their_lines(read: Read) -> None:
    images = "![а](harbor.jpg)\n![б\nв](harbor.jpg\n'г')\n![д](wave.gif)\n"
    body = f"Раз\nдва.\n\n# Три\n---\n{images}\n{{.pull}}\n\n> Е\n***\n- ж\n"
    blocks = [(block.type, block.line) for block in read(body).body]
    assert blocks == [
        ("paragraph", 6),
        ("heading", 9),
        ("image", 11),
        ("image", 12),
        ("image", 15),
        ("pull_quote", 19),
        ("paragraph", 21),
    ]


def test_an_attribute_line_ends_the_paragraph_before_it(read: Read) -> None:
    assert [block.type for block in read("Раз.\n{.pull}\n> Два.\nТри.\n\n> Четыре").body] == [
        "paragraph",
        "pull_quote",
        "quotation",
    ]
