"""Runs the notebooks and keeps their output in them: `make notebooks`."""

from __future__ import annotations

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

FOLDER = Path(__file__).parents[1] / "notebooks"
SECONDS = 60
"""How long a step may take."""


def main() -> None:
    for file in map(Path, sys.argv[1:]) if sys.argv[1:] else sorted(FOLDER.glob("*.ipynb")):
        notebook = nbformat.read(file, as_version=4)
        run(notebook, file.resolve().parent)
        nbformat.write(notebook, file)


def run(notebook: nbformat.NotebookNode, folder: Path) -> None:
    """Run a notebook in a folder; what it prints is kept, and nothing that tells of the machine or the hour."""
    client = NotebookClient(
        notebook, timeout=SECONDS, kernel_name="python3", resources={"metadata": {"path": folder}}, record_timing=False
    )
    client.execute()
    for cell in (cell for cell in notebook.cells if cell.cell_type == "code"):
        # What libraries grumble of the machine's fonts and sockets is nobody's business.
        cell.outputs = [found for found in cell.outputs if found.get("name") != "stderr"]
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }


if __name__ == "__main__":
    main()
