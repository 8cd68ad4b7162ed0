"""Reads `protocolgraph.toml`, the file beside the documents that holds what reviewers decided.

The file is optional, and every part of it is. All of it, as it may stand in a file:

    [[document]]                    # what cannot be read from a document itself
    name = "north/*"                # a document's name, its path below this folder, or a pattern for either
    area = "Northwick"
    date = "2014-03"                # year, month or day
    title = "Protocol of two boards"
    kind = "protocol"

    [[document]]
    name = "drafts/*"
    skip = true                     # not to be read

    [[alias]]                       # a name that means the same as another
    name = "NCSB"
    means = "Northwick Safeguarding Children Board"
    type = "body"                   # optional: body, role, person, legislation, publication
    area = "Northwick"              # optional: only in this area
    document = "protocol.txt"       # optional: only in this document
    who = "A. Reviewer"             # every correction is signed
    when = 2026-03-01
    why = "Letters in the wrong order"

    [[merge]]                       # names of one entity (also: type, area)
    names = ["Parenting Panel", "Corporate Parenting Board"]
    who = "A. Reviewer"
    when = 2026-03-01
    why = "Renamed in 2013, same members"

    [[split]]                       # names of different entities (also: type, area)
    names = ["Scrutiny Panel", "Scrutiny Commission"]
    ...

    [[rename]]                      # what an entity is to be called (also: type, area); its IRI stays
    name = "Local Authority"
    to = "Northwick Borough Council"
    ...

    [[accept]]                      # a statement that is right: its confidence becomes 1
    id = "0f3a9c1d2b4e5f60"
    statement = "Corporate Parenting Panel reports to Cabinet"   # optional, for whoever reads this file
    document = "protocol.txt"                          # optional, for the same
    ...

    [[reject]]                      # a statement that is wrong: it is left out
    id = "1e2d3c4b5a697887"
    ...

    [[add]]                         # a fact that a document states and the program did not read
    document = "protocol.txt"
    quote = "The Panel is accountable to Cabinet"      # must stand in the document; [...] between pieces
    subject = "Corporate Parenting Panel"
    subject_type = "body"           # optional, "body" by default; so object_type
    predicate = "accountable_to"
    object = "Cabinet"
    object_scope = "local"          # optional: local, regional, national, generic; so subject_scope
    negated = false                 # optional
    section = "4.2"                 # optional
    qualifiers = { frequency = "annual" }              # optional
    replaces = "5a1b2c3d4e5f6071"   # optional: the statement that it corrects, which is left out
    ...

    [[add]]                         # a duty: it has a bearer instead of a subject
    document = "protocol.txt"
    quote = "The Panel will publish a plan"
    bearer = "Corporate Parenting Panel"               # also bearer_type, bearer_scope
    modality = "will"               # must, should, may, must_not, will, function
    action = "publish"
    text = "publish a plan"
    to = ["Cabinet", { name = "Leader", type = "role" }]         # optional; a name alone is a body's
    frequency = "annual"            # optional, as product, condition, section, replaces
    product = "Plan"
    ...

    [[waive]]                       # a finding that is known and accepted
    code = "PG104"
    entities = ["Corporate Parenting Panel"]           # optional: any entity if left out
    documents = ["protocol.txt"]                       # optional: any document if left out
    ...

A key that is not known is an error, so that a slip of the pen is never a correction that does nothing.
"""

from __future__ import annotations

from protocolgraph.workspace.placing import place_quotes
from protocolgraph.workspace.reading import FILE_NAME, load_workspace
from protocolgraph.workspace.telling import not_applied, told
from protocolgraph.workspace.writing import kind_of, record, undo

__all__ = ["FILE_NAME", "kind_of", "load_workspace", "not_applied", "place_quotes", "record", "told", "undo"]
