"""Feeds the readers and the structure what atheris makes of the seeds, guided by what each try reaches.

    pip install atheris
    python tests/readers/fuzzing.py FOLDER -max_total_time=600 -timeout=60

FOLDER keeps what was worth keeping; all other options are libFuzzer's. What ends in anything but a document or a
`ReadError` is written beside it: make a test in `test_fuzz.py` or `test_hostile.py` of it.
"""

from __future__ import annotations

import importlib
import io
import sys
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

NAMES = ("a.pdf", "a.html", "a.md", "a.txt", "a.docx", "a.odt")
"""The first byte of a try says which of these it is; of the archives it is the part that holds the text."""
ODT = "application/vnd.oasis.opendocument.text"


def main() -> None:
    """Fuzz until libFuzzer's limits are reached."""
    atheris = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["protocolgraph.readers", "protocolgraph.structure", "protocolgraph.text"]):
        fuzz = importlib.import_module("test_fuzz")
    folder = Path(sys.argv[1])
    folder.mkdir(exist_ok=True)
    for number, name in enumerate(NAMES[:4]):
        (folder / f"seed-{number}").write_bytes(bytes([number]) + fuzz.SEEDS[name])
    with zipfile.ZipFile(io.BytesIO(fuzz.SEEDS["a.docx"])) as archive:
        (folder / "seed-4").write_bytes(b"\4" + archive.read("word/document.xml"))

    def one(data: bytes) -> None:
        if len(data) > 1:
            name = NAMES[data[0] % len(NAMES)]
            fuzz.assert_read_or_refused(wrapped(data[1:], name, fuzz.SEEDS["a.docx"]), name)

    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


def wrapped(data: bytes, name: str, word: bytes) -> bytes:
    """Return the file whose text these bytes are."""
    if name not in ("a.docx", "a.odt"):
        return data
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word)) as old, zipfile.ZipFile(stream, "w") as new:
        if name == "a.odt":
            new.writestr("mimetype", ODT)
            new.writestr("content.xml", data)
        else:
            for entry in old.namelist():
                new.writestr(entry, data if entry == "word/document.xml" else old.read(entry))
    return stream.getvalue()


if __name__ == "__main__":
    main()
