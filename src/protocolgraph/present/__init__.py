"""What the graph says, shaped once for people and for programs: terminal, JSON, and pages alike."""

from __future__ import annotations

from protocolgraph.graph import source_line
from protocolgraph.present.components import COMPONENT_COLUMNS, component_dict, component_row
from protocolgraph.present.evaluation import evaluation_dict
from protocolgraph.present.json import chains_dict, profile_dict, source_dict
from protocolgraph.present.profile import Group, Line, Profile, make_profile

__all__ = [
    "COMPONENT_COLUMNS",
    "Group",
    "Line",
    "Profile",
    "chains_dict",
    "component_dict",
    "component_row",
    "evaluation_dict",
    "make_profile",
    "profile_dict",
    "source_dict",
    "source_line",
]
