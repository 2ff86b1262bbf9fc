"""Proposals: the right words first, and none where the source has none."""

import random
import time

import pytest

from lingotype.translation.originals.article import quotations_of
from lingotype.translation.originals.matching import MOST_PROPOSALS, THRESHOLD, match

SOURCE = (
    "The ferry will stop in December.\n“We have patched these hulls for two decades,” said Lorna Whitbread. “Eleven "
    "letters, eleven polite refusals.”\n“My flour comes on that ferry,” said Piet Anders, a baker. “I would not put my "
    "own grandchildren on that boat,” he added.\nThe ferry carries 600 people."
)


def article(*paragraphs):
    return [{"type": "paragraph", "id": str(n), "value": f"<p>{html}</p>"} for n, html in enumerate(paragraphs)]


def found(body, source=SOURCE, article_lang="ru", source_lang="en", **more):
    quotations = quotations_of(body, article_lang)
    rows = match(quotations, source, article_lang=article_lang, source_lang=source_lang, **more)
    return [[one.words for one in rows[quotation.key]] for quotation in quotations]


def test_by_numbers_names_and_words_without_an_engine():
    body = article(
        "«Мы латали эти корпуса двадцать лет», — сказала Лорна Уитбред. «Одиннадцать писем, одиннадцать отказов».",
        "«Мука приходит на этом пароме», — говорит Пит Андерс.",
        "«Мы подадим в суд», — добавил он.",
    )
    first = [rows[0] if rows else None for rows in found(body)]
    assert first == [
        "We have patched these hulls for two decades",
        "Eleven letters, eleven polite refusals.",
        "My flour comes on that ferry",
        None,
    ]


def test_by_translation_with_an_engine():
    body = article("«Своих внуков я бы на этот борт не посадил», — сказал кто-то.")
    translation = {"Своих внуков я бы на этот борт не посадил": "I would not seat my grandchildren on this board"}
    assert found(body) == [[]]
    [[first, *_]] = found(body, translations=translation)
    assert first == "I would not put my own grandchildren on that boat"


def test_in_the_articles_own_language():
    source = "Паром уйдёт. «Мы латали эти корпуса два десятка лет, и латать больше нечего», — сказала Уитбред."
    [[first, *_], none] = found(
        article("«Эти корпуса мы латали два десятка лет»", "«Что-то другое»"), source, source_lang="ru"
    )
    assert first.startswith("Мы латали эти корпуса")
    assert none == []


def test_the_sources_own_sentence_may_be_quoted():
    [[first, *_]] = found(article("Газета пишет: «Паром перевозит 600 человек»."))
    assert first == "The ferry carries 600 people."


@pytest.mark.parametrize("lang", ["he", "az", "fa", "xx"])
def test_any_language_will_do(lang):
    rows = found(article("«Паром перевозит 600 человек»"), article_lang="ru", source_lang=lang)
    assert all(len(row) <= MOST_PROPOSALS for row in rows)


@pytest.mark.parametrize("source", ["", "…", "“”", "a", "«" * 9000, "1 " * 9000])
def test_a_strange_source_proposes_nothing(source):
    assert found(article("«Паром перевозит 600 человек»"), source) == [[]]


def test_there_are_three_at_most_best_first_and_above_the_threshold():
    quotations = quotations_of(article("«Одиннадцать писем, одиннадцать отказов»"), "ru")
    rows = match(quotations, SOURCE + "\n“Eleven letters, eleven refusals.”" * 5, article_lang="ru", source_lang="en")
    [row] = rows.values()
    assert 0 < len(row) <= MOST_PROPOSALS
    assert [one.score for one in row] == sorted((one.score for one in row), reverse=True)
    assert all(THRESHOLD <= one.score <= 1 and one.reasons for one in row)


def test_the_same_question_has_the_same_answer():
    body = article("«Одиннадцать писем, одиннадцать отказов»", "«Мука приходит на этом пароме»")
    assert found(body) == found(body)


def test_a_long_source_takes_seconds():
    chance = random.Random(1)
    words = [
        f"{a}{b}" for a in ("brid", "ferr", "mark", "stone", "garden") for b in ("ge", "y", "et", "er", "ing", "s")
    ]
    sentences = [" ".join(chance.choices(words, k=10)).capitalize() + "." for _ in range(2000)]
    source = "\n".join(f"“{sentence}” said Ada Quinn." for sentence in sentences)
    began = time.process_time()
    found(article(*[f"«Паром перевозит {number} человек»" for number in range(30)]), source)
    assert time.process_time() - began < 10
