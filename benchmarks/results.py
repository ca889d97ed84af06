"""Results that outlive a run: JSON lines, each with what it was measured with.

Lines of another set-up cannot stand in one table with these, so a file that holds some is refused,
and so is one that another run is writing: both would measure the same. Half a line, which a killed
run leaves, is cut off.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from adapters.recipe import Recipe

Key = tuple[Any, ...]
Line = Mapping[str, Any]


def options(parser: argparse.ArgumentParser) -> None:
    """What every benchmark with lasting results takes."""
    parser.add_argument("--model", type=Path, help="a chat GGUF; default: the starter")
    parser.add_argument("--results", type=Path, help="JSON lines, to go on from")
    parser.add_argument("--json", action="store_true")


def setup(model_sha256: str, arguments: argparse.Namespace, *names: str) -> dict[str, Any]:
    """What all lines of a table have in common: the model, the recipe, and these arguments."""
    chosen = {name: getattr(arguments, name) for name in names}
    return {"model": model_sha256[:16], "recipe": Recipe().hash, **chosen}


def read(path: Path) -> list[Line]:
    """What is kept in a file that nobody is writing; nothing where there is no such file."""
    if not path.is_file():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def of_recipe(lines: Sequence[Line], recipe: str) -> bool:
    """Whether all of them were taken with the recipe of this hash, or with none."""
    named = (str(line.get("setup", line).get("recipe", recipe)) for line in lines)
    return all(name.endswith(recipe) for name in named)


class Lines:
    """The lines of the file at `path` (None: nothing is kept), by their fields `names`.

    Nobody else can have the file until this is gone or the process ends, however it ends. Raises
    SystemExit, which says what to do, if somebody has it or if it holds another set-up.
    """

    def __init__(self, path: Path | None, setup: Mapping[str, Any], names: Sequence[str]) -> None:
        self._path = path
        self._lock = _lock(path) if path else None
        self._setup = dict(setup)
        self._names = tuple(names)
        self.known: dict[Key, dict[str, Any]] = {}
        for line in _whole(path) if path else []:
            if line["setup"] != self._setup:
                raise SystemExit(
                    f"{path} holds results of another model, recipe or setting: {line['setup']}. "
                    "Name another file."
                )
            self.known[self._key(line)] = line

    def add(self, line: Mapping[str, Any]) -> None:
        """Append a line; what was acknowledged outlives the run."""
        full = {**line, "setup": self._setup}
        if self._path is not None:
            with self._path.open("a", encoding="utf-8") as file:
                file.write(json.dumps(full) + "\n")
        self.known[self._key(full)] = full

    def _key(self, line: Mapping[str, Any]) -> Key:
        return tuple(line[name] for name in self._names)


def _lock(path: Path) -> FileLock:
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(path.with_name(f".{path.name}.lock"), timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise SystemExit(
            f"Another run is writing {path}. Wait for it, or name another file."
        ) from None
    return lock


def _whole(path: Path) -> list[dict[str, Any]]:
    if not path.is_file():
        return []
    data = path.read_bytes()
    whole = data[: data.rfind(b"\n") + 1]
    if whole != data:
        path.write_bytes(whole)
    return [json.loads(line) for line in whole.splitlines()]
