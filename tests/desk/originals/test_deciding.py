"""Accepting an original writes it on that quotation of the article's last version, and on nothing else."""

import json

import pytest

from lingotype.importing.models import Decision
from lingotype.newsroom.models import ArticlePage
from tests.desk.originals.conftest import BRIDGE, CHILDREN, draft, forms, press, shown, texts

BRIDGE_RU = "«Мост обошёлся в 14 миллионов долларов»"
CHILDREN_RU = "«Дети смогут ходить в школу пешком»"
FISHER_RU = "«Я так не думаю»"


def change_body(article, change):
    page = ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object()
    page.body = json.dumps([{**block, "value": change(block["value"])} for block in page.body.raw_data])
    page.save_revision()


def test_accepting_makes_the_mark_in_a_new_draft(desk, compared):
    before = ArticlePage.objects.get(pk=compared.pk)
    press(desk, compared, BRIDGE_RU, "accept")
    mark = f'<a linktype="quotation" source="post" original="{BRIDGE}" lang="en">{BRIDGE_RU}</a>'
    assert draft(compared)[0] == f"<p>{mark}, — сказала мэр Ада Куинн.</p>"
    after = ArticlePage.objects.get(pk=compared.pk)
    assert after.latest_revision_id != before.latest_revision_id
    assert after.has_unpublished_changes
    assert after.body.raw_data[0]["value"] == before.body.raw_data[0]["value"]


def test_the_next_open_quotation_comes_then(desk, compared):
    answer = press(desk, compared, BRIDGE_RU, "accept")
    action, _, _ = forms(shown(desk, compared))[CHILDREN_RU]
    assert answer.redirect_chain[-1][0].endswith(f"#quotation-{action.split('/')[-2]}")


def test_what_is_decided_is_passed_over(desk, compared):
    press(desk, compared, CHILDREN_RU, "dismiss")
    answer = press(desk, compared, BRIDGE_RU, "accept")
    action, _, _ = forms(shown(desk, compared))[FISHER_RU]
    assert answer.redirect_chain[-1][0].endswith(f"#quotation-{action.split('/')[-2]}")


def test_undo_takes_the_mark_away_again(desk, compared):
    as_it_was = draft(compared)
    press(desk, compared, BRIDGE_RU, "accept")
    press(desk, compared, BRIDGE_RU, "undo")
    assert draft(compared) == as_it_was
    assert not Decision.objects.exists()


def test_what_a_mark_said_before_comes_back(desk, compared):
    mark = '<a linktype="quotation" source="post" speaker="Ада &quot;Мост&quot; &lt;Куинн&gt;">'
    change_body(compared, lambda html: html.replace(BRIDGE_RU, f"{mark}{BRIDGE_RU}</a>"))
    as_it_was = draft(compared)
    press(desk, compared, BRIDGE_RU, "accept")
    assert f'{mark[:-1]} original="{BRIDGE}" lang="en">{BRIDGE_RU}</a>' in draft(compared)[0]
    press(desk, compared, BRIDGE_RU, "undo")
    assert draft(compared) == as_it_was


def test_words_of_a_source_are_escaped(desk, compared):
    row = texts().get()
    for proposals in row.proposals.values():
        proposals[0]["words"] = 'a "b" <script>&amp;'
    row.save()
    assert "<script>&amp;" not in shown(desk, compared)
    press(desk, compared, BRIDGE_RU, "accept")
    assert 'original="a &quot;b&quot; &lt;script&gt;&amp;amp;"' in draft(compared)[0]


def test_a_dismissed_quotation_keeps_quiet_until_it_is_taken_back(desk, compared):
    press(desk, compared, CHILDREN_RU, "dismiss")
    assert forms(shown(desk, compared))[CHILDREN_RU][1] == ["undo"]
    press(desk, compared, CHILDREN_RU, "undo")
    assert any(one.startswith("accept") for one in forms(shown(desk, compared))[CHILDREN_RU][1])


@pytest.mark.parametrize("wish", ["accept", "dismiss"])
def test_a_quotation_that_was_rewritten_meanwhile_is_left_alone(desk, compared, wish):
    action, buttons, _ = forms(shown(desk, compared))[BRIDGE_RU]
    change_body(compared, lambda html: html.replace("14 миллионов", "15 миллионов"))
    as_it_was = draft(compared)
    value = next(one for one in buttons if one.startswith(wish))
    answer = desk.post(action, {"decision": value}, follow=True)
    assert "this quotation is not in it as it was" in answer.content.decode()
    assert draft(compared) == as_it_was


def test_what_others_changed_elsewhere_stays(desk, compared):
    action, buttons, _ = forms(shown(desk, compared))[BRIDGE_RU]
    change_body(compared, lambda html: html.replace("добавила она", "добавила мэр"))
    desk.post(action, {"decision": buttons[0]})
    assert "original=" in draft(compared)[0]
    assert "добавила мэр" in draft(compared)[1]


def test_an_original_that_somebody_else_gave_meanwhile_stays(desk, compared):
    action, buttons, _ = forms(shown(desk, compared))[BRIDGE_RU]
    mark = '<a linktype="quotation" original="theirs" lang="en">'
    change_body(compared, lambda html: html.replace(BRIDGE_RU, f"{mark}{BRIDGE_RU}</a>"))
    answer = desk.post(action, {"decision": buttons[0]}, follow=True)
    assert "has an original by now" in answer.content.decode()
    assert 'original="theirs"' in draft(compared)[0]


def test_an_original_that_was_changed_by_hand_is_not_undone(desk, compared):
    press(desk, compared, BRIDGE_RU, "accept")
    action, _, _ = forms(shown(desk, compared))[BRIDGE_RU]
    change_body(compared, lambda html: html.replace(BRIDGE, "by hand"))
    answer = desk.post(action, {"decision": "undo"}, follow=True)
    assert "has been changed since" in answer.content.decode()
    assert "by hand" in draft(compared)[0]


def test_a_proposal_that_is_gone_writes_nothing(desk, compared):
    action, buttons, _ = forms(shown(desk, compared))[BRIDGE_RU]
    texts().update(proposals={})
    answer = desk.post(action, {"decision": buttons[0]}, follow=True)
    assert "this proposal is gone" in answer.content.decode()
    assert "original=" not in draft(compared)[0]


def test_words_with_a_link_in_them_are_for_a_person(desk, compared):
    change_body(compared, lambda html: html.replace("14 миллионов", '<a href="https://x.example/">14 миллионов</a>'))
    key_words = next(words for words in forms(shown(desk, compared)) if "14" in words)
    assert not any(one.startswith("accept") for one in forms(shown(desk, compared))[key_words][1])


@pytest.mark.parametrize("value", ["accept:x:y:post", "accept:1", "accept"])
def test_a_decision_that_makes_no_sense_is_refused(desk, compared, value):
    action, _, _ = forms(shown(desk, compared))[FISHER_RU]
    assert desk.post(action, {"decision": value}).status_code == 400


def test_a_second_proposal_can_be_accepted(desk, compared):
    row = texts().get()
    best = forms(shown(desk, compared))[BRIDGE_RU][1][0]  # PostgreSQL keeps the keys of JSON in an order of its own
    key = next(key for key, found in row.proposals.items() if f"accept:{found[0]['start']}:" in best)
    row.proposals[key].append({**row.proposals[key][0], "start": 3, "end": 9, "words": "second", "score": 0.51})
    row.save()
    action, buttons, _ = forms(shown(desk, compared))[BRIDGE_RU]
    assert "accept:3:9:post" in buttons[1:]
    desk.post(action, {"decision": "accept:3:9:post"})
    assert 'original="second"' in draft(compared)[0]


def test_both_originals_in_one_go_are_both_there(desk, compared):
    press(desk, compared, BRIDGE_RU, "accept")
    press(desk, compared, CHILDREN_RU, "accept")
    assert BRIDGE in draft(compared)[0]
    assert CHILDREN in draft(compared)[1]
