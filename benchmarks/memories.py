"""Whether memories that are found are worth keeping, and whether those that are needed are there.

    python -m benchmarks.memories [--memories N] [--rounds N] [--half dev|test] [--model FILE]
        [--json]

Finding: messages of our own writing (data/memories.jsonl), more than half of which tell nothing
lasting about the person though they look like it. Precision: how many of the found ones say what a
reader marked as lasting. The patterns were written with the half `dev` in view; the half `test` was
only counted. `--model` judges, after the patterns, what they do not know, as the engine does it.

Recall: the memories of one person, another one in each half, among made-up ones, and questions
with what an answer needs to know (data/recall.jsonl): how much of it stands in the prompt, in the
budget of the default context; against the newest memories alone in the same budget. Times are those
of choosing among `--memories`, of each question the median of its rounds, in time of the processor:
choosing waits for nothing, and another program's load is not ours.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib import resources
from pathlib import Path
from typing import Any

from app.domain.finding import find
from app.domain.finding.judged import candidates, grammar, judged, longest, question
from app.domain.ledger import Memory, MemoryKind, Role, Turn
from app.domain.recall import Candidates, budget, chosen
from app.engine.client import Engine, EngineDone, SamplingSettings
from app.services.recall import Recall
from app.settings import Settings
from app.store import Key, Store, open_store

DATA = Path(__file__).parent / "data"
PRECISION_AIM = 0.9
RECALL_AIM = 2.0
"""Times what the newest alone would be."""
LATENCY_AIM_MS = 20.0
BEGAN = datetime(2024, 1, 1, tzinfo=UTC)


@dataclass(slots=True)
class Tally:
    """Of found memories and marked statements."""

    right: int = 0
    found: int = 0
    hit: int = 0
    marked: int = 0

    def count(self, found: Sequence[str], marked: Sequence[str]) -> None:
        """A found one is right if it says what was marked; a marked one is hit if it was found."""
        self.found += len(found)
        self.marked += len(marked)
        self.right += sum(any(_says(text, mark) for mark in marked) for text in found)
        self.hit += sum(any(_says(text, mark) for text in found) for mark in marked)

    def as_json(self) -> dict[str, Any]:
        return {
            "found": self.found,
            "right": self.right,
            "precision": self.right / self.found if self.found else 1.0,
            "marked": self.marked,
            "recall": self.hit / self.marked if self.marked else 1.0,
        }


def _says(text: str, mark: str) -> bool:
    return mark.casefold() in text.casefold()


def lines(name: str) -> list[dict[str, Any]]:
    text = (DATA / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def finding(half: str) -> dict[str, Any]:
    tally, silent, junk = Tally(), 0, 0
    for row in lines("memories.jsonl"):
        if row["half"] == half:
            found = [one.text for one in find(row["text"], row.get("before", ()))]
            tally.count(found, row["find"])
            silent += not row["find"]
            junk += bool(found) and not row["find"]
    return {**tally.as_json(), "nothing_to_find": silent, "found_all_the_same": junk}


def judging(half: str, model: Path) -> dict[str, Any]:
    """What a model finds of what the patterns do not know."""
    tally = Tally()
    system = Turn(
        Role.SYSTEM, resources.files("resources").joinpath("prompts/memories.txt").read_text()
    )
    engine = Engine(model)
    try:
        for row in lines("memories.jsonl"):
            if row["half"] != half:
                continue
            known = [one.text for one in find(row["text"], row.get("before", ()))]
            left = [mark for mark in row["find"] if not any(_says(text, mark) for text in known)]
            clauses = candidates(row["text"], row.get("before", ()))
            found = judged(clauses, _asked(engine, system, clauses)) if clauses else []
            tally.count([one.text for one in found], left)
    finally:
        engine.close()
    return tally.as_json()


def _asked(engine: Engine, system: Turn, clauses: Sequence[str]) -> str:
    held = SamplingSettings(
        temperature=0.0,
        repeat_penalty=1.0,
        max_tokens=longest(clauses),
        grammar=grammar(clauses),
    )
    *_, done = engine.generate((system, Turn(Role.USER, question(clauses))), held)
    return done.text if isinstance(done, EngineDone) else ""


_WORDS = """
Ada Ben Cleo Dario Elif Finn Greta Hugo Ines Jonas Kira Leo Maja Nils Olga Paul Rosa Sven
Aalen Bergen Celle Dover Essen Furth Genoa Hull Imola Jena Kassel Lille Minden Nancy
cousin aunt uncle nephew niece colleague neighbour teacher godchild classmate
chess walking cinnamon films games sauna jazz mustard podcasts lakes pancakes museums opera tents
"""
NAMES, PLACES, KIN, THINGS = (line.split() for line in _WORDS.strip().splitlines())
MADE = (
    ("fact", "My {kin} {name} lives in {place}"),
    ("fact", "I met {name} in {place} when we were students"),
    ("fact", "{name} has borrowed my book about {thing}"),
    ("fact", "I once worked in {place} for a year"),
    ("fact", "My {kin} {name} is fond of {thing}"),
    ("fact", "I have a meeting place with {name} in {place}"),
    ("preference", "I like {thing}"),
    ("preference", "I don't like {thing} in {place}"),
    ("preference", "I prefer {thing} to {other}"),
)


def made_up(count: int) -> Iterator[Memory]:
    """The same each time."""
    chance = random.Random(11)  # noqa: S311 - nothing secret
    for number in range(count):
        kind, form = chance.choice(MADE)
        text = form.format(
            kin=chance.choice(KIN),
            name=chance.choice(NAMES),
            place=chance.choice(PLACES),
            thing=chance.choice(THINGS),
            other=chance.choice(THINGS),
        )
        yield _memory(f"made-{number}", text, kind, chance)


def _memory(identity: str, text: str, kind: str, chance: random.Random) -> Memory:
    at = BEGAN + timedelta(minutes=chance.randrange(1_000_000))
    return Memory(identity, text, MemoryKind(kind), at)


def fill(store: Store, half: str, count: int) -> dict[str, str]:
    """Ids of the person's memories by text."""
    chance = random.Random(7)  # noqa: S311
    known = [row for row in lines("recall.jsonl") if "memory" in row and row["half"] == half]
    ids = {row["memory"]: f"own-{number}" for number, row in enumerate(known)}
    own = [_memory(ids[row["memory"]], row["memory"], row["kind"], chance) for row in known]
    with store.transaction():
        for memory in (*own, *made_up(count - len(own))):
            store.memories.add(memory)
    return ids


def recall(half: str, count: int, rounds: int) -> dict[str, Any]:
    settings = Settings()
    with (
        tempfile.TemporaryDirectory(prefix="reverie-memories-") as folder,
        open_store(Path(folder) / "profile", Key(bytes(range(32)))) as store,
    ):
        ids = fill(store, half, count)
        asked = [row for row in lines("recall.jsonl") if "ask" in row and row["half"] == half]
        choosing = Recall(store, lambda: settings)
        needed, there, recently = 0, 0, 0
        times: list[list[float]] = [[] for _ in asked]
        newest = {m.id for m in _newest(store, budget(settings.context_tokens))}
        for round_ in range(rounds):
            for row, taken in zip(asked, times, strict=True):
                began = time.thread_time()
                found = {memory.id for memory in choosing.choose(row["ask"])}
                taken.append(1000 * (time.thread_time() - began))
                if round_ == 0:
                    wanted = {ids[text] for text in row["needs"]}
                    needed += len(wanted)
                    there += len(wanted & found)
                    recently += len(wanted & newest)
    each = [statistics.median(taken) for taken in times]
    cuts = statistics.quantiles(each, n=20, method="inclusive")
    return {
        "memories": count,
        "questions": len(asked),
        "needed": needed,
        "recall": there / needed,
        "recall_of_the_newest": recently / needed,
        "p50_ms": statistics.median(each),
        "p95_ms": cuts[-1],
    }


def _newest(store: Store, characters: int) -> tuple[Memory, ...]:
    every = sorted(store.memories.all(), key=lambda memory: memory.from_, reverse=True)
    return chosen(Candidates(recent=every), characters)


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    result = {
        "half": arguments.half,
        "finding": finding(arguments.half),
        "judging": judging(arguments.half, arguments.model) if arguments.model else None,
        "recall": [
            recall(arguments.half, count, arguments.rounds) for count in (200, arguments.memories)
        ],
    }
    found, (few, many) = result["finding"], result["recall"]
    result["aims"] = {
        f"precision at least {PRECISION_AIM}": found["precision"] >= PRECISION_AIM,
        f"{RECALL_AIM:.0f} times as much of what is needed as the newest alone": (
            few["recall"] >= RECALL_AIM * few["recall_of_the_newest"]
        ),
        f"chosen within {LATENCY_AIM_MS:.0f} ms, 95 of 100": many["p95_ms"] <= LATENCY_AIM_MS,
    }
    return result


def _table(result: dict[str, Any]) -> str:
    told = [
        f"half: {result['half']}",
        "",
        "| finding | found | right | precision | marked | recall |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for name in ("finding", "judging"):
        row = result[name]
        if row:
            told.append(
                f"| {'by pattern' if name == 'finding' else 'the rest, by the model'} |"
                f" {row['found']} | {row['right']} | {row['precision']:.3f} | {row['marked']}"
                f" | {row['recall']:.3f} |"
            )
    found = result["finding"]
    told += [
        "",
        f"{found['nothing_to_find']} messages have nothing lasting to be found;"
        f" something was found in {found['found_all_the_same']} of them.",
        "",
        "| memories | questions | recall | newest alone | p50 | p95 |",
        "| ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    told += [
        f"| {row['memories']:,} | {row['questions']} | {row['recall']:.3f}"
        f" | {row['recall_of_the_newest']:.3f} | {row['p50_ms']:.1f} ms | {row['p95_ms']:.1f} ms |"
        for row in result["recall"]
    ]
    told += ["", *(f"{aim}: {'met' if met else 'MISSED'}" for aim, met in result["aims"].items())]
    return "\n".join(told)


def main() -> None:
    parser = argparse.ArgumentParser(description="Memories: found, and there when needed.")
    parser.add_argument("--memories", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5, help="times each question is asked")
    parser.add_argument("--half", choices=("dev", "test"), default="test")
    parser.add_argument("--model", type=Path, help="a chat GGUF that judges the rest")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of tables")
    arguments = parser.parse_args()
    result = run(arguments)
    print(json.dumps(result) if arguments.json else _table(result))
    if not all(result["aims"].values()):
        raise SystemExit(1)


if __name__ == "__main__":
    main()
