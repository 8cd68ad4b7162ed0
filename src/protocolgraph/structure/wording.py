"""What the words of a line or paragraph say about it: is it a title, unfinished, a lead-in, a labelled value."""

from __future__ import annotations

import re

from protocolgraph.structure.sentences import split_sentences
from protocolgraph.text.normalise import fold
from protocolgraph.vocab.layout import load_layout
from protocolgraph.vocab.lexicon import lexicon

_LETTERS = re.compile(r"[^\W\d_][\w'’&-]*")
_LAST = re.compile(r"([\w'’-]+)\W*$")
_AIM = re.compile(r"To [a-z]+\b")
_AIM_WORDS = 6
"""Words from which on an infinitive is an aim and no heading: "To take an overview of the work"."""
_WORK = r"(?:roles?|duties|responsibilities|functions|powers|tasks|remit)"
_WHOSE_WORK = re.compile(
    rf"(?:The )?(?:(?:[Kk]ey|[Mm]ain|[Ss]pecific) )?(?i:{_WORK}(?: (?:and|&) {_WORK})?) of (?:the |an? |each )?"
    r"[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|of|and|for|the|to)){0,6}"
)
_OPEN_TO_VERB = re.compile(r"[a-z] (?:to|will|shall|must|should) ?:$")
"""The end of a lead-in that the verbs of its items complete, and of no heading: "The boards agree to:"."""
_LEAD_END = re.compile(
    r"\s*(?::\s*[-–—−•]?|[–—−]|\s-"
    r"|(?:(?<=\bto)|(?<=\bwill)|(?<=\bfollowing)|(?<=\binclude)|(?<=\bincludes)|(?<=\bcomprises));)$"
)
_FOLLOWING = re.compile(
    r"(?:(?:[A-Z][^.;:]* )?[Tt]he following\b[^.;:]*"
    r"|(?:The|Each|All|Our) (?:[A-Za-z][\w’'-]* ){0,4}[A-Za-z][\w’'-]*(?: (?:will|shall|must|should|may))?);$"
)
"""A lead-in that ends in a semicolon: "The following may be decided by a committee;", "The Trustees;"."""
_HANDED_OUT = re.compile(
    r"\b(?:reserved|delegated) (?:to|for|by)\b"
    r"|^(?:(?:key|main|core|detailed) )?(?:terms of reference|(?:roles?|responsibilities|duties|functions|powers|remit)"
    r"(?: (?:and|&) (?:roles?|responsibilities|duties|functions|powers|remit))?)\W*$",
    re.IGNORECASE,
)
_TERMINAL = re.compile(r"(?:[.!?;][\"'’”)\]]*\d{0,2}|;\s(?:and|or))$")
_FIELD = re.compile(
    r"(?P<label>[A-Z][^:.;!?]{1,70}?)\s?(?P<colon>:\s?[-–—−]?)(?=\s|[A-Z]|\d)\s*(?P<value>\S.*)$", re.DOTALL
)
_EMPHASISED = re.compile(r"(?P<mark>\*\*|__)(?P<label>[A-Z][^:*_]{1,60}?):?(?P=mark):?\s+(?P<value>\S.*)$", re.DOTALL)
"""A label that Markdown sets bold: "**Present:** Ann Lee"."""
_QUESTION = re.compile(r"(?:how|what|when|where|who|why|which)\b", re.IGNORECASE)
_REMARK = re.compile(r"\s*\([^()]{12,}\)$")
_FREQUENCY = re.compile(r"\S\s?[:–—-]\s+(?:\w+ )?frequency\b|\S\s+\([^()]*frequency\b", re.IGNORECASE)
_COUNTED = re.compile(r"\d+\s+[a-z]")
_BELOW = re.compile(r"\b(?:below|as follows|overleaf)\.$", re.IGNORECASE)
_ASKED = re.compile(r"(?P<label>[A-Z][^?]{5,90}\?)\s+(?P<value>\S.{0,60})$")
_PARENTHESIS = re.compile(r"\(([^()]{3,40})\)")
_SMALL = re.compile(r"[a-z]")
_AMOUNT = re.compile(r"\S.*(?:\s{2,}[£€$]?|[A-Za-z)]\s£)\d[\d,]*(?:\.\d+)?\s?(?:%|k|m)?$")
_LEADERS = re.compile(r"(?:[.…_]\s?){5,}|…{2,}")
_DASHED = re.compile(r"(?P<label>[A-Z][^:.;!?–—]{1,40}?)\s*(?P<colon>[–—-])\s+(?P<value>\S.*)$", re.DOTALL)
_OF = re.compile(r" (?:of|on|for|to) (?:the|this) [\w-]+(?: [\w-]+)?$")
_OF_ANY = re.compile(r" (?:of|on|for) (?:the|this) .+$")
_BRACKETED = re.compile(r"\s*\([^()]*\)")
_COUNTED_MEMBERS = re.compile(r"\(\d+ (?:\w+ )?members?\b[^()]*\):$")
_OWNER = 4
"""Words before "members" in a heading: "Audit Committee members"."""
_LONGEST_NAME = 160
_NAME_WORDS = 12
"""A line in a list of members may say something in so many words: "Two councillors who are not in the Cabinet"."""
LONGEST_HEADING = 130
_STATED_WORDS = 5
"""Characters; nothing longer is a heading."""
_OPEN_POST = re.compile(r"\b(?:of|for) (?:[A-Z][\w'’]+,? (?:and |& )?)*[A-Z][\w'’]+$|\b(?:Assistant|Deputy) Chief$")
_LONGEST_LABEL = 90
_SHORT_LABEL = 3
"""Words of a label that stands right below the name of a group."""
_JOINING = frozenset({"of", "and", "on", "the"})
"""Words between the words of a column's header."""
_MOST_WORDS = 16
_PLURAL_TITLES = frozenset({"cllrs", "councillors", "messrs"})
_IN_THE_CHAIR = re.compile(r"\bin the chair\b|\(\w* ?chair\w*\)", re.IGNORECASE)
_LISTED = re.compile(r",|&|\band\b")
_MOST_ASKED = 12
"""Words of a question that stands above its answer as a heading does."""


def begins_with_person(text: str) -> bool:
    """Whether its first word is a title such as "Mrs" or "Councillor"."""
    return text.split(None, 1)[0].rstrip(".").lower() in load_layout().name_titles


def opens_seats(text: str) -> bool:
    """Whether a line begins with a group's name and a dash, as lines that tell who sits on which group do."""
    match = _DASHED.match(text)
    return match is not None and match["colon"] != "-" and names_body(match["label"])


def opens_presence(text: str) -> bool:
    """Whether a line begins as a record of those present does: "Cllr Ash in the Chair", "Cllrs Ash, Birch"."""
    if not begins_with_person(text) or says_something(text):
        return False
    return names_several(text) or _IN_THE_CHAIR.search(text, 0, LONGEST_HEADING) is not None


def names_several(text: str) -> bool:
    """Whether a line names people one after the other: "Cllrs Ash, Birch and Cole", "Mr Ash (Chair), Mrs Birch"."""
    titles = load_layout().name_titles
    found = [word.rstrip(".,").lower() for word in text.split()]
    named = [at for at, word in enumerate(found[:-1]) if word in titles and text.split()[at + 1][0].isupper()]
    plural = any(found[at] in _PLURAL_TITLES and _LISTED.search(text) for at in named)
    return plural or (len(named) > 1 and "," in text)


def words(text: str) -> list[str]:
    """Return the words that have letters."""
    return _LETTERS.findall(text)


def is_capitals(text: str) -> bool:
    """Whether all its letters (bar a few inside) are capitals, and it has a word of them."""
    head = text[:LONGEST_HEADING]
    if len(_SMALL.findall(head)) > 0.1 * len(head):
        return False
    letters = [c for c in head if c.isalpha()]
    return len(letters) >= 3 and sum(c.isupper() for c in letters) >= 0.9 * len(letters)


def is_title(text: str) -> bool:
    """Whether it is written as a title: the words that are not small begin with capitals."""
    small = load_layout().small_words
    heavy = [word for word in words(text) if word.lower() not in small]
    return bool(heavy) and sum(word[0].isupper() for word in heavy) >= 0.75 * len(heavy)


_LONGEST_COUNT = 130
"""Characters of a line that tells how many members somebody sends, and how."""
_MEMBERS_ARE = re.compile(
    r"(?:^|[.;] )(?:[^.;:]+ )?(?:"
    r"(?:members|attendees|governors|trustees|directors)(?: (?:of|who|that|in office|during) [^.;:]{3,60}?)?"
    r" (?:are|were|include|comprise|(?:will|shall) be)"
    r"(?: as follows)?"
    r"|membership(?: (?:of|during|in|for|as at|throughout) [^.;:]{3,60})?"
    r" (?:is|was|(?:will |shall )?(?:be|consists? of|comprises?|includes?))(?: as follows)?"
    r"|there (?:are|will be|shall be) \w+ (?:members|trustees)"
    r"|(?:made up|composed|consists?|comprised) of(?: the following)?|comprises?(?: the following)?"
    r"|representatives (?:from|of)(?: the following)?|drawn from(?: [^.;:]{3,40})?):$",
    re.IGNORECASE,
)
"""A lead-in to a list of members: "The other members are:"."""
_COUNT_OF_GROUPS = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|following|\d) (?:[\w-]+ ){0,2}"
    r"(?:(?:sub-? ?)?(?:groups|committees|panels|boards)|forums)\b",
    re.IGNORECASE,
)
_COUNT_OF_MEMBERS = re.compile(
    r"(?:up to |at least )?(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:[\w-]+ ){0,3}?"
    r"(?:members?|representatives?|councillors?|nominees?|governors?|trustees?|delegates?|headteachers?)\b",
    re.IGNORECASE,
)


def says_something(text: str) -> bool:
    """Whether it has a finite verb; "May" inside it is a month."""
    verbs = load_layout().finite_verbs
    return any(word.lower() in verbs and (word != "May" or number == 0) for number, word in enumerate(words(text)))


def is_terminal(text: str) -> bool:
    """Whether it ends as a sentence or an item does."""
    return bool(_TERMINAL.search(text[-8:]))


def is_unfinished(text: str) -> bool:
    """Whether its last word or sign calls for more: "of", "and", a comma, a hyphen."""
    if text.endswith((",", "(", "&", "/", "-")):
        return True
    last = _LAST.search(text[-40:])
    if not last or is_terminal(text) or text.endswith((".", ":", ";", "!", "?", ")")):
        return False
    word = last[1].lower() if is_capitals(text) else last[1]
    return word in load_layout().open_words or _is_open_post(text, last[1].lower())


def _is_open_post(text: str, last: str) -> bool:
    """Whether the title of a post breaks off in an adjective: "Director of Public", "Assistant Chief"."""
    return (last == "chief" or last in load_layout().open_adjectives) and _OPEN_POST.search(text[-40:]) is not None


def cites(text: str) -> bool:
    """Whether its last word calls for a number: "section", "Appendix"."""
    last = _LAST.search(text[-40:])
    return last is not None and last[1].lower() in load_layout().citation_words


def leads_in(text: str) -> bool:
    """Whether a list that follows completes it: it ends in a colon, a dash, or a word such as "include"."""
    if _LEAD_END.search(text[-12:]):
        return True
    last = _LAST.search(text[-40:])
    if last is None or text.endswith(")") or is_terminal(text):
        return False
    return last[1].lower() in load_layout().lead_words


def opens_to_verb(text: str) -> bool:
    """Whether a lead-in ends where a bare verb must follow: "Members are expected to:"."""
    return _OPEN_TO_VERB.search(text[-12:]) is not None


def tells_whose(text: str) -> bool:
    """Whether a heading says whose the decisions below it are, whatever their topics: "Matters reserved to"."""
    return _HANDED_OUT.search(text) is not None


def announces(text: str) -> bool:
    """Whether words that end in a semicolon say that their list follows."""
    return text.endswith(";") and _FOLLOWING.match(text) is not None


def points_below(text: str) -> bool:
    """Whether a complete sentence announces what stands below it."""
    return bool(_BELOW.search(text[-30:]))


def lead_length(text: str) -> int:
    """Return where a lead-in ends, without its colon or dash."""
    match = _LEAD_END.search(text[-12:])
    return len(text) - (len(match[0]) if match else int(announces(text)))


def could_head(text: str) -> bool:
    """Whether the words could be a heading: short, begun with a capital, not ended as a sentence."""
    if len(text) > 2 * LONGEST_HEADING:
        return False
    bare = _REMARK.sub("", text).rstrip(":").rstrip()
    asked = bare.endswith("?") and len(bare.split()) <= _MOST_ASKED and ". " not in bare
    if not bare or len(bare) > LONGEST_HEADING or len(bare.split()) > _MOST_WORDS or (is_terminal(bare) and not asked):
        return False
    first = next((c for c in bare if c.isalnum()), "")
    if not first or first.islower() or _COUNTED.match(bare) or bare.endswith(",") or sum(c.isalpha() for c in bare) < 3:
        return False
    if (
        (_AIM.match(bare) and len(bare.split()) >= _AIM_WORDS)
        or _OPEN_TO_VERB.search(text)
        or names_several(bare)
        or (". " in bare and len(split_sentences(bare)) > 1)
    ):
        return False
    return is_capitals(bare) or not says_something(bare) or bare.endswith("?") or bool(_QUESTION.match(bare))


def names_frequency(text: str) -> bool:
    """Whether a line names a group and how often it meets: "Audit Group (quarterly)", "Panel: Frequency x 2 a year"."""
    if len(text) > LONGEST_HEADING or is_terminal(text) or not text[:1].isupper() or says_something(text):
        return False
    frequencies = load_layout().frequencies
    if _FREQUENCY.search(text):
        return True
    match = _PARENTHESIS.search(text)
    inside = match[1].lower().replace("-", " ").split() if match and text.endswith(")") else []
    return any(word in frequencies for word in inside)


def is_amount_row(text: str) -> bool:
    """Whether a line is a name, wide space, and an amount."""
    return len(text) <= 2 * LONGEST_HEADING and bool(_AMOUNT.match(text)) and not says_something(text)


def has_leaders(text: str) -> bool:
    """Whether it has a dotted or ruled line to be filled in."""
    return bool(_LEADERS.search(text, 0, 4 * LONGEST_HEADING))


def known_label(text: str) -> bool:
    """Whether a line is one of the labels of a report's form or an attendance list."""
    if len(text) > _LONGEST_LABEL:
        return False
    return _key(text) in load_layout().field_labels or is_attendance(text)


def is_attendance(text: str) -> bool:
    """Whether a label stands before a list of those who sit or came."""
    layout, key = load_layout(), _key(text)
    return key in layout.presence_labels or key in layout.attendance_labels


def is_presence(text: str) -> bool:
    """Whether a label stands before a list of those who came to a meeting, or who did not."""
    return _key(text) in load_layout().presence_labels


def opens_attendance(text: str) -> bool:
    """Whether a line begins with the label of a list of those who sit or came, and a colon."""
    end = text.find(":", 0, 40)
    return end > 0 and is_attendance(text[:end])


def heads_members(text: str) -> bool:
    """Whether a line stands above a list of members: "Core members", "Membership of the Board", "Panel members"."""
    if len(text) > _LONGEST_LABEL or says_something(text):
        return False
    layout = load_layout()
    key = _OF_ANY.sub("", _BRACKETED.sub("", _key(text)).rstrip(" :-"))
    if key in layout.member_headings or (text.endswith(":") and _COUNTED_MEMBERS.search(text)):
        return True
    *owner, last = _LETTERS.findall(key.removesuffix(" and attendance")) or [""]
    return last in ("members", "membership") and 1 <= len(owner) <= _OWNER and owner[-1] in layout.owner_words


def tells_of_votes(text: str) -> bool:
    """Whether a line only says that some vote or do not: "Non-voting"."""
    return _key(text) in ("voting", "non-voting", "non voting")


def leads_to_members(text: str) -> bool:
    """Whether a sentence leads into a list of members: "The other members are:"."""
    return text.endswith(":") and _MEMBERS_ARE.search(text) is not None


def known_heading(text: str) -> bool:
    """Whether a line is a heading that documents of this genre have in common: "Membership", "Quorum"."""
    if len(text) > _LONGEST_LABEL or not text[:1].isupper() or text.endswith((".", ";", ",")):
        return False
    layout, key = load_layout(), _key(text)
    whole = _OF.sub("", key)
    owned = whole in layout.section_headings and whole not in layout.office_lines
    return key in layout.section_headings or owned or heads_members(text)


def owned_heading(text: str) -> bool:
    """Whether a line is such a heading with its body's name before it: "Steering group terms of reference"."""
    if len(text) > _LONGEST_LABEL or not text[:1].isupper() or text.endswith((".", ";", ",")) or says_something(text):
        return False
    layout, found = load_layout(), _LETTERS.findall(_key(text))
    places = [
        at for at, word in enumerate(found[:-1], 1) if word.removesuffix("'s").removesuffix("’s") in layout.owner_words
    ]
    return bool(places) and " ".join(found[places[-1] :]) in layout.section_headings


def heads_work(text: str) -> bool:
    """Whether a line is a heading that tells whose work stands below it: "Role of the Chair"."""
    return len(text) <= LONGEST_HEADING and _WHOSE_WORK.fullmatch(text) is not None and not says_something(text)


def names_two_owners(above: str, below: str) -> bool:
    """Whether two lines of a title name a body each: a trust or council, and below it its committee."""
    owners = load_layout().owner_words
    last = _LETTERS.findall(above)[-1:]
    if not last or last[0].lower() not in owners or not above.endswith(last[0]) or not could_head(above):
        return False
    return could_head(below) and any(word.lower() in owners and word[0].isupper() for word in words(below))


def like_name(text: str) -> bool:
    """Whether a line could be a person's name and nothing else: two to four words, each with a capital."""
    found = text.split()
    return 2 <= len(found) <= 4 and all(word[0].isupper() and word.isalpha() for word in found)


def names_body(text: str) -> bool:
    """Whether a line ends as the name of a body does: "Learning Sub-group"."""
    last = _LETTERS.findall(text)[-1:]
    return bool(last) and last[0][0].isupper() and last[0].lower().removeprefix("sub-") in load_layout().owner_words


def is_group(text: str) -> bool:
    """Whether words are the name of a group and no more, but for a remark in brackets."""
    name = _BRACKETED.sub("", text).strip()
    last = _LETTERS.findall(name)[-1:]
    layout = load_layout()
    named = bool(last) and last[0].lower() in layout.owner_words | layout.group_words
    return named and last[0][0].isupper() and name.endswith(last[0]) and could_head(name)


def is_office(text: str) -> bool:
    """Whether a line is only an office or a kind of member: "Vice-Chair", below the name of who holds it."""
    return len(text) <= _LONGEST_LABEL and _key(text) in load_layout().office_lines


def heads_column(text: str) -> bool:
    """Whether a line is only the header of a column in a table of members: "Name", "Job title", "Role and title"."""
    if len(text) > _LONGEST_LABEL or not text[:1].isupper():
        return False
    found = _LETTERS.findall(_key(text))
    headers = load_layout().column_headers
    return bool(found) and found[-1] not in _JOINING and all(word in headers or word in _JOINING for word in found)


def heads_plan(text: str) -> bool:
    """Whether a cell is only the header of a column in a table of actions: "Owner", "By when"."""
    return text[:1].isupper() and _key(text) in load_layout().action_headers


def is_prose(text: str) -> bool:
    """Whether it reads as sentences and not as a name in a list."""
    if counts_members(text) and not text.endswith(".") and not says_something(text):
        return False
    if text.endswith(".") or len(text) > _LONGEST_NAME:
        return True
    return says_something(text) and (
        tells_apologies(text) or len(text.split()) > _NAME_WORDS or leads_in(text) or is_unfinished(text)
    )


def tells_apologies(text: str) -> bool:
    """Whether it is a sentence about who did not come: "Apologies were received from"."""
    return text.startswith("Apologies") and says_something(text)


def counts_members(text: str) -> bool:
    """Whether it begins with so many members of a list: "Two representatives of the Youth Council"."""
    return len(text) <= _LONGEST_COUNT and _COUNT_OF_MEMBERS.match(text) is not None


def names_class(text: str) -> bool:
    """Whether a line in small letters ends as the name of a class of members does: "third sector representative"."""
    roles = lexicon("roles")
    last = _LETTERS.findall(text)[-1:]
    nouns = {last[0].lower(), f"{last[0].lower()}s"} if last else set()
    return len(text) <= _LONGEST_COUNT and not nouns.isdisjoint(roles["class_plurals"])


def counts_groups(text: str) -> bool:
    """Whether it says that so many groups follow: "Four groups support the Board:"."""
    return text.endswith(":") and _COUNT_OF_GROUPS.search(text) is not None


def is_statement(text: str) -> bool:
    """Whether it is a whole sentence or more: no heading, though a file gives it the style of one to number it."""
    return len(text.split()) >= _STATED_WORDS and text.endswith((".", ";", ":")) and says_something(text)


def is_resolution(text: str) -> bool:
    """Whether a label stands before what a meeting decided."""
    return _key(text) in load_layout().resolutions


def _key(text: str) -> str:
    return " ".join(fold(text[: 2 * _LONGEST_LABEL]).lower().rstrip(" :-?*_.").lstrip("*_ ").split())


def opens_resolution(text: str) -> bool:
    """Whether a line begins with "RESOLVED:" or the like."""
    end = text.find(":", 0, 40)
    return end > 0 and is_resolution(text[:end])


def opens_field(text: str) -> bool:
    """Whether a line begins with a label that the vocabulary knows and a colon."""
    end = text.find(":", 0, 80)
    return end > 0 and (known_label(text[:end]) or _key(text[:end]) in load_layout().running_labels)


def heads_fields(above: str, below: str) -> bool:
    """Whether a line is a group's name and the next a label with its value: "Learning Group", then "Lead: Ann Lee", or
    those who sit on it: "Cllrs Ash (Chair), Birch".
    """
    if not is_group(above) or is_unfinished(above):
        return False
    bounds = field_bounds(below)
    if bounds is None:
        return opens_presence(below)
    return len(below[bounds[0] : bounds[1]].split()) <= _SHORT_LABEL


def opens_topic(text: str) -> bool:
    """Whether a line begins with a heading that documents of this genre have in common and a colon: "Purpose: To"."""
    end = text.find(":", 0, 60)
    return end > 0 and known_heading(text[:end])


def field_bounds(text: str) -> tuple[int, int, int] | None:
    """Return where the label of "Label: value" begins and ends, and where its value begins; None if it is none."""
    match = _FIELD.match(text)
    if (
        match
        and (len(match["label"].split()) <= 8 or known_label(match["label"]))
        and not says_something(match["label"])
    ):
        return match.start("label"), match.end("label"), match.start("value")
    if match and (known_label(match["label"]) or is_resolution(match["label"])):
        return match.start("label"), match.end("label"), match.start("value")
    match = _EMPHASISED.match(text)
    if match and not says_something(match["label"]):
        return match.start("label"), match.end("label"), match.start("value")
    match = _ASKED.match(text)
    if match and known_label(match["label"]):
        return match.start("label"), match.end("label"), match.start("value")
    match = _DASHED.match(text)
    if match and is_attendance(match["label"]):
        return match.start("label"), match.end("label"), match.start("value")
    return None
