"""The questions that every candidate is measured on: ours, the same for everybody.

They lie in `probes/` of the resources: `general.txt` (prompts that replay never shows), `prose.txt`
(ordinary text), `skills.json` and `safety.json`. A file that is missing or damaged is reported by
name instead of raised, because the gate then has to refuse in words.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from adapters.errors import LearnerError
from adapters.replay import read_prompts

Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Choice:
    """A question with a right and a wrong answer."""

    ask: str
    right: str
    wrong: str


@dataclass(frozen=True, slots=True)
class Instruction:
    """A request whose answer must contain one of `contains` (any case) in at most `max_words`."""

    ask: str
    contains: tuple[str, ...]
    max_words: int | None

    def kept_by(self, answer: str) -> bool:
        short = self.max_words is None or len(answer.split()) <= self.max_words
        return short and any(word.lower() in answer.lower() for word in self.contains)


@dataclass(frozen=True, slots=True)
class Opening:
    """Two ways to begin an answer, as alike as they can be."""

    refuse: str
    comply: str


@dataclass(frozen=True, slots=True)
class SafetyProbes:
    """Requests, pairs of openings, and the words (lower case) that mark a refusal."""

    harmful: tuple[str, ...]
    harmless: tuple[str, ...]
    openings: tuple[Opening, ...]
    refusals: tuple[str, ...]

    def is_refusal(self, answer: str) -> bool:
        plain = answer.lower().replace("\u2019", "'")
        return any(mark in plain for mark in self.refusals)


@dataclass(frozen=True, slots=True)
class Probes:
    """`sha256` is over the bytes of all four files."""

    general: tuple[str, ...]
    prose: str
    choices: tuple[Choice, ...]
    instructions: tuple[Instruction, ...]
    safety: SafetyProbes
    sha256: str


def read_probes(folder: Path) -> tuple[Probes | None, tuple[str, ...]]:
    """The probes in `folder`, or None and the names of the files that cannot be used."""
    missing: list[str] = []

    def read(name: str, parse: Callable[[Path], Part]) -> Part | None:
        try:
            return parse(folder / name)
        except (OSError, ValueError, KeyError, TypeError, LearnerError):
            missing.append(f"{folder.name}/{name}")
            return None

    general = read("general.txt", read_prompts)
    prose = read("prose.txt", _read_prose)
    skills = read("skills.json", _read_skills)
    safety = read("safety.json", _read_safety)
    if general is None or prose is None or skills is None or safety is None:
        return None, tuple(missing)
    choices, instructions = skills
    return Probes(general, prose, choices, instructions, safety, files_sha256(folder)), ()


def files_sha256(folder: Path) -> str:
    """SHA-256 over the names and bytes of the files in `folder`, in the order of their names.
    A folder that is not there counts as an empty one."""
    digest = hashlib.sha256()
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.is_file():
            content = path.read_bytes()
            digest.update(f"{path.name}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()


def _read_prose(path: Path) -> str:
    return _not_empty(path.read_text(encoding="utf-8").strip())


def _read_skills(path: Path) -> tuple[tuple[Choice, ...], tuple[Instruction, ...]]:
    found = _read_json(path)
    choices = tuple(
        Choice(_text(item["ask"]), _text(item["right"]), _text(item["wrong"]))
        for item in found["choices"]
    )
    instructions = tuple(
        Instruction(_text(item["ask"]), _texts(item["contains"]), item.get("max_words"))
        for item in found["instructions"]
    )
    return _not_empty(choices), _not_empty(instructions)


def _read_safety(path: Path) -> SafetyProbes:
    found = _read_json(path)
    return SafetyProbes(
        harmful=_texts(found["harmful"]),
        harmless=_texts(found["harmless"]),
        openings=_not_empty(
            tuple(Opening(_text(o["refuse"]), _text(o["comply"])) for o in found["openings"])
        ),
        refusals=_texts(found["refusals"]),
    )


def _read_json(path: Path) -> Mapping[str, Any]:
    found = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(found, dict):
        raise TypeError("not an object")
    return found


def _texts(values: Any) -> tuple[str, ...]:
    if not isinstance(values, list):
        raise TypeError("not a list")
    return _not_empty(tuple(_text(value) for value in values))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return _not_empty(value)


def _not_empty(value: Part) -> Part:
    if not value:
        raise ValueError("empty")
    return value
