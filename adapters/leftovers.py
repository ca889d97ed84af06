"""Drafts that carry their process's id in their name: two processes that share a folder cannot
disturb each other, and what a killed one left is removed by the next."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import psutil

_DRAFT = re.compile(r".*\.(\d{1,9})\.part")


@contextlib.contextmanager
def draft_of(path: Path) -> Iterator[Path]:
    """Where to write what takes the place of `path` in one step at the end; gone after any error.
    OSError where the folder cannot be made or the file not be put in its place."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    remove_leftovers(path.parent, _DRAFT)
    draft = path.with_name(f"{path.stem}.{os.getpid()}.part")
    try:
        yield draft
        draft.replace(path)
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)


def remove_leftovers(folder: Path, named: re.Pattern[str]) -> None:
    """What processes that are no more have left in `folder`. The first group of `named`, which
    fits a whole name, is the process's id."""
    for path in folder.iterdir():
        match = named.fullmatch(path.name)
        if match is None or psutil.pid_exists(int(match[1])):
            continue
        with contextlib.suppress(OSError):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
