"""A small folder of documents, as the examples of the help and of the pages have it, read by the real program."""

from __future__ import annotations

import shutil
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

ROOT = Path(__file__).parents[1]
PROTOCOL = """{area} Safeguarding Children Partnership Protocol
{date}

1. The boards

1.1 The {area} Safeguarding Board is chaired by the Independent Chair.

1.2 The Safeguarding Board reports to the {area} Scrutiny Panel every year.

1.3 The Scrutiny Panel is accountable to Cabinet.

2. What is to be done

2.1 The Safeguarding Board must publish an annual report.

2.2 The Scrutiny Panel must publish an annual report.

2.3 The Independent Chair should notify the Director of Children's Services within five days.
"""
LATER = """{area} Safeguarding Arrangements
July 2019

1.1 The {area} Safeguarding Board reports to the {area} Health and Wellbeing Board.

1.2 The Safeguarding Board must publish a business plan every year.
"""
WORKSPACE = """[[document]]
name = "{name}"
area = "{area}"
date = "{date}"

"""
FILES = (
    ("protocol.txt", PROTOCOL, "Northwick", "2014-03"),
    ("arrangements.txt", LATER, "Northwick", "2019-07"),
    ("southmere.txt", PROTOCOL, "Southmere", "2015-01"),
)


def make_world(folder: Path) -> None:
    """Write the documents, and what the examples name beside them."""
    documents = folder / "documents"
    documents.mkdir()
    entries = ""
    for name, text, area, date in FILES:
        (documents / name).write_text(text.format(area=area, date=date), encoding="utf-8")
        entries += WORKSPACE.format(name=name, area=area, date=date)
    (documents / "protocolgraph.toml").write_text(entries, encoding="utf-8")
    (folder / "coded.csv").write_text("text,Who,When\nThe Clerk must inform the Council by May.,The Clerk,by May\n")
    (folder / "sentences.csv").write_text("id,text\n1,The Clerk must inform the Council within seven days.\n")
    (folder / "query.rq").write_text("SELECT ?n { ?b a pg:Body ; skos:prefLabel ?n }\n")
    gold = folder / "gold"
    gold.mkdir()
    for file in (ROOT / "corpus" / "gold" / "dev").glob("brackenshire_police-crime-panel.*"):
        shutil.copy(file, gold)
    page = Canvas(str(folder / "minutes.pdf"))
    page.drawString(72, 720, "The Safeguarding Board reports to the Scrutiny Panel.")
    page.save()
