"""Makes the pictures of the README from what the program prints: `make images`."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
WIDTH = 118
PICTURES = {
    "show": (["show", "Rotherham Corporate Parenting Panel"], 40),
    "path": (["path", "Corporate Parenting Panel (Rotherham)", "Cabinet"], 40),
}
"""Picture, the command that it shows, and after how many lines it is cut."""


def main() -> None:
    subprocess.run([sys.executable, "-m", "protocolgraph", "build", "corpus"], cwd=ROOT, check=True)
    IMAGES.mkdir(parents=True, exist_ok=True)
    for name, (command, lines) in PICTURES.items():
        printed = run(*command)
        shown = "protocolgraph " + " ".join(f'"{word}"' if " " in word else word for word in command)
        (IMAGES / f"{name}.svg").write_text(picture(shown, printed, lines=lines), encoding="utf-8", newline="\n")


def run(*command: str) -> str:
    """Return what the program prints, with colours, on a terminal of the pictures' width."""
    environment = {**os.environ, "FORCE_COLOR": "1", "TTY_COMPATIBLE": "1", "COLUMNS": str(WIDTH)}
    environment.pop("NO_COLOR", None)
    program = [sys.executable, "-m", "protocolgraph", *command]
    return subprocess.run(program, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True).stdout


def picture(command: str, printed: str, *, lines: int) -> str:
    """Return an SVG of a terminal; it names no font to be fetched, so it looks the same offline."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    console.print(f"[bold]$ {command}[/]", highlight=False)
    kept = printed.splitlines()
    for line in kept[:lines]:
        console.print(Text.from_ansi(line.rstrip()), no_wrap=True, crop=True)
    if len(kept) > lines:
        console.print("[dim]…[/]")
    svg = console.export_svg(title="protocolgraph", unique_id="picture")
    return _INDENTED.sub(_moved, re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL))


_LETTER = 12.2
"""Width of a letter in rich's pictures."""
_INDENTED = re.compile(
    r'x="(?P<x>[\d.]+)"(?P<y> y="[\d.]+") textLength="(?P<length>[\d.]+)"(?P<rest>[^>]*>)(?P<gap>(?:&#160;)+)'
)


def _moved(found: re.Match[str]) -> str:
    """Begin a text at its first letter: some programs leave out the spaces before it."""
    shift = found["gap"].count(";") * _LETTER
    x, length = float(found["x"]) + shift, float(found["length"]) - shift
    return f'x="{x:.1f}"{found["y"]} textLength="{length:.1f}"{found["rest"]}'


if __name__ == "__main__":
    main()
