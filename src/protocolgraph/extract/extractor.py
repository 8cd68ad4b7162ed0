"""From the structure of a document to everything that is read in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from protocolgraph.extract.arguments import Arguments
from protocolgraph.extract.authors import OWNED
from protocolgraph.extract.collected import Collected
from protocolgraph.extract.completions import completions, lead_ins
from protocolgraph.extract.duties import Obliged, obliged
from protocolgraph.extract.framed import Framed
from protocolgraph.extract.framing import framed
from protocolgraph.extract.identity import identities
from protocolgraph.extract.language import LanguageModel, load_model
from protocolgraph.extract.layout import LAYOUTS
from protocolgraph.extract.mentions import read_names
from protocolgraph.extract.names import NameFinder
from protocolgraph.extract.nominal import predications
from protocolgraph.extract.pruned import pruned
from protocolgraph.extract.sentences import Sentence, sentences
from protocolgraph.model import Extraction, Outline
from protocolgraph.model.workspace import DocumentOverride
from protocolgraph.vocab.lexicon import fold, lexicon

_BY_LIST = {"member_of", "part_of", "works_with"}
"""What a lead-in says of the names listed below it."""
_LEADING = ("the following ", "following ")
_AND_OTHERS = 2
"""Words that may follow a class that is only announced: "the following organisations and people"."""
_OF_PAPERS = {"produces", "approves"}


class Extractor:
    """Reads documents with one language model; made once, used for many."""

    def __init__(self, model: str | None = None) -> None:
        """Load the language model of this name (default: the packaged small English model).

        Raises:
            ModelError: no such model is installed.

        """
        self.language: LanguageModel = load_model(model)
        self.finder = NameFinder.load(self.language.words)

    @property
    def model_name(self) -> str:
        """Name and version of the language model."""
        return self.language.name

    def extract(self, outline: Outline, *, override: DocumentOverride | None = None) -> Extraction:
        """Return the mentions, other names and candidate statements of a document.

        `override` gives area, date, title and kind where the workspace file knows them better.
        """
        collected = Collected(read_names(outline, self.finder))
        self._sentences(collected)
        for layout in LAYOUTS:
            layout(collected)
        return pruned(collected, self.model_name, override)

    def _sentences(self, collected: Collected) -> None:
        stated = sentences(collected.names)
        completed = [*stated, *completions(collected.names)]
        found = [*completed, *lead_ins(collected.names, stated)]
        docs = self.language.parse(sentence.masked.text for sentence in found)
        for number, (sentence, doc) in enumerate(zip(found, docs, strict=True)):
            arguments = Arguments(sentence, collected.names)
            predicates = predications(doc)
            facts = [*framed(predicates, arguments), *identities(predicates, arguments)]
            shared = _of_several(facts, collected)
            for fact in facts:
                if number < len(completed) or fact.predicate not in _BY_LIST:
                    _keep_fact(collected, sentence, fact, shared)
            if number < len(stated):
                for duty in obliged(predicates, arguments):
                    _keep_duty(collected, sentence, duty)


_REPORTS = {"report", "reports", "return", "summary", "update"}


def _of_several(facts: Sequence[Framed], collected: Collected) -> set[int | None]:
    """The papers that a sentence has several write, each its own: "quarterly reports from the Panel and the Forum"."""
    made = {(fact.object, collected.names.meant(fact.subject)) for fact in facts if fact.predicate == "produces"}
    return {paper for paper, count in Counter(paper for paper, _ in made).items() if count > 1}


def _keep_fact(collected: Collected, sentence: Sentence, fact: Framed, shared: set[int | None]) -> None:
    if fact.predicate in _OF_PAPERS and fact.object is not None and _bare(fact.object, collected):
        if fact.predicate == "produces":
            collected.names.memory.produced(fact.subject, sentence.clause.section)
        return
    if fact.predicate in _BY_LIST and _announces(fact.subject, collected, sentence):
        return
    evidence = collected.clause_evidence(
        sentence.clause, rule=fact.rule, confidence=fact.confidence, lead=sentence.lead
    )
    collected.fact(
        fact.subject, fact.predicate, fact.object, evidence, qualifiers=dict(fact.qualifiers), negated=fact.negated
    )
    if fact.predicate == "produces" and fact.object is not None and fact.rule != OWNED:
        if fact.object not in shared:
            collected.names.own(fact.object, _whose(fact.subject, collected))
        collected.names.memory.produced(fact.subject, sentence.clause.section)


def _whose(producer: int, collected: Collected) -> int:
    """Whose a paper is called: a chair publishes the report of the body that is chaired."""
    owner = collected.names.mentions[producer].owner
    chairs = collected.names.heads[producer] in lexicon("roles")["chairs"]
    return owner if chairs and owner is not None else producer


def _announces(subject: int, collected: Collected, sentence: Sentence) -> bool:
    """Whether somebody is only announced, and named in what follows: "comprises the following organisations:"."""
    text = sentence.passage.text
    placed = next((p for p in collected.names.at(sentence.passage) if p.mention == subject), None)
    if placed is None or not text.endswith(_LEADING, 0, placed.start):
        return False
    return len(text[placed.end :].strip(" :;.").split()) <= _AND_OTHERS


def _bare(paper: int, collected: Collected) -> bool:
    """Whether a paper is called by its noun alone: who "presents the report" may not have written it, which plan it
    is that is approved nobody knows; or only serves a meeting, or is one of many ("a written report").
    """
    words, papers = collected.names.mentions[paper].text, lexicon("publications")
    first, _, noun = fold(words).rpartition(" ")
    serves = noun in papers["of_meetings"] or (noun in _REPORTS and first in papers["of_occasion"])
    return serves or (paper in collected.names.weak and " " not in words)


def _keep_duty(collected: Collected, sentence: Sentence, duty: Obliged) -> None:
    evidence = collected.clause_evidence(
        sentence.clause, rule=duty.rule, confidence=duty.confidence, lead=sentence.lead
    )
    collected.duty(duty.bearer, duty.content, evidence, to=duty.to, product=duty.product)
