"""Labels of an organisation's details, as annual reports of charities and companies list them: "Bankers"."""

from __future__ import annotations

import re

_DETAILS = re.compile(
    r"(?:(?:independent |statutory |external |internal |honorary |legal |investment |principal |registered |company "
    r"|charity |website |senior |key |other )*(?:auditors?|bankers?|solicitors?|surveyors?|advis[eo]rs?|managers?"
    r"|examiners?|actuar(?:y|ies)|office|address|number|patrons?|presidents?|(?:vice|deputy)[- ]presidents?|trustees"
    r"|directors|governors|members|officers|staff|management|management (?:team|personnel)|leadership team)):?",
    re.IGNORECASE,
)
"""What stands beside its value among the details of an organisation: "Bankers", "Registered office"."""


def tells_details(label: str) -> bool:
    """Return whether a label is one of an organisation's details: "Auditors", "Registered office", "Trustees"."""
    return _DETAILS.fullmatch(label) is not None
