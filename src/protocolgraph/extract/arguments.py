"""From the slots of a frame to the mentions that fill them.

A slot is a name of `Predication.arguments` ("actor", "object", "to"), followed by steps: ".of" and other
prepositions go down the phrase, ".owner" to the body that a report or post belongs to, ".first" and ".rest"
part a coordination, ".relative" goes to the clause that describes it, ".made" to one that tells who made it,
".subject" to that of a clause, ".identity" from what something is said to be to that thing. "content" and
"condition" are the subjects of a clause that hangs on the predicate ("ensure that X ...", "where X cannot
agree, ..."), or those at whose table nothing is agreed. "section" is what the paragraph begins with, else what
the headings are about, "alone" the same in a paper about one body, "about" the one body that a paper is about,
"itself" whose paper "this report" is,
"producer" who was last said there to produce a report, "ensurer" who ensures that it is done, "self" the name
that holds the predicate ("members of the Board"), "doer" who does what the clause around tells ("X decides on
the advice of Y"), "around" the object of the verb that it hangs on ("attends the Board to report"), "being"
what a clause around says that it is ("is a committee, as required by"), "partnership" the one that the paper
tells of. ".whole" is the body that the paper is about where "the arrangements" stands for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from protocolgraph.extract.document_names import DocumentNames
from protocolgraph.extract.holding import behind_person
from protocolgraph.extract.instances import counted, instances
from protocolgraph.extract.masked import Placed, outermost
from protocolgraph.extract.sentences import Sentence
from protocolgraph.extract.steps import deeper, shared, step_from
from protocolgraph.extract.syntax import Predication, governed_by, is_passive, phrase, subject_of
from protocolgraph.model import EntityType
from protocolgraph.vocab.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token


_FAINT = 0.5
"""Certainty below which a chain of "of" is not followed further."""
_SECTIONS = {"section", "paragraph", "schedule", "part", "chapter", "regulation", "article"}
_IN_AN_AREA = {"in", "within", "across"}
_AGREEING = {"by", "at", "within"}
"""Prepositions of a condition before those who cannot agree: "where agreement cannot be reached at the Group"."""
_AMENDED = re.compile(r",? as (?:\w+ )?amended (?:\w+ )?by (?:the )?")
_NEAR = 70
"""Characters between a section's number and its Act."""
_CAPACITIES = {"adviser", "advisers", "advisor", "advisors", "observer", "observers"}
_REPRESENTING = {"representative", "representatives", "nominee", "nominees"}
_REPORTS = {"report", "document", "plan", "copy", "strategy", "review", "update"}
"""Nouns by which a text points back to what somebody was said to produce."""


@dataclass(frozen=True, slots=True)
class Argument:
    """A mention that fills a slot, and how surely."""

    mention: int
    type: EntityType
    certainty: float


@dataclass(frozen=True, slots=True)
class Arguments:
    """Fills the slots of frames for one sentence."""

    sentence: Sentence
    names: DocumentNames

    def fill(self, predication: Predication, slots: Iterable[str], types: Iterable[str]) -> list[Argument]:
        """Return the mentions of the first slot that holds any of these types."""
        wanted = {EntityType(t) for t in types}
        for slot in slots:
            filling = self._slot(predication, slot)
            found = [a for a in filling if a.type in wanted]
            if not found and EntityType.ROLE in wanted:
                found = [post for a in filling if a.type is EntityType.PERSON for post in self.held(a)]
            if not found and wanted == {EntityType.PUBLICATION}:
                found = self._taken_up(predication, slot)
            if wanted == {EntityType.LEGISLATION}:
                found += self._amending(found)
            if found:
                return _unique(found)
        return []

    def held(self, person: Argument) -> list[Argument]:
        """Return the post said of a person who does what only a post or body can: "Ann Lee, as Clerk, advises"."""
        placed = outermost(self.sentence.masked.placed)
        named = next((p for p in placed if p.mention == person.mention), None)
        post = behind_person(self.sentence.passage.text, named, placed) if named is not None else None
        return [Argument(post.mention, post.type, person.certainty * 0.9)] if post is not None else []

    def _amending(self, laws: Iterable[Argument]) -> list[Argument]:
        """The laws by which some were amended: "the Children Act 2004 as amended by the Children Act 2017"."""
        text, placed = self.sentence.masked.passage.text, self.sentence.masked.placed
        ends = {p.end for law in laws for p in placed if p.mention == law.mention}
        behind = [p for p in placed if any(_AMENDED.fullmatch(text, end, p.start) for end in ends)]
        return [Argument(p.mention, p.type, 0.95) for p in behind if p.type is EntityType.LEGISLATION]

    def _taken_up(self, predication: Predication, slot: str) -> list[Argument]:
        """The publication before, for "it": "develop the Plan and recommend it to Cabinet"."""
        papers = (self.paper(token) for token in predication.arguments.get(slot, ()))
        return [Argument(paper.mention, paper.type, 0.88) for paper in papers if paper is not None][:1]

    def paper(self, pronoun: Token) -> Placed | None:
        """Return the paper that "it" or "this" stands for: the last before in its sentence, else of the one before."""
        if pronoun.lower_ not in {"it", "them", "which", "this", "these", "they"}:
            return None
        limit = self.sentence.masked.source(pronoun.idx)
        before = [p for p in self.names.at(self.sentence.passage) if p.end <= limit] or [
            p for p in self.sentence.masked.placed if p.end <= limit
        ]
        papers = [p for p in before if p.type is EntityType.PUBLICATION] or self._said_before(pronoun)
        return papers[-1] if papers else None

    def far_back(self, mention: int) -> bool:
        """Whether "it" stands for a body that the sentence before, of the same section, does not speak of."""
        if self.names.mentions[mention].text.lower() != "it":
            return False
        clauses = self.names.outline.clauses
        here = next((n for n, c in enumerate(clauses) if c is self.sentence.clause), 0)
        before = clauses[here - 1] if here else None
        if before is None or before.section != self.sentence.clause.section:
            return False
        whom = self.names.meant(mention)
        return whom not in {self.names.meant(p.mention) for p in self.names.at(before.body)}

    def _said_before(self, pronoun: Token) -> list[Placed]:
        """The one paper that the sentence before names, for "It" or "This" that begins the next or is its object."""
        clauses = self.names.outline.clauses
        here = next((n for n, c in enumerate(clauses) if c is self.sentence.clause), 0)
        before = clauses[here - 1] if here else None
        begins = pronoun.i <= 1 or pronoun.dep_ in {"dobj", "nsubjpass"}
        if not begins or before is None or before.section != self.sentence.clause.section:
            return []
        named = [p for p in self.names.at(before.body) if p.type is EntityType.PUBLICATION]
        return named if len({self.names.meant(p.mention) for p in named}) == 1 else []

    def lemmas(self, predication: Predication) -> tuple[str, ...]:
        """Return the words that frames know a predicate by: its lemma, also with "up"; the noun that a name hides."""
        if predication.token.pos_ not in {"NOUN", "PROPN"}:
            particles = (c.lower_ for c in predication.token.children if c.dep_ == "prt")
            return (predication.lemma, *(f"{predication.lemma} {particle}" for particle in particles))
        return (predication.lemma, *sorted(self._heads(predication.token) - {predication.lemma}))

    def nouns(self, tokens: Iterable[Token]) -> set[str]:
        """Return the lemmas of some nouns, with the head nouns of the names among them, and what copies are of."""
        tokens = [noun for token in tokens for noun in (token, *_original(token))]
        return {token.lemma_.lower() for token in tokens} | {head for token in tokens for head in self._heads(token)}

    @staticmethod
    def tokens(predication: Predication, slot: str) -> list[Token]:
        """Return the heads of phrases that plainly fill a slot of prepositions: "to", "object.of"."""
        name, *steps = slot.split(".")
        found = list(predication.arguments.get(name, ()))
        for step in steps:
            found = step_from(found, step)
        return found

    def _meeting(self, tokens: Iterable[Token]) -> list[Argument]:
        """The body whose meeting "the next meeting" or "each meeting of the Board" is; without "of" the paper's own."""
        tokens = list(tokens)
        told = lexicon("words")["own_meetings"]
        here = any(
            token.lemma_.lower() == "meeting"
            and {child.lower_ for child in token.children} & set(told)
            and not _of(token)
            for token in tokens
        )
        meetings = [t for t in tokens if t.lemma_.lower() == "meeting"]
        of_whom = [a for t in meetings for owner in governed_by(t, {"of"}) for a in self.mentions_of(owner, 0.9)]
        return [replace(a, certainty=0.85) for a in self._about()] if here else of_whom

    def _heads(self, token: Token) -> set[str]:
        named = (self.names.heads[p.mention] for p in (self.placed(token), self.paper(token)) if p is not None)
        return {form for head in named for form in (head, head.removesuffix("s"))}

    def _slot(self, predication: Predication, slot: str) -> list[Argument]:
        if slot == "section":
            return self._section()
        if slot == "about":
            return self._about()
        if slot == "itself":
            return self._about() if self._is_this_paper(predication) else []
        if slot == "alone":
            alone = len(self.names.memory.about(self.sentence.clause.part)) == 1
            return self._section() if alone else []
        if slot == "partnership":
            return self._partnership()
        if slot == "producer":
            return self._producer(predication)
        name, *steps = slot.split(".")
        tokens = self._tokens(predication, name)
        for position, step in enumerate(steps):
            if step == "owner":
                return self._owners(tokens)
            if step == "mention":
                break
            if step == "whole":
                return self._about() if any(self._is_whole(token) for token in tokens) else []
            tokens = step_from(tokens, step)
            if position > 3:
                break
        if name == "actor" and not tokens and self._bare(predication):
            return [replace(a, certainty=0.82) for a in self._section()]
        certainty = {"matrix": 0.85, "section": 0.75}.get(name, 1.0)
        found = [a for token in tokens for a in self.mentions_of(token, certainty)]
        return found or (self._meeting(tokens) if slot == "to" else [])

    @staticmethod
    def _tokens(predication: Predication, name: str) -> list[Token]:
        inner = {"content": {"ccomp", "xcomp"}, "condition": {"advcl"}}.get(name)
        if inner is not None:
            clauses = [c for c in predication.token.children if c.dep_ in inner]
            agents = [t for c in clauses if name == "condition" and is_passive(c) for t in governed_by(c, _AGREEING)]
            return agents or [token for clause in clauses for token in subject_of(clause)]
        if name == "self":
            return [predication.token]
        if name == "being":
            around = predication.token.head
            said = around.lemma_ == "be" and any(child.dep_ == "attr" for child in around.children)
            return list(subject_of(around)) if said else []
        if name == "doer":
            return list(_doer(predication.token))
        if name == "around":
            return [c for c in predication.token.head.children if c.dep_ in {"dobj", "obj"}]
        if name == "ensurer":
            return list(_ensurer(predication.token))
        found = list(predication.arguments.get(name, ()))
        if name == "actor" and predication.passive:
            found = found or deeper(predication, "by")
        if name == "to" and found and predication.lemma in lexicon("verbs")["telling"] and not predication.passive:
            found = list(dict.fromkeys([*deeper(predication, name), *found]))
        return found or deeper(predication, name) or shared(predication, name)

    def _bare(self, predication: Predication) -> bool:
        """Whether a clause only says what is to be done: "Approve the plan", "Responsible for approving the plan"."""
        word = predication.token
        while word.dep_ in {"conj", "pcomp", "prep", "pobj"} or (word.dep_ == "appos" and word.pos_ == "VERB"):
            word = word.head
        tells = self.sentence.told or self.sentence.masked.prefix > 0 or predication.passive
        return not tells and word.dep_ == "ROOT" and word.i <= 2 and not subject_of(word) and not _named(word, self)

    def _section(self) -> list[Argument]:
        clause = self.sentence.clause
        told = (
            self.names.heading_item(clause),
            self.names.spoken_of(clause),
            self.names.paragraph(clause),
            self.names.subject(clause.section),
        )
        subject = next((mention for mention in told if mention is not None), None)
        if subject is None:
            return []
        return [Argument(subject, self.names.mentions[subject].type, 0.7)]

    def _about(self) -> list[Argument]:
        """The body that the part is about, if it is one alone."""
        mains = self.names.memory.about(self.sentence.clause.part)
        return [Argument(mains[0].mention, mains[0].type, 0.8)] if len(mains) == 1 else []

    @staticmethod
    def _is_this_paper(predication: Predication) -> bool:
        """Whether "this report" is what something is done with, which is the paper of those whom it is about."""
        spoken_of = predication.arguments.get("object", ())
        papers = [noun for token in spoken_of for noun in (token, *_original(token))]
        return any(child.lower_ == "this" and child.dep_ == "det" for noun in papers for child in noun.children)

    def _partnership(self) -> list[Argument]:
        found = self.names.partnership(self.sentence.clause.part)
        return [] if found is None else [Argument(found, EntityType.BODY, 0.85)]

    def _is_whole(self, token: Token) -> bool:
        """Whether "the arrangements", or a name that ends so, stands for the partnership whose paper it is."""
        placed = self.placed(token)
        if placed is None or placed.type is not EntityType.PUBLICATION:
            return _means_the_whole(token)
        return self.names.heads[placed.mention] in lexicon("words")["whole"]

    def _producer(self, predication: Predication) -> list[Argument]:
        """The one who was last said to produce a report in this section, for "the report" or "this" alone."""
        producer = self.names.memory.producers.get(self.sentence.clause.section)
        objects = predication.arguments.get("actor" if self._is_paper_told_of(predication) else "object", ())
        plain = any(o.lemma_.lower() in _REPORTS or o.pos_ in {"PRON", "DET"} for o in objects)
        if producer is None or not (plain or any(self.placed(o) for o in objects)):
            return []
        return [Argument(producer, self.names.mentions[producer].type, 0.88)]

    def _is_paper_told_of(self, predication: Predication) -> bool:
        """Whether a report is what does something: "The report will set out"."""
        acting = [self.placed(token) for token in predication.arguments.get("actor", ())]
        return any(placed is not None and placed.type is EntityType.PUBLICATION for placed in acting)

    def _owners(self, tokens: list[Token]) -> list[Argument]:
        found = []
        for token in self._through(tokens):
            placed = self.placed(token)
            own = placed is not None and (token in tokens or placed.type is not EntityType.ROLE)
            owner = self.names.mentions[placed.mention].owner if placed and own else None
            if owner is not None:
                found.append(Argument(owner, self.names.mentions[owner].type, 0.95))
            for child in token.children:
                if child.dep_ == "poss":
                    found += self.mentions_of(child, 0.95)
        return found

    def _through(self, tokens: Iterable[Token]) -> Iterable[Token]:
        """The nouns themselves, with what "a copy of", "the draft of" one stands for."""
        for token in tokens:
            yield token
            steps = () if self.placed(token) else lexicon("words")["transparent"].get(token.lemma_.lower(), ())
            yield from (inner for step in steps for inner in step_from([token], step))

    def placed(self, token: Token) -> Placed | None:
        """Return the mention that stands at a token of the masked sentence."""
        return self.sentence.masked.mention_at(token.idx)

    def mentions_of(self, token: Token, certainty: float = 1.0) -> list[Argument]:
        """Return what a token names: a mention, the bearer of the list, or what it stands for ("work of the Panel")."""
        if self.sentence.bearer is not None and token.i == 0:
            bearer = self.sentence.bearer
            sure = 0.97 if self.sentence.duties and self.sentence.duties.certain else 0.85
            return [Argument(bearer, self.names.mentions[bearer].type, certainty * sure)]
        placed = self.sentence.masked.mentions_at(token.idx)
        placed = instances(self.sentence.masked, placed) or placed
        if sent := self._sent_by(token, placed):
            return [a for inner in sent for a in self.mentions_of(inner, certainty * 0.95)]
        if placed:
            return [Argument(p.mention, p.type, certainty * self._form(p)) for p in placed]
        if law := self._law(token):
            return [Argument(law.mention, law.type, certainty)]
        if (token.tag_ == "NNS" or token.lower_ == "following") and (named := self._counted(token)):
            return [Argument(p.mention, p.type, certainty * 0.95) for p in named]
        if token.dep_ == "appos" and token.lemma_.lower() in lexicon("bodies")["definite"] and self.placed(token.head):
            return self.mentions_of(token.head, certainty * 0.95)
        if token.dep_ == "attr" and token not in (said_of := subject_of(token.head)):
            return [a for inner in said_of for a in self.mentions_of(inner, certainty * 0.95)]
        steps = lexicon("words")["transparent"].get(token.lemma_.lower())
        if certainty < _FAINT:
            return []
        if _is_this_body(token):
            return [replace(a, certainty=certainty * 0.85) for a in self._about()]
        if steps:
            inner = next((found for step in steps if (found := step_from([token], step))), None)
            inner = inner or [c for c in token.children if c.dep_ in {"compound", "poss"}]
            return [a for noun in inner for a in self.mentions_of(noun, certainty * 0.95)]
        return []

    def _sent_by(self, token: Token, placed: list[Placed]) -> list[Token]:
        """Those of whom a bare "representative" is one, who sit or act by it: "a representative of the auditors"."""
        nouns = {self.names.heads[p.mention] for p in placed if p.end - p.start == len(self.names.heads[p.mention])}
        if (nouns or {token.lemma_.lower()}).isdisjoint(_REPRESENTING):
            return []
        return [inner for step in ("of", "from") for inner in step_from([token], step) if self.placed(inner)]

    def _counted(self, token: Token) -> list[Placed]:
        """The bodies listed behind a plain noun for several that the sentence counts: "three groups: A, B and C"."""
        if token.lower_ != "following" and token.lemma_.lower() not in lexicon("verbs")["classes"]["counted"]:
            return []
        start = self.sentence.masked.source(token.idx)
        return counted(self.sentence.masked, start, start + len(token.text))

    def _law(self, token: Token) -> Placed | None:
        """The Act that a section belongs to, however many numbers stand between them."""
        numbered = any(child.lemma_.lower() in _SECTIONS for child in token.children if child.dep_ == "compound")
        if token.lemma_.lower() not in _SECTIONS and not numbered:
            return None
        place = self.sentence.masked.source(token.idx)
        near = [p for p in self.sentence.masked.placed if 0 < p.start - place < _NEAR]
        return next((p for p in near if p.type is EntityType.LEGISLATION), None)

    def _form(self, placed: Placed) -> float:
        mention = self.names.mentions[placed.mention]
        return {"name": 1.0, "acronym": 1.0, "definite": 0.97, "pronoun": 0.88}[mention.form.value]

    def said(self) -> str:
        """Return the words around the names of the sentence, and those of its plurals ("sub-groups") and papers.

        Also of advisers and observers, who say as what somebody attends.
        """
        masked = self.sentence.masked
        shown = (
            p
            for p in masked.placed
            if p.plural or p.type is EntityType.PUBLICATION or self.names.heads[p.mention] in _CAPACITIES
        )
        return " ".join((masked.text, *(masked.passage.text[p.start : p.end] for p in shown)))

    def words(self, token: Token) -> str:
        """Return the words of a token's phrase as they stand in the passage."""
        start, end = phrase(token)
        low, high = self.sentence.masked.source(start), self.source_end(end)
        return self.sentence.passage.text[low:high].strip(" ,;.")

    def source_end(self, end: int) -> int:
        """Return the passage offset of the end of a masked stretch, past a name's own end."""
        masked = self.sentence.masked
        placed = masked.mention_at(end - 1)
        source = masked.source(end - 1) + 1
        return max(source, placed.end) if placed is not None and placed.masks else source


def _ensurer(verb: Token) -> tuple[Token, ...]:
    """Who sees to it that something is done: "X will ensure that D is produced"."""
    ensured = verb.dep_ == "ccomp" and verb.head.lemma_ in {"ensure", "arrange", "assure", "see"}
    return subject_of(verb.head) if ensured else ()


def _doer(noun: Token) -> tuple[Token, ...]:
    """Who does what a noun is said along with: "X decides on the advice of Y", "is set by X on the advice of Y"."""
    verb = next((a for a in noun.ancestors if a.pos_ in {"VERB", "AUX"}), noun)
    return governed_by(verb, {"by"}) if is_passive(verb) else subject_of(verb)


def _of(noun: Token) -> bool:
    """Whether a noun says of what it is: "the next meeting of the Forum", "Forum meeting"."""
    return any(
        child.dep_ in {"prep", "compound", "poss"} and child.lower_ in {"of", "council"} for child in noun.children
    )


def _original(noun: Token) -> list[Token]:
    """What a copy is of: a copy of a report is a report."""
    return step_from([noun], "of") if noun.lemma_.lower() in {"copy", "draft", "version"} else []


def _is_this_body(token: Token) -> bool:
    """Whether "the group" stands here that no name explains, or "this" is a committee: the body whose paper it is."""
    if token.lower_ == "this":
        be = token.head if token.head.lemma_ == "be" else None
        said = (c.lower_ for c in be.children if c.dep_ == "attr") if be is not None else ()
        return not set(said).isdisjoint(lexicon("words")["this_body"])
    if token.lower_ not in lexicon("words")["this_body"]:
        return False
    return any(child.lower_ in {"the", "this"} for child in token.children) and len(list(token.children)) == 1


def _means_the_whole(token: Token) -> bool:
    """Whether "the arrangements" alone stands here, which in a partnership's paper is the partnership."""
    if token.lower_ not in lexicon("words")["whole"]:
        return False
    words = {child.lower_ for child in token.children}
    told = [c for c in token.children if c.dep_ in {"prep", "relcl", "acl"} and c.lower_ not in _IN_AN_AREA]
    return bool(words & {"the", "these", "our"}) and not told


def _named(word: Token, arguments: Arguments) -> bool:
    """Whether a fragment is a name: "Chair of the Board" says nothing of anybody; "Annual report to Cabinet" does."""
    placed = arguments.placed(word)
    return placed is not None and placed.type is not EntityType.PUBLICATION


def _unique(found: list[Argument]) -> list[Argument]:
    kept: dict[int, Argument] = {}
    for argument in found:
        kept.setdefault(argument.mention, argument)
    return list(kept.values())
