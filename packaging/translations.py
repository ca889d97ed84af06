"""Gathers what is to be translated, and compiles the catalogues.

    python packaging/translations.py [--check]

Runs Qt's lupdate over the sources and lrelease over the catalogues. `--check` writes nothing and
exits 1 where a catalogue is behind the sources, has an unfinished sentence, or was not compiled.
"""

from __future__ import annotations

import argparse
import filecmp
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree  # of our own files only

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "resources" / "translations"
GATHERED = "tr+=mark,tr+=phrase"  # the functions that lupdate does not know
SOURCES = "app", "adapters"
CLI = ROOT / "app" / "cli"  # speaks English only
PLURALS_ONLY = {"reverie_en.ts"}
TOOLS = Path(sys.executable).parent


def main() -> int:
    parser = argparse.ArgumentParser(description="What is to be translated.")
    parser.add_argument("--check", action="store_true", help="write nothing; 1: something is amiss")
    check = parser.parse_args().check
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(shutil.copytree(FOLDER, Path(scratch) / "translations")) if check else FOLDER
        for catalogue in sorted(folder.glob("*.ts")):
            gather(catalogue)
            compile_(catalogue)
        faults = [fault for file in sorted(folder.glob("*.ts")) for fault in unfinished(file)]
        if check:
            faults += behind(folder)
    print("\n".join(faults) or "Every sentence is translated.")
    return 1 if faults else 0


def gather(catalogue: Path) -> None:
    """Brings a catalogue up to the sources; what nobody says any more goes."""
    every = (path for name in SOURCES for path in sorted((ROOT / name).rglob("*.py")))
    sources = [str(path) for path in every if CLI not in path.parents]
    options = ["-silent", "-no-obsolete", "-locations", "none", "-no-ui-lines"]
    if catalogue.name in PLURALS_ONLY:
        options.append("-pluralonly")
    aliases = ["-tr-function-alias", GATHERED]
    _run("pyside6-lupdate", *options, *aliases, *sources, "-ts", str(catalogue))


def compile_(catalogue: Path) -> None:
    target = catalogue.with_suffix(".qm")
    _run("pyside6-lrelease", "-silent", "-nounfinished", str(catalogue), "-qm", str(target))


def unfinished(catalogue: Path) -> list[str]:
    """What has no translation yet."""
    messages = ElementTree.parse(catalogue).iter("message")  # noqa: S314
    waiting = [m for m in messages if m.find("translation[@type='unfinished']") is not None]
    return [f"{catalogue.name}: not translated: {m.findtext('source')}" for m in waiting]


def behind(fresh: Path) -> list[str]:
    """What differs from the files of the repository."""
    names = sorted(path.name for path in fresh.iterdir())
    _, differ, missing = filecmp.cmpfiles(FOLDER, fresh, names, shallow=False)
    return [f"{name}: behind the sources; run `make translations`" for name in (*differ, *missing)]


def _run(tool: str, *arguments: str) -> None:
    subprocess.run([TOOLS / tool, *arguments], check=True)


if __name__ == "__main__":
    sys.exit(main())
