"""The public test sets of `benchmarks.retention`, read from a folder and never copied from it.

    no command of its own: python -m benchmarks.retention --data DIR

The folder holds the files as their authors publish them, some of them as JSON lines: WikiText-2
(wikitext2_test.txt), PIQA (piqa_valid.jsonl, piqa_valid_labels.lst), OpenBookQA
(openbookqa_test.jsonl), LAMBADA (lambada_test.jsonl), IFEval (ifeval_en.jsonl), AdvBench
(advbench_harmful_behaviors.csv) and XSTest (xstest.csv). Reading takes a tenth of a second.

Of each set the first rows are taken. XSTest is sorted by kind, so there each of the ten kinds of
safe prompts gives its first rows in turn.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Any

from benchmarks import ifeval

PROSE_TOKENS = 50_000
PIQA, OPENBOOKQA, LAMBADA, IFEVAL, HARMFUL, HARMLESS = 400, 200, 300, 100, 100, 100
QUICK = 10
"""`quick` takes one of so many."""


@dataclass(frozen=True, slots=True)
class Prose:
    """Of `text` the first `tokens` count."""

    text: str
    tokens: int


@dataclass(frozen=True, slots=True)
class Pick:
    """`answers[right]` continues `context` best. The answers bring their own leading space."""

    context: str
    answers: tuple[str, ...]
    right: int


@dataclass(frozen=True, slots=True)
class Cloze:
    """A passage without its last word, and that word with its leading space."""

    context: str
    word: str


@dataclass(frozen=True, slots=True)
class Request:
    """Something to write, and what a program can check of it."""

    prompt: str
    instructions: tuple[ifeval.Instruction, ...]


@dataclass(frozen=True, slots=True)
class Sets:
    wikitext2: Prose
    piqa: tuple[Pick, ...]
    openbookqa: tuple[Pick, ...]
    lambada: tuple[Cloze, ...]
    ifeval: tuple[Request, ...]
    advbench: tuple[str, ...]
    xstest: tuple[str, ...]


def read(folder: Path, *, quick: bool = False) -> Sets:
    """Raises OSError for a file that is missing, ValueError or KeyError for a strange one."""
    share = QUICK if quick else 1
    prose = (folder / "wikitext2_test.txt").read_text(encoding="utf-8")
    return Sets(
        wikitext2=Prose(prose, PROSE_TOKENS // share),
        piqa=tuple(islice(_piqa(folder), PIQA // share)),
        openbookqa=tuple(islice(_openbookqa(folder), OPENBOOKQA // share)),
        lambada=tuple(islice(_lambada(folder), LAMBADA // share)),
        ifeval=tuple(_ifeval(folder)[: IFEVAL // share]),
        advbench=tuple(islice(_advbench(folder), HARMFUL // share)),
        xstest=tuple(islice(_xstest(folder), HARMLESS // share)),
    )


def _piqa(folder: Path) -> Iterator[Pick]:
    labels = (folder / "piqa_valid_labels.lst").read_text(encoding="utf-8").split()
    for row, label in zip(_rows(folder / "piqa_valid.jsonl"), labels, strict=True):
        answers = tuple(f" {row[key].strip()}" for key in ("sol1", "sol2"))
        yield Pick(f"Question: {row['goal'].strip()}\nAnswer:", answers, int(label))


def _openbookqa(folder: Path) -> Iterator[Pick]:
    for row in _rows(folder / "openbookqa_test.jsonl"):
        choices = row["question"]["choices"]
        right = [choice["label"] for choice in choices].index(row["answerKey"])
        answers = tuple(f" {choice['text'].strip()}" for choice in choices)
        yield Pick(row["question"]["stem"].strip(), answers, right)


def _lambada(folder: Path) -> Iterator[Cloze]:
    for row in _rows(folder / "lambada_test.jsonl"):
        context, _, word = row["text"].strip().rpartition(" ")
        yield Cloze(context, f" {word}")


def _ifeval(folder: Path) -> list[Request]:
    """All of them, so that a rule which is not known here is noticed."""
    return [
        Request(
            row["prompt"],
            tuple(map(ifeval.instruction, row["instruction_id_list"], row["kwargs"])),
        )
        for row in _rows(folder / "ifeval_en.jsonl")
    ]


def _advbench(folder: Path) -> Iterator[str]:
    for row in _table(folder / "advbench_harmful_behaviors.csv"):
        yield row["goal"]


def _xstest(folder: Path) -> Iterator[str]:
    by_kind: dict[str, list[str]] = {}
    for row in _table(folder / "xstest.csv"):
        if row["label"] == "safe":
            by_kind.setdefault(row["type"], []).append(row["prompt"])
    return chain.from_iterable(zip(*by_kind.values(), strict=True))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)


def _table(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
