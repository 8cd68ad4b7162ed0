"""Measuring what was read against gold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from protocolgraph.analyse.evaluate import Cause, Evaluation, evaluate, load_gold, load_rows, load_texts
from protocolgraph.analyse.evaluation.gold import read_gold
from protocolgraph.analyse.evaluation.match import pair_up, same_clause, word_f1
from protocolgraph.analyse.evaluation.names import alike, key
from protocolgraph.analyse.evaluation.tally import Tally, reliability
from protocolgraph.errors import UsageError

TEXT = (
    "The Safeguarding Board reports to the Council every year.\n"
    "The Panel does not direct the Safeguarding Board.\n"
    "The Safeguarding Board must publish an annual report on its work.\n"
    "The Panel may invite other people to its meetings at any time.\n"
)

GOLD: dict[str, Any] = {
    "document": "a.txt",
    "area": "Northwick",
    "entities": [
        {"id": "board", "type": "body", "name": "Northwick Safeguarding Board", "aliases": ["NSB"]},
        {"id": "panel", "type": "body", "name": "Corporate Parenting Panel", "aliases": ["Panel"]},
        {"id": "council", "type": "body", "name": "Northwick Council", "aliases": ["Council"]},
        {"id": "chair", "type": "role", "name": "Chair of the Panel", "aliases": []},
    ],
    "facts": [
        {"s": "board", "p": "reports_to", "o": "council", "quote": "The Safeguarding Board reports to the Council"},
        {"s": "panel", "p": "oversees", "o": "board", "q": {"negated": True}, "quote": "The Panel does not direct the"},
    ],
    "duties": [
        {
            "bearer": "board", "modality": "must", "action": "publish", "text": "publish an annual report on its work",
            "quote": "The Safeguarding Board must publish an annual report",
        },
        {
            "bearer": "panel", "modality": "may", "action": "invite", "text": "invite other people to its meetings",
            "quote": "The Panel may invite other people to its meetings",
        },
    ],
    "optional_facts": [{"s": "panel", "p": "works_with", "o": "board", "quote": "The Panel"}],
    "optional_duties": [],
}  # fmt: skip


def body(name: str, *aliases: str, type: str = "body") -> dict[str, Any]:
    return {"kind": "entity", "document": "a.txt", "type": type, "name": name, "aliases": list(aliases)}


def fact(subject: str, predicate: str, object: str | None, quote: str, **more: Any) -> dict[str, Any]:
    return {
        "kind": "fact", "document": "a.txt", "subject": subject, "subject_type": "body", "predicate": predicate,
        "object": object, "object_type": "body", "negated": False, "quote": quote, "confidence": 0.9, "rule": "r",
        **more,
    }  # fmt: skip


def duty(bearer: str, modality: str, text: str, quote: str, **more: Any) -> dict[str, Any]:
    return {
        "kind": "duty", "document": "a.txt", "bearer": bearer, "bearer_type": "body", "modality": modality,
        "text": text, "quote": quote, "confidence": 0.7, "rule": "r", **more,
    }  # fmt: skip


BODIES = [body("Northwick Safeguarding Board", "NSB"), body("Panel"), body("Council")]
REPORTS = fact("NSB", "reports_to", "Council", "The Safeguarding Board reports to the Council every year")
DENIED = fact(
    "Panel",
    "oversees",
    "Northwick Safeguarding Board",
    "The Panel does not direct the Safeguarding Board",
    negated=True,
)
PUBLISH = duty(
    "NSB", "must", "publish an annual report on its work", "The Safeguarding Board must publish an annual report"
)
INVITE = duty(
    "Panel", "may", "invite other people to its meetings", "The Panel may invite other people to its meetings"
)


def scored(*rows: dict[str, Any]) -> Evaluation:
    return evaluate(rows, [read_gold(GOLD)], {"a.txt": TEXT})


def causes(evaluation: Evaluation, kind: str, *, missed: bool = True) -> list[Cause]:
    document = evaluation.documents[0]
    return [miss.cause for miss in (document.missed if missed else document.false) if miss.kind == kind]


def test_all_right() -> None:
    evaluation = scored(*BODIES, body("Chair of the Panel", type="role"), REPORTS, DENIED, PUBLISH, INVITE)
    assert {kind: tally.f1 for kind, tally in evaluation.lenient.items() if tally.gold} == {
        "body": 1.0, "role": 1.0, "fact": 1.0, "fact:oversees": 1.0, "fact:reports_to": 1.0, "duty": 1.0,
    }  # fmt: skip
    assert evaluation.strict == evaluation.lenient
    assert (evaluation.modality, evaluation.unquoted) == (Tally(2, 2, 2), 0)
    assert evaluation.documents[0].missed == evaluation.documents[0].false == ()


def test_nothing_found() -> None:
    evaluation = scored()
    assert evaluation.lenient["fact"] == Tally(0, 2, 0)
    assert evaluation.lenient["fact"].f1 == 0.0
    assert causes(evaluation, "body") == [Cause.MENTION] * 3


def test_strict_wants_equal_names_and_lenient_alike_ones() -> None:
    evaluation = scored(body("Corporate Parentng Panel"))
    assert evaluation.lenient["body"].right == 1
    assert evaluation.strict["body"].right == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Health & Well-being Board", "Health and Wellbeing Board"),
        ("Children’s Board", "Childrens Board"),
        ("Sub-Group of the Board", "sub group, Board"),
    ],
)
def test_folded_names(one: str, other: str) -> None:
    assert key(one) == key(other)


def test_short_names_are_never_alike() -> None:
    assert not alike("nscb", "nscp")
    assert alike("corporate parenting panel", "corporate parenting panels")


def test_an_acronym_of_the_entity_stands_for_it_in_a_statement() -> None:
    assert scored(*BODIES, REPORTS).lenient["fact:reports_to"].right == 1
    assert scored(REPORTS | {"subject": "Nothing of the Kind"}).lenient["fact:reports_to"].right == 0


def test_optional_and_entailed_facts_are_neither_rewarded_nor_punished() -> None:
    optional = fact("Panel", "works_with", "NSB", "The Panel")
    turned = fact("NSB", "works_with", "Panel", "The Panel")
    assert scored(*BODIES, optional).lenient["fact"] == Tally(0, 2, 0)
    assert scored(*BODIES, turned).lenient["fact"] == Tally(0, 2, 0)


def test_a_post_of_the_body_that_it_chairs_is_not_punished() -> None:
    chairs = {"s": "chair", "p": "chairs", "o": "panel", "quote": "Chair of the Panel"}
    gold = read_gold({**GOLD, "facts": [chairs]})
    rows = [body("Chair of the Panel", type="role"), *BODIES]
    post = fact("Chair of the Panel", "post_in", "Panel", "Chair", subject_type="role")
    assert evaluate([*rows, post], [gold]).lenient["fact"] == Tally(0, 1, 0)


def test_a_finding_counts_once() -> None:
    evaluation = scored(*BODIES, REPORTS, REPORTS)
    assert evaluation.lenient["fact"] == Tally(1, 2, 2)
    assert causes(evaluation, "fact", missed=False) == [Cause.REPEAT]


def test_a_quote_that_does_not_stand_in_the_text_is_counted() -> None:
    made_up = REPORTS | {"quote": "The Board answers to nobody"}
    pieces = REPORTS | {"quote": "The Safeguarding Board […] to the Council"}
    assert scored(made_up, pieces).unquoted == 1
    assert evaluate([made_up], [read_gold(GOLD)]).unquoted == 0


def test_calibration() -> None:
    evaluation = scored(*BODIES, REPORTS, PUBLISH, fact("Panel", "funds", "Council", "The Panel", confidence=0.95))
    rows = {(row.low, row.high): (row.count, row.right) for row in evaluation.reliability}
    assert rows == {(0.7, 0.8): (1, 1), (0.9, 1.0): (2, 1)}


def test_a_confidence_of_one_has_a_place() -> None:
    [row] = reliability([(1.0, True), (0.9, False)])
    assert (row.count, row.right, row.share, row.mean) == (2, 1, 0.5, 0.95)


class TestCauses:
    def test_a_name_that_was_never_found(self) -> None:
        assert causes(scored(body("Panel"), body("Council")), "fact") == [Cause.MENTION, Cause.MENTION]

    def test_a_name_of_another_type(self) -> None:
        evaluation = scored(body("Panel", type="role"))
        assert Cause.TYPE in causes(evaluation, "body")
        assert causes(evaluation, "role", missed=False) == [Cause.TYPE]

    def test_a_name_cut_short(self) -> None:
        evaluation = scored(body("Corporate Parenting"))
        assert Cause.BOUNDARY in causes(evaluation, "body")
        assert causes(evaluation, "body", missed=False) == [Cause.BOUNDARY]

    def test_one_entity_as_two(self) -> None:
        evaluation = scored(*BODIES, body("Corporate Parenting Panel"))
        assert causes(evaluation, "body", missed=False) == [Cause.RESOLUTION]

    def test_two_entities_as_one(self) -> None:
        assert causes(scored(body("Panel", "Northwick Council")), "body").count(Cause.RESOLUTION) == 1

    def test_polarity(self) -> None:
        evaluation = scored(*BODIES, DENIED | {"negated": False})
        assert Cause.POLARITY in causes(evaluation, "fact")
        assert causes(evaluation, "fact", missed=False) == [Cause.POLARITY]

    def test_predicate_and_direction(self) -> None:
        evaluation = scored(*BODIES, REPORTS | {"predicate": "accountable_to"})
        assert causes(evaluation, "fact")[0] is Cause.PREDICATE
        assert causes(evaluation, "fact", missed=False) == [Cause.PREDICATE]
        turned = scored(*BODIES, REPORTS | {"subject": "Council", "object": "NSB"})
        assert causes(turned, "fact")[0] is Cause.DIRECTION
        assert causes(turned, "fact", missed=False) == [Cause.DIRECTION]

    def test_the_right_words_of_another_entity(self) -> None:
        evaluation = scored(*BODIES, REPORTS | {"subject": "Panel"})
        assert causes(evaluation, "fact")[0] is Cause.RESOLUTION
        assert causes(evaluation, "fact", missed=False) == [Cause.RESOLUTION]

    def test_words_that_were_read_and_words_that_were_not(self) -> None:
        other = duty("NSB", "must", "report to someone", "The Safeguarding Board reports to the Council every year")
        assert causes(scored(*BODIES, other), "fact") == [Cause.FRAME, Cause.UNREAD]

    def test_modality(self) -> None:
        evaluation = scored(*BODIES, INVITE | {"modality": "must"})
        assert evaluation.modality == Tally(0, 1, 1)
        assert causes(evaluation, "duty", missed=False) == [Cause.MODALITY]

    def test_a_duty_of_another_body(self) -> None:
        evaluation = scored(*BODIES, INVITE | {"bearer": "Council"})
        assert Cause.RESOLUTION in causes(evaluation, "duty")
        assert causes(evaluation, "duty", missed=False) == [Cause.RESOLUTION]

    def test_a_statement_that_the_gold_does_not_have(self) -> None:
        evaluation = scored(
            *BODIES, fact("Panel", "funds", "Council", "The Panel"), duty("Panel", "may", "sing", "sing")
        )
        assert causes(evaluation, "fact", missed=False) == [Cause.FRAME]
        assert causes(evaluation, "duty", missed=False) == [Cause.FRAME]
        assert evaluation.causes(missed=False) == (("duty", Cause.FRAME, 1), ("fact", Cause.FRAME, 1))


def test_documents_are_summed() -> None:
    other = {**GOLD, "document": "b.txt"}
    evaluation = evaluate([*BODIES, REPORTS], [read_gold(other), read_gold(GOLD)])
    assert [document.document for document in evaluation.documents] == ["a.txt", "b.txt"]
    assert evaluation.lenient["fact"] == Tally(1, 4, 1)


def test_each_gold_item_takes_its_best_finding() -> None:
    paired = pair_up([10, 20], [19, 11, 12], lambda wanted, found: max(0.0, 5.0 - abs(wanted - found)))
    assert (paired.pairs, paired.missed, paired.extra) == (((10, 11), (20, 19)), (), (12,))


def test_clauses_are_the_same_by_their_words_or_by_their_quotes() -> None:
    gold = read_gold(GOLD).duties[0]
    assert word_f1(gold.text, "publish an annual report on work") == 1.0
    assert word_f1(gold.text, "invite people") == 0.0
    assert same_clause(gold, evaluate_duty("issue a yearly paper", "nothing of these words at all")) == 0.0


def evaluate_duty(text: str, quote: str) -> Any:
    from protocolgraph.analyse.evaluation.rows import FoundDuty

    return FoundDuty("", "NSB", "body", "must", text, quote, 1.0, "r")


class TestFiles:
    def test_a_folder_of_gold_with_its_texts(self, tmp_path: Path) -> None:
        (tmp_path / "a.json").write_text(json.dumps(GOLD), encoding="utf-8")
        (tmp_path / "deep").mkdir()
        (tmp_path / "deep" / "a.txt").write_text(TEXT, encoding="utf-8")
        golds = load_gold(tmp_path)
        assert golds == (read_gold(GOLD),)
        assert load_texts(golds, tmp_path) == {"a.txt": TEXT}

    def test_rows(self, tmp_path: Path) -> None:
        (tmp_path / "rows.jsonl").write_text("\n".join(json.dumps(row) for row in BODIES) + "\n\n", encoding="utf-8")
        assert list(load_rows(tmp_path / "rows.jsonl")) == BODIES

    @pytest.mark.parametrize(
        "content", ["not json", "[]", '{"document": "a.txt"}', '{"document": "a", "entities": [1]}']
    )
    def test_what_is_no_gold_is_named(self, tmp_path: Path, content: str) -> None:
        (tmp_path / "wrong.json").write_text(content, encoding="utf-8")
        with pytest.raises(UsageError, match=r"wrong\.json"):
            load_gold(tmp_path)

    def test_a_folder_without_gold(self, tmp_path: Path) -> None:
        with pytest.raises(UsageError, match="no gold files"):
            load_gold(tmp_path)
        with pytest.raises(UsageError, match="no such file"):
            load_gold(tmp_path / "nowhere")

    def test_rows_that_are_none(self, tmp_path: Path) -> None:
        (tmp_path / "rows.jsonl").write_text("[1]\n", encoding="utf-8")
        with pytest.raises(UsageError, match="JSON object"):
            load_rows(tmp_path / "rows.jsonl")
        with pytest.raises(UsageError, match="has no 'name'"):
            evaluate([{"kind": "entity", "document": "a.txt", "type": "body"}], [])


def test_the_figures_of_each_area_add_up_to_those_of_all() -> None:
    elsewhere = {**GOLD, "document": "b.txt", "area": "Southwick"}
    row = fact("NSB", "reports_to", "Council", "The Safeguarding Board reports to the Council")
    rows = [body("NSB"), body("Council"), row]
    found = evaluate(rows, [read_gold(GOLD), read_gold(elsewhere)])
    assert {area: (t["fact"].right, t["fact"].gold) for area, t in found.areas.items()} == {
        "Northwick": (1, 2),
        "Southwick": (0, 2),
    }
    assert sum((tallies["fact"] for tallies in found.areas.values()), Tally()) == found.lenient["fact"]
