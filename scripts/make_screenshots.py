"""Makes the pictures of the explorer in the documentation, from the real program in a real Chromium: `make images`."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
PAGES = {
    "explorer-home": "/",
    "explorer-map": "/map?area=harrow",
    "explorer-body": "/id/harrow/body/harrow-safeguarding-children-board",
    "explorer-document": "/document/hscb-panel-protocol-2015.txt",
    "explorer-findings": "/findings",
    "explorer-years": "/timeline?area=rotherham",
}
"""Picture, and the address that it shows."""
SIZE = {"width": 1180, "height": 760}
_WAIT = 30.0
_COLOURS = 96


def main() -> None:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("The pictures of the explorer need Chromium; install it and run this again.")
    with explorer() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE, color_scheme="light", reduced_motion="reduce")
        for name, path in PAGES.items():
            page.goto(address + path)
            if page.title().startswith("Not found"):
                sys.exit(f"{path}: there is no such page")
            page.screenshot(path=IMAGES / f"{name}.png")
            shrink(IMAGES / f"{name}.png")
        browser.close()


def shrink(file: Path) -> None:
    """Write a picture again with few colours: pages have no more, and the repository stays small."""
    with Image.open(file) as picture:
        few = picture.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
    few.save(file, optimize=True)


@contextmanager
def explorer() -> Iterator[str]:
    """Give the address of the explorer of the corpus."""
    program = [sys.executable, "-m", "protocolgraph"]
    with socket.socket() as free, tempfile.TemporaryDirectory() as folder:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        subprocess.run([*program, "-g", folder, "build", "corpus"], cwd=ROOT, check=True)
        running = subprocess.Popen([*program, "-g", folder, "serve", "--port", str(port)], cwd=ROOT)
        try:
            yield wait_for(f"http://127.0.0.1:{port}")
        finally:
            running.terminate()
            running.wait()


def wait_for(address: str) -> str:
    until = time.monotonic() + _WAIT
    while time.monotonic() < until:
        try:
            with urlopen(address):
                return address
        except URLError:
            time.sleep(0.2)
    sys.exit("The explorer did not start.")


if __name__ == "__main__":
    main()
