"""From the names of each passage to the mentions of a document, each tied to what it points back to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain

from protocolgraph.extract import again
from protocolgraph.extract.about import councils_of, only_authority, subjects_of
from protocolgraph.extract.all_of import EACH
from protocolgraph.extract.anaphora import OF_TWO, Antecedent, definites, of_another
from protocolgraph.extract.arrangements import ARRANGEMENTS
from protocolgraph.extract.authorities import has_own_board, is_authority
from protocolgraph.extract.chaired import chaired, chairing, members_only
from protocolgraph.extract.counted import counted
from protocolgraph.extract.document_names import ACTING, SUBJECT_WITHIN, DocumentNames, can_act, placed_at
from protocolgraph.extract.found import Found, in_order
from protocolgraph.extract.gaps import parted
from protocolgraph.extract.glossary import definitions, glossed
from protocolgraph.extract.houses import without_houses
from protocolgraph.extract.in_full import FullNames, called_short
from protocolgraph.extract.introduced import unless_named_behind
from protocolgraph.extract.itself import paper_meant
from protocolgraph.extract.known import aliases_of, entitled, gather, name_key
from protocolgraph.extract.legislation import laws_again
from protocolgraph.extract.masked import Placed
from protocolgraph.extract.names import NameFinder
from protocolgraph.extract.nearness import beside, full_name, possessing
from protocolgraph.extract.offices import HANDED_OUT, heads_work_of, may_head, office_of
from protocolgraph.extract.offices_of_all import offices_of_all, without
from protocolgraph.extract.posts_again import HOLDER
from protocolgraph.extract.presence import people_present
from protocolgraph.extract.reread import Rereader
from protocolgraph.extract.short_forms import named_again, shortened
from protocolgraph.extract.speaking import speaker_of
from protocolgraph.extract.spoken import (
    introduced,
    is_group_head,
    it_brought_in,
    opens_with,
    owns_only,
    speak_of_paper,
    speak_together,
    stands_alone,
    together,
    together_before,
)
from protocolgraph.extract.title_words import bare_title, text_start
from protocolgraph.extract.two_bodies import TwoBodies
from protocolgraph.extract.unheaded import unheaded, with_told
from protocolgraph.extract.units import Key, Unit, UnitKind, units_of
from protocolgraph.model import Alias, EntityType, Mention, MentionForm, Outline, PartKind, Scope
from protocolgraph.vocab.lexicon import lexicon


def read_names(outline: Outline, finder: NameFinder) -> DocumentNames:
    """Return the mentions of a document: first its names, then where it uses them again, then what points back."""
    units = units_of(outline)
    first = {key: parted(finder.find(u.labelled), u, outline.document.text, finder.find) for key, u in units.items()}
    first = without_houses(first, units, outline)
    there = people_present(outline, first, finder.people)
    first |= {key: in_order([*first.get(key, []), *people]) for key, people in there.items()}
    listed = glossed(outline.clauses, first)
    defined = {key: [*definitions(units[key].text, found), *listed.get(key, ())] for key, found in first.items()}
    glossary = [d for found in defined.values() for d in found]
    told = unheaded(units, first, glossary, finder.bodies.capitals, outline)
    first |= {key: with_told(first[key], bodies) for key, bodies in told.items()}
    defined |= {key: definitions(units[key].text, first[key]) for key in told}
    every = [d for found in defined.values() for d in found]
    two = TwoBodies.of(first)
    first = {key: two.parted(found) for key, found in first.items()}
    present = [n for key in there for n in first[key] if n.type is EntityType.PERSON]
    texts = (unit.text for unit in units.values())
    known = gather(chain(*first.values(), entitled(outline, finder.find)), every, texts, present)
    names = DocumentNames(outline, units)
    names.aliases = aliases_of(units, defined, known)
    called = (d for d in every if d.rule == "definition" and d.type is not EntityType.LEGISLATION)
    reread = Rereader(finder, known, two, outline.document.text)
    _Builder(names, reread, told, {d.short.lower(): d.long for d in called}).read(first)
    return names


class _Builder:
    """Reads the passages of a document in order and makes their mentions."""

    def __init__(
        self,
        names: DocumentNames,
        reread: Rereader,
        told: Mapping[Key, list[Found]],
        defined: Mapping[str, str],
    ) -> None:
        self.names = names
        self.reread = reread
        self.finder = reread.finder
        self.known = reread.known
        self.told = told
        """Bodies that only the words around their names tell."""
        self.defined = defined
        self.spoken = Counter(m[1].lower() for unit in names.units.values() for m in _THE.finditer(unit.text))
        """How often the text says "the" and a noun in lower case."""
        self.full = FullNames(names.aliases)
        self.starts: dict[int, int] = {}
        """Part to where its first sentence begins."""

    def read(self, first: Mapping[Key, list[Found]]) -> None:
        units = self.names.units.items()
        again = {key: self.reread.names(unit, first[key], self.told.get(key, [])) for key, unit in units}
        self._about(again)
        for key, unit in self.names.units.items():
            self._unit(key, unit, again[key])
        short = called_short(self.names.mentions)
        self.names.aliases += [*self.full.of_one_body(), *counted(self.names), *short]

    def _about(self, found: Mapping[Key, list[Found]]) -> None:
        """Find the bodies that each part of the document is about, and those of each heading."""
        outline = self.names.outline
        for number, part in enumerate(outline.parts):
            title = (outline.title if number == 0 else None) or part.title
            units = {key: unit for key, unit in self.names.units.items() if unit.part == number}
            texts = dict.fromkeys((title, bare_title(title)))
            titles = [name for text in texts for name in self.finder.find(text, self.known.find(text))]
            for name in subjects_of(title, titles, units, found, self.known, self.defined):
                self._main(name, units, self.names.memory.mains.setdefault(number, []))
            for name in councils_of([*titles, *self.finder.find(title.partition(":")[0])]):
                self._main(name, units, self.names.memory.titled.setdefault(number, []))
            if (office := office_of(title, titles, units, found)) is not None:
                self._describes(*office, number)
            if (voice := speaker_of(units, found)) is not None:
                self.names.memory.voices[number] = self.names.speaker(voice)
        for key, unit in self.names.units.items():
            if unit.kind is UnitKind.HEADING:
                self._heading(key, unit, found[key])

    def _main(self, name: Found, units: Mapping[Key, Unit], among: list[Antecedent]) -> None:
        unit = next(iter(units.values()), None)
        if unit is not None:
            number = self.names.add(Mention(name.type, name.form, name.text, name.text, (), name.scope), name.head)
            among.append(Antecedent(number, name.text, name.head, name.type, name.scope, unit))

    def _describes(self, key: Key, name: Found, part: int) -> None:
        """Remember the post that a role description is about."""
        unit = self.names.units[key]
        placed = self._placed_name(key, unit, name)
        self.names.memory.offices[part] = Antecedent(placed.mention, name.text, name.head, name.type, name.scope, unit)

    def _heading(self, key: Key, unit: Unit, found: list[Found]) -> None:
        antecedents = []
        for name in found:
            if may_head(unit.text, name):
                placed = self._placed_name(key, unit, name)
                antecedents.append(Antecedent(placed.mention, name.text, name.head, name.type, name.scope, unit))
        told = self.names.memory.headings[unit.section] = self._telling(antecedents, unit)
        for other in (a for a in antecedents if a not in told and a.type is EntityType.BODY):
            self.names.memory.meet(other)  # whose paper it is, above its title

    def _headed(self, key: Key, unit: Unit) -> None:
        """Remember the body that a heading only describes: "What does the Board do?", "Role of the Committee"."""
        described = [self.names.mentions[p.mention] for p in self.names.placed.get(key, [])]
        bodies = [m for m in described if m.form is MentionForm.DEFINITE and m.type is EntityType.BODY]
        if len(bodies) == 1 and bodies[0].antecedent is not None and not is_authority(bodies[0].name):
            number = bodies[0].antecedent
            meant = self.names.mentions[number]
            told = Antecedent(number, meant.name, self.names.heads[number], meant.type, meant.scope, unit)
            self.names.memory.headings[unit.section] = [told]

    def _telling(self, antecedents: list[Antecedent], unit: Unit) -> list[Antecedent]:
        """Those of a heading that tell what it is about: the part's own subject first, the paper's council never."""
        posts = [a for a in antecedents if heads_work_of(unit.text, a.name, a.type)]
        if posts and len(antecedents) > len(posts):
            return [*posts, *self._telling([a for a in antecedents if a not in posts], unit)]
        about = {name_key(a.name) for a in self._mains(unit)}
        if own := [a for a in antecedents if name_key(a.name) in about]:
            return own
        minutes = self.names.outline.parts[unit.part].kind is PartKind.MINUTES
        title = about and unit.start < self._text_start(unit.part) + minutes and not HANDED_OUT.search(unit.text)
        return [a for a in antecedents if a in posts or (not title and (not is_authority(a.name) or not about))]

    def _text_start(self, part: int) -> int:
        """Where the text of a part begins below its title."""
        if part not in self.starts:
            units = (u for u in self.names.units.values() if u.part == part)
            self.starts[part] = text_start(units, self.names.outline.sections)
        return self.starts[part]

    def _placed_name(self, key: Key, unit: Unit, name: Found) -> Placed:
        spans = unit.passage.spans(name.start, name.end)
        scope = self._scope(name)
        words = unit.text[name.start : name.end]
        mention = Mention(name.type, name.form, words, full_name(name, unit.text), spans, scope)
        number = self.names.add(mention, name.head)
        if name.weak:
            self.names.weak.add(number)
        placed = placed_at(replace(name, scope=scope), number)
        self.names.placed.setdefault(key, []).append(placed)
        return placed

    def _scope(self, name: Found) -> Scope:
        known = self.known.names.get(name.text.lower())
        return known.scope if known is not None and name.scope is Scope.LOCAL else name.scope

    def _unit(self, key: Key, unit: Unit, found: list[Found]) -> None:
        offices = self._of_each(key, unit, found)
        done = {(p.start, p.end) for p in self.names.placed.get(key, [])}
        back = [*definites(unit.text, found, self.defined), *laws_again(unit.text, found)]
        partners = [name for name in back if name.head == ARRANGEMENTS]
        found, back = without(found, [*offices, *partners]), without(back, offices)
        everything, path = sorted([*found, *back], key=lambda n: (n.start, -n.end)), self.names.path(unit.section)
        for name in everything:
            if (name.start, name.end) in done:
                continue
            name = self._of_another(unit, name, found) or name
            name, repeated = named_again(name, unit, self.names.memory, path)
            if repeated is not None:
                self._point(key, unit, name, repeated.mention)
            elif name.form in (MentionForm.DEFINITE, MentionForm.PRONOUN):
                self._pointing(key, unit, name)
            elif name.type is EntityType.PERSON and name.form is MentionForm.ACRONYM:
                self._initials(key, unit, name)
            else:
                self._shortened(unit, name)
                self.full.note(unit, name)
                placed = self._placed_name(key, unit, name)
                if name.type is EntityType.BODY and not name.weak:
                    self._meet(placed.mention, name, unit)
        self.names.placed.get(key, []).sort(key=lambda p: (p.start, -p.end))
        self._owners(key, unit, everything)
        self._speak_of(key, unit)
        if unit.kind is UnitKind.HEADING and not self.names.memory.headings.get(unit.section):
            self._headed(key, unit)

    def _of_each(self, key: Key, unit: Unit, found: Sequence[Found]) -> list[Found]:
        """Place the offices of "the Chairs of both Boards", one of each; return those that are placed."""
        placed = []
        for office, bodies in offices_of_all(found, unit.text):
            for body in self._all_meant(unit, bodies):
                placed.append(replace(office, text=f"{office.text} of the {self.names.mentions[body].name}"))
                self.names.own(self._placed_name(key, unit, placed[-1]).mention, self._origin(body))
        return placed

    def _of_another(self, unit: Unit, name: Found, found: Sequence[Found]) -> Found | None:
        mains = {self.known.meant(a.name) for a in self._mains(unit) if not has_own_board(a.name)}
        return of_another(name, unit.text, found, lambda body: self.known.meant(body.text) in mains)

    def _shortened(self, unit: Unit, name: Found) -> None:
        """Remember that a name after "the" cuts a longer one short."""
        longer = shortened(name, unit.text, self._mains(unit), self.names.memory.named)
        if longer is not None and all(a.short != name.text for a in self.names.aliases):
            at = unit.passage.spans(name.start, name.end)
            self.names.aliases.append(Alias(name.type, name.text, longer.name, "cut short", at))

    def _speak_of(self, key: Key, unit: Unit) -> None:
        """Remember the body or post that a sentence begins with."""
        placed = self.names.placed.get(key, [])
        self._speak_of_people(unit, placed)
        first = next((p for p in placed if opens_with(unit.text, p) and p.type in ACTING), None)
        first = first or next((p for p in placed if p.masks and can_act(p) and introduced(unit.text, p)), None)
        speak_of_paper(self.names.memory, unit, placed, acting=first is not None)
        if first is None or unit.kind is UnitKind.HEADING:
            return
        speak_together(self.names.memory, unit, placed, first, self._origin)
        last = self.names.memory.spoken_last.get(unit.section)
        if last is None or not (self._plural(last) and stands_alone(unit.text, first)):
            self.names.memory.spoken_last[unit.section] = self._origin(first.mention)
        if can_act(first):
            self.names.memory.spoken_of[unit.section] = self._origin(first.mention)
            if first.type is EntityType.BODY:
                self.names.memory.bodies_spoken_of[unit.section] = self._origin(first.mention)
                if is_group_head(self.names.heads[first.mention]):
                    self.names.memory.groups_spoken_of[unit.block] = self._origin(first.mention)

    def _speak_of_people(self, unit: Unit, placed: Sequence[Placed]) -> None:
        """Remember whom "she" means in the next sentence: the post at the head of this one, else the one post in it."""
        posts = [p for p in placed if p.type is EntityType.ROLE and can_act(p)]
        alone = len({self._origin(p.mention) for p in posts}) == 1
        meant = next((p for p in posts if alone or p.start <= SUBJECT_WITHIN), None)
        if unit.kind is UnitKind.HEADING:
            return
        named = any(p.type is EntityType.PERSON and p.start <= SUBJECT_WITHIN for p in placed)
        if named and (headed := self.names.headed_post(unit.section)) is not None:
            self.names.memory.people_spoken_of[unit.section] = headed
        elif meant is not None:
            self.names.memory.people_spoken_of[unit.section] = self._origin(meant.mention)
        else:
            self.names.memory.people_spoken_of.pop(unit.section, None)

    def _meet(self, mention: int, name: Found, unit: Unit) -> None:
        self.names.memory.meet(Antecedent(mention, name.text, name.head, name.type, name.scope, unit))

    def _pointing(self, key: Key, unit: Unit, name: Found) -> None:
        if "+" in name.head or together_before(self.names.memory, unit, name):
            self._all_of(key, unit, name)
            return
        if again.one_of_any(unit.text, name):
            self._placed_name(key, unit, replace(name, form=MentionForm.NAME, weak=True, scope=Scope.GENERIC))
            return
        antecedent = self._antecedent(key, unit, name)
        antecedent = self._meeting(unit, name) if antecedent is None else antecedent
        if antecedent is not None:
            self._point(key, unit, name, antecedent)
        elif name.type is EntityType.LEGISLATION or (name.type is EntityType.ROLE and name.weak):
            return
        elif name.form is MentionForm.DEFINITE and name.head in _COUNCILS and (own := only_authority(self.known)):
            spans = unit.passage.spans(name.start, name.end)
            number = self.names.add(Mention(name.type, name.form, name.text, own.text, spans, own.scope), own.head)
            self.names.placed.setdefault(key, []).append(placed_at(name, number))
        elif name.form is MentionForm.DEFINITE and name.text.lower() == _LOCAL_AUTHORITY:  # whichever it may be
            self._placed_name(key, unit, replace(name, form=MentionForm.NAME, weak=True, scope=Scope.GENERIC))
        elif name.form is MentionForm.DEFINITE and (name.type is not EntityType.BODY or self._speaks_of(name)):
            weak = name.type is not EntityType.ROLE
            self._placed_name(key, unit, replace(name, form=MentionForm.NAME, weak=weak))

    def _meeting(self, unit: Unit, name: Found) -> int | None:
        """Whose minutes these are, where "the Committee" of them is no body that the paper names."""
        minutes = self.names.outline.parts and self.names.outline.parts[unit.part].kind is PartKind.MINUTES
        called = _ALSO_CALLED.get(name.head, ()) if name.form is MentionForm.DEFINITE and minutes else ()
        main = next(iter(self._mains(unit)), None) if called and name.type is EntityType.BODY else None
        return main.mention if main is not None and main.head in called else None

    def _all_of(self, key: Key, unit: Unit, name: Found) -> None:
        """Point back to all that "the three boards", or "both" alone, means."""
        before, alone = again.all_before(self.names, key, name.head, name.start), name.head.startswith("+")
        told = together_before(self.names.memory, unit, name) or self._all_meant(unit, name)
        for one in (before or told) if alone else (told or before):
            self._point(key, unit, name, self._origin(one), masks=alone)

    def _all_meant(self, unit: Unit, name: Found) -> list[int]:
        head, _, number = name.head.partition("+")
        return [a.mention for a in self.names.memory.several(head, int(number), unit.part, self.names.meant)]

    def _speaks_of(self, name: Found) -> bool:
        """Whether "the Board" is a name though nothing is named that it could mean: by its capital, or as the paper
        speaks of "the board" all along and never says which.
        """
        if name.text[0].isupper():
            return True
        return name.text in _OWN_WORDS and self.spoken[name.text] >= _ALL_ALONG

    def _point(self, key: Key, unit: Unit, name: Found, antecedent: int, *, masks: bool = False) -> None:
        spans = unit.passage.spans(name.start, name.end)
        original = self.names.mentions[antecedent]
        mention = Mention(
            original.type, name.form, name.text, original.name, spans, original.scope, original.owner, antecedent
        )
        number = self.names.add(mention, self.names.heads[antecedent])
        several = name.head.startswith("+") and name.head != EACH
        placed = Placed(name.start, name.end, number, original.type, original.scope, plural=several, masks=masks)
        self.names.placed.setdefault(key, []).append(placed)

    def _initials(self, key: Key, unit: Unit, name: Found) -> None:
        """The person whose initials these are, whom the paper has named in full."""
        person = again.person_called(self.names.mentions, self.known.names[self.known.short[name.text]].text)
        if person is not None:
            self._point(key, unit, name, person, masks=True)

    def _antecedent(self, key: Key, unit: Unit, name: Found) -> int | None:
        path = self.names.path(unit.section)
        if name.head in {HOLDER, "you", "your"}:
            office = self.names.memory.offices.get(unit.part)
            return office.mention if office is not None else self.names.headed_post(unit.section, alone=True)
        if name.type is EntityType.LEGISLATION:
            return again.law_before(name, self.names.mentions)
        if name.type is not EntityType.BODY:
            start = unit.passage.spans(name.start, name.end)[0].start
            itself = unit.text[: name.start].lower().rstrip().endswith(("this", "these"))
            if name.type is EntityType.PUBLICATION:
                return paper_meant(self.names, unit, name, start, itself=itself)
            return again.named_before(self.names.mentions, self.names.heads, name, start, itself=itself)
        if name.head in OF_TWO:
            return again.of_two(self.names, key, name)
        if name.form is MentionForm.DEFINITE:
            defined = self.defined.get(name.head)
            if defined is not None:
                met = [a for a in (*self._mains(unit), *self.names.memory.met) if a.name == defined]
                if met:
                    return met[0].mention
            this = unit.text[: name.start].lower().endswith("this ")
            described = self.names.memory.description(name.head, unit, path, this=this)
            return unless_named_behind(described, unit, name, self.names.memory.met)
        return self._pronoun(key, unit, name, path)

    def _pronoun(self, key: Key, unit: Unit, name: Found, path: list[int]) -> int | None:
        """It and its: the first body or post of the sentence before it, else of the paragraph, else of the headings."""
        if name.head in {"we", "our", "us"}:
            return self._authors(unit)
        so_far = [p for p in self.names.placed.get(key, []) if p.end <= name.start]
        if name.head in {"she", "he", "her", "him", "his"}:
            return self._person(so_far, name.head, unit.section)
        earlier = [p for p in so_far if p.type in ACTING]
        before = [p for p in earlier if can_act(p)]
        if name.head in _PLURAL and (several := self._several(earlier, unit.section)) is not None:
            return several
        if neuter := name.head in _NEUTER:
            before = again.one_by_one(p for p in before if p.type is EntityType.BODY)
            before = [p for p in before if not owns_only(unit.text, p)] or before
            before = [] if together(unit.text, before) else before
        if before:
            nearest = _OR_ITS.fullmatch(unit.text, before[-1].end, name.start) is not None
            nearest = nearest or (name.head in _OBJECTS and _GOVERNED.search(unit.text, 0, name.start) is not None)
            return self._origin(before[-1 if nearest else 0].mention)
        memory = self.names.memory
        if name.head == "it" and (unit.block in memory.papers_spoken_of or unit.section in memory.papers_told_of):
            return None
        if name.head == "it" and (new := it_brought_in(memory, unit, name)) is not None:
            return new
        spoken_of = memory.bodies_spoken_of if neuter else memory.spoken_of
        if unit.section in spoken_of:
            return spoken_of[unit.section]
        subject = memory.subject(path, unit.part)
        return subject.mention if subject else None

    def _authors(self, unit: Unit) -> int | None:
        """We: the body that a paper is about; in arrangements for several partners, those who publish them by law."""
        writers = lexicon("bodies")["publishers"]
        if self.names.outline.parts and self.names.outline.parts[unit.part].kind is PartKind.ARRANGEMENTS:
            for number, mention in enumerate(self.names.mentions):
                if mention.spans and any(mention.name.lower().endswith(writer) for writer in writers):
                    return number
        return next((a.mention for a in self._mains(unit)), self.names.memory.voices.get(unit.part))

    def _several(self, earlier: Sequence[Placed], section: int) -> int | None:
        """They: the first class of the sentence so far, else the class that the sentence before spoke of."""
        found = next((p.mention for p in earlier if self._plural(p.mention)), None)
        if found is None and not any(can_act(p) for p in earlier):
            found = self.names.memory.spoken_last.get(section)
        return self._origin(found) if found is not None and self._plural(found) else None

    def _plural(self, mention: int) -> bool:
        found, each = self.names.mentions[mention], self.names.memory.spoken_each
        several = self.names.heads[mention].endswith("s") or mention in each or _SEVERAL.fullmatch(found.text)
        return bool(several) and found.scope is Scope.GENERIC

    def _person(self, before: Sequence[Placed], pronoun: str, section: int) -> int | None:
        """She: the first post or person of the sentence so far, else of the sentence before; her and him: the last."""
        people = again.one_each(self.names.heads, before)
        if not people:
            spoken_of = self.names.memory.people_spoken_of.get(section)
            return spoken_of if spoken_of is not None else self.names.headed_post(section)
        return self._origin((people[0] if pronoun in {"she", "he"} else people[-1]).mention)

    def _origin(self, mention: int) -> int:
        antecedent = self.names.mentions[mention].antecedent
        return mention if antecedent is None else antecedent

    def _owners(self, key: Key, unit: Unit, found: Sequence[Found]) -> None:
        placed = self.names.placed.get(key, [])
        for name in found:
            mine = next((p for p in placed if (p.start, p.end, p.type) == (name.start, name.end, name.type)), None)
            if mine is None or name.type not in (EntityType.ROLE, EntityType.PUBLICATION):
                continue
            owner = self._owner(name, placed, unit)
            if owner is not None:
                self.names.own(mine.mention, owner)

    def _owner(self, name: Found, placed: Sequence[Placed], unit: Unit) -> int | None:
        owning = (EntityType.BODY,) if name.type is EntityType.ROLE else ACTING
        if name.owner is not None:
            begun = [p for p in placed if p.start == name.owner[0] and p.end >= name.owner[1]]
            return next((p.mention for p in begun if p.type in owning), None)
        before = [p for p in placed if p.end <= name.start and beside(unit.text, p.end, name.start)]
        if before and before[-1].type is EntityType.BODY and unit.text[before[-1].start : before[-1].end].lower() in {
            "its", "their", "our",
        }:  # fmt: skip
            return before[-1].mention
        if before and possessing(unit.text[before[-1].end : name.start]) and before[-1].type in owning:
            return before[-1].mention
        at_large = name.text.lower().endswith((" meeting", " meetings"))
        if name.type is EntityType.ROLE and not at_large and (name.head in chairing() or members_only(name)):
            return chaired(self.names, unit, name, placed)
        return None

    def _mains(self, unit: Unit) -> list[Antecedent]:
        return self.names.memory.about(unit.part)


_ALSO_CALLED = {"committee": {"commission", "panel", "forum"}, "board": {"partnership"}}
"""Nouns by which minutes go on to call a body of another noun."""
_OBJECTS = {"it", "them"}
_GOVERNED = re.compile(
    r"\b(?:and|but|nor) (?:(?:[\w-]+ ){1,6}(?:to|with|by|from|of)|(?:give|tell|inform|advis|hold|challeng)\w*) $"
)
"""Before a pronoun that cannot mean the subject: "is accountable to the Board and reports to it", "and gives it"."""
_NEUTER = {"it", "its", "itself"}
"""Pronouns that mean a body, never a post."""
_OR_ITS = re.compile(r"\s+(?:or|and/or|nor)(?: (?:any|one) of)?\s+")
"""What stands between a body and "its" in "the Board or its Audit Group", whatever else the sentence began with."""
_COUNCILS = {"council", "authority"}
_OWN_WORDS = {"board", "committee", "council", "forum", "governing body", "panel", "partnership", "commission", "trust"}
"""Nouns by which a paper speaks of the body that it is of, if it never names it."""
_ALL_ALONG = 3
_THE = re.compile(r"\b[Tt]he ([Gg]overning [Bb]ody|[A-Za-z][a-z]+)\b(?! [A-Z])")
_LOCAL_AUTHORITY = "local authority"
_PLURAL = {"they", "their", "them"}
_SEVERAL = re.compile(r"[A-Z]{2,}['’]?s")
"""An acronym of several: "LSPs", and as many write it, "LSP's"."""
