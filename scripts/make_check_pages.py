"""Writes docs/checks/ from the docstrings of the checks; a test compares the two."""

from pathlib import Path

from protocolgraph.analyse.checks import RULES
from protocolgraph.present import rule_page, rules_index

FOLDER = Path(__file__).parents[1] / "docs" / "checks"


def main() -> None:
    for rule in RULES.values():
        (FOLDER / f"{rule.code}.md").write_text(rule_page(rule), encoding="utf-8")
    (FOLDER / "README.md").write_text(rules_index(), encoding="utf-8")


if __name__ == "__main__":
    main()
