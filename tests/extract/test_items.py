"""How an item begins, and what it is called as an action."""

from __future__ import annotations

import pytest

from protocolgraph.extract.items import ItemForm, item_form, verb_forms
from protocolgraph.extract.wording import named_text


@pytest.mark.parametrize(
    ("text", "form", "verb"),
    [
        ("To receive reports", ItemForm.INFINITIVE, "receive"),
        ("receive reports", ItemForm.INFINITIVE, "receive"),
        ("Receives reports", ItemForm.THIRD_PERSON, "receive"),
        ("jointly receiving reports", ItemForm.GERUND, "receive"),
        ("Receipt of reports", ItemForm.NOUN, "receive"),
        ("Reports of visits", ItemForm.NOUN, None),
        ("Issues and challenges of the year", ItemForm.NOUN, None),
        ("Training days", ItemForm.NOUN, None),
    ],
)
def test_forms(text: str, form: ItemForm, verb: str | None) -> None:
    item = item_form(text)
    assert (item.form, item.verb) == (form, verb)


def test_a_label_is_stepped_over() -> None:
    assert "Out of school – Ensure that pupils return"[
        item_form("Out of school – Ensure that pupils return").start :
    ] == ("Ensure that pupils return")


def test_a_modal_of_its_own() -> None:
    item = item_form("may not decline the offer")
    assert (item.modal, item.denied, item.verb) == ("may", True, "decline")


def test_below_a_bare_modal_any_word_can_be_the_verb() -> None:
    assert item_form("unpick the causes", verbal=True).verb == "unpick"
    assert item_form("the causes of delay", verbal=True).form is ItemForm.NOUN


def test_forms_of_verbs() -> None:
    forms = verb_forms()
    assert [forms[word] for word in ("notifies", "submitting", "approving", "oversees", "has")] == [
        "notify", "submit", "approve", "oversee", "have",
    ]  # fmt: skip


def test_an_action_named_by_nouns() -> None:
    assert named_text("Development and evaluation of training") == "develop and evaluate training"
    assert named_text("Budget of the year") == "Budget of the year"


def test_are_begins_what_several_do_and_no_question() -> None:
    assert item_form("are responsible for the accounts").form is ItemForm.THIRD_PERSON
    assert item_form("Are there enough members?").form is ItemForm.NOUN


@pytest.mark.parametrize("text", ["review and, if necessary, veto the precept", "review and, where needed, amend it"])
def test_an_aside_between_two_verbs_makes_no_noun_of_the_first(text: str) -> None:
    assert item_form(text, verbal=True).form is ItemForm.INFINITIVE
