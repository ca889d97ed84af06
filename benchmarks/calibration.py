"""The gate, calibrated: nights that must be refused, and whether they are.

    python -m benchmarks.calibration [--random 20] [--destructive NAME ...] [--edits 24]
        [--user NAME] [--seed N] [--model FILE] [--results FILE] [--json]

Whole nights, as `reverie sleep --now` runs them, without the encrypted store and the process.

* `base`: a candidate that changes nothing, measured against the base that it is.
* `random`: a coin decides for each reply whether the user turned the base's text into their style
  or a text in their style into the base's. Such labels say nothing; at most 5 % may be promoted.
* `shuffled`: consistent edits, dealt out to the wrong prompts, the held-out ones too.
* `repeated`: one row over and over, under different prompts.
* `rate`: the same edits, in order, at two hundred times the learning rate.
* `nan`: a candidate with one number that is none.
* `probes`: the file of safety questions is gone.
* `sound`: the edits as they are. The only one that may be promoted: that the gate is not shut.

`--results` keeps one JSON line a night; a run that was stopped goes on where it was. Three to five
minutes a night on two cores.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np

from adapters import gguf_lora, measure, night
from adapters.control import Control, Pace
from adapters.gate import decide
from adapters.gguf_base import open_base
from adapters.gguf_lora import Lora, random_adapter
from adapters.job import Job
from adapters.probes import read_probes
from adapters.replay import write_replay
from adapters.trainer import OutOfBounds
from adapters.verdict import Verdict
from app.cli.report import table
from app.domain.ledger import Kind, Signal
from app.domain.provenance import spans_of_edit
from app.sleep.job import night_job, plan
from benchmarks.learning import lessons
from benchmarks.results import Lines, options, setup
from benchmarks.simulation import Laboratory
from benchmarks.users import USERS, user

DESTRUCTIVE = ("base", "shuffled", "repeated", "rate", "nan", "probes")
SOUND = "sound"
HUGE = 200
A_SESSION = 4


def _nothing(*_: object) -> None:
    pass


def main() -> None:
    arguments = _arguments()
    nights = [*arguments.destructive, *(f"random {n}" for n in range(arguments.random))]
    with Laboratory(arguments.model) as laboratory:
        common = setup(laboratory.sha256, arguments, "user", "edits", "seed")
        lines = Lines(arguments.results, common, ("night",))
        for name in nights:
            if (name,) not in lines.known:
                lines.add({"night": name, **_fields(judged(laboratory, name, arguments))})
            if not arguments.json:
                print(f"{name}: {lines.known[name,]['reason']}", flush=True)
    found = {name: lines.known[name,] for name in nights}
    print(json.dumps(found) if arguments.json else _table(found))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Nights that the gate must refuse.")
    parser.add_argument("--random", type=int, default=20, help="nights of random labels")
    every = (*DESTRUCTIVE, SOUND)
    parser.add_argument("--destructive", nargs="*", default=every, choices=every, metavar="NAME")
    parser.add_argument("--edits", type=int, default=24)
    parser.add_argument("--user", default=USERS[0].name, choices=[one.name for one in USERS])
    parser.add_argument("--seed", type=int, default=1)
    options(parser)
    return parser.parse_args()


def _fields(verdict: Verdict) -> dict[str, Any]:
    failed = [check.name for check in verdict.checks if not check.passed]
    return {"promoted": verdict.promote, "reason": verdict.reason, "failed": failed}


# The nights


def judged(laboratory: Laboratory, name: str, arguments: argparse.Namespace) -> Verdict:
    one = user(arguments.user)
    edits = [
        signal
        for signal in laboratory.signals(one, lessons(arguments.edits, seed=arguments.seed))
        if signal.kind is Kind.EDIT
    ]
    kind, _, number = name.partition(" ")
    chance = random.Random(f"{arguments.seed}/{name}")  # noqa: S311 - labels, no secret
    if kind in _CANDIDATES:
        return _measured(laboratory, edits, _CANDIDATES[kind](laboratory))
    change: Callable[[Sequence[Signal], random.Random], list[Signal]] = _LEDGERS.get(kind, _same)
    signals = in_sessions(change(edits, chance))
    with tempfile.TemporaryDirectory() as folder:
        job = _job(laboratory, signals, Path(folder), seed=int(number or 0))
        if kind == "rate":
            rate = HUGE * job.recipe.rate(laboratory.base.info.parameters)
            job = replace(job, recipe=replace(job.recipe, learning_rate=rate))
        if kind == "probes":
            (job.resources / "probes" / "safety.json").unlink()
        try:
            return night.run(job, b"", Control(), _nothing).verdict
        except OutOfBounds as fault:  # the night has no candidate that a gate could see
            return Verdict(False, f"Refused before the gate. {fault.sentence}")


def in_sessions(signals: Sequence[Signal]) -> list[Signal]:
    """A minute apart and four to a session, whatever was done to them."""
    first = signals[0].at
    return [
        replace(
            signal,
            id=f"{at:04}-{signal.id}"[:16],
            at=first + timedelta(minutes=at),
            session=str(at // A_SESSION),
        )
        for at, signal in enumerate(signals)
    ]


def _same(edits: Sequence[Signal], _: random.Random) -> list[Signal]:
    return list(edits)


def by_coin(edits: Sequence[Signal], chance: random.Random) -> list[Signal]:
    return [_edit(s, s.edited or "", s.reply) if chance.random() < 0.5 else s for s in edits]


def shuffled(edits: Sequence[Signal], chance: random.Random) -> list[Signal]:
    """No text stays where it was."""
    order = chance.sample(range(len(edits)), len(edits))
    turned = dict(zip(order, [*order[1:], order[0]], strict=True))
    return [_edit(s, s.reply, edits[turned[at]].edited or "") for at, s in enumerate(edits)]


def repeated(edits: Sequence[Signal], _: random.Random) -> list[Signal]:
    return [_edit(s, edits[0].reply, edits[0].edited or "") for s in edits]


_LEDGERS = {"random": by_coin, "shuffled": shuffled, "repeated": repeated}


def _edit(signal: Signal, reply: str, edited: str) -> Signal:
    return replace(signal, reply=reply, edited=edited, spans=spans_of_edit(reply, edited))


def _job(laboratory: Laboratory, signals: Sequence[Signal], folder: Path, *, seed: int) -> Job:
    shutil.copytree(Path(str(resources.files("resources"))), folder, dirs_exist_ok=True)
    message = night_job(
        plan(signals, [], laboratory.system),
        base=laboratory.path,
        base_sha256=laboratory.sha256,
        system=laboratory.system,
        cache=laboratory.cache,
        resources=folder,
        threads=None,
    )
    return Job.from_json(message | {"seed": seed})


def _nothing_changed(laboratory: Laboratory) -> bytes:
    return random_adapter(laboratory.path, seed=0, size=0.0, base_sha256=laboratory.sha256)


def _no_number(laboratory: Laboratory) -> bytes:
    stored = gguf_lora.read(random_adapter(laboratory.path, seed=0, size=0.01))
    tensors = {name: np.array(tensor) for name, tensor in stored.tensors.items()}
    next(iter(tensors.values()))[0, 0] = np.nan
    _, geometry = open_base(laboratory.path)
    return gguf_lora.export(Lora(tensors, 16.0, geometry, "nan"), base_sha256=laboratory.sha256)


_CANDIDATES = {"base": _nothing_changed, "nan": _no_number}


def _measured(laboratory: Laboratory, edits: Sequence[Signal], candidate: bytes) -> Verdict:
    probes, missing = read_probes(Path(str(resources.files("resources"))) / "probes")
    if probes is None:
        raise SystemExit(f"{', '.join(missing)} cannot be read.")
    subject = measure.Subject(
        rows=laboratory.rows(in_sessions(edits)),
        candidate=candidate,
        present=b"",
        probes=probes,
        texts=write_replay(
            laboratory.base,
            probes.general,
            laboratory.system,
            cache_dir=laboratory.cache,
            base_sha256=laboratory.sha256,
            on_step=_nothing,
            checkpoint=_nothing,
        ),
        system=laboratory.system,
        base_sha256=laboratory.sha256,
        cache_dir=laboratory.cache,
    )
    pace = Pace(_nothing, _nothing)
    against = measure.measure_opponents(laboratory.base, subject, pace)
    return decide(measure.measure(laboratory.base, subject, against, pace).measurements)


# The table


@dataclass(frozen=True, slots=True)
class Count:
    nights: int
    promoted: int


def count(found: dict[str, dict[str, Any]], *, of: str) -> Count:
    chosen = [result for name, result in found.items() if name.partition(" ")[0] == of]
    return Count(len(chosen), sum(result["promoted"] for result in chosen))


def _table(found: dict[str, dict[str, Any]]) -> str:
    kinds = list(dict.fromkeys(name.partition(" ")[0] for name in found))
    rows = []
    for kind in kinds:
        counted = count(found, of=kind)
        failed = {
            check
            for name, result in found.items()
            if name.partition(" ")[0] == kind
            for check in result["failed"]
        }
        rows.append(
            [kind, str(counted.nights), str(counted.promoted), ", ".join(sorted(failed)) or "-"]
        )
    return "\n" + table(rows, ("kind", "nights", "promoted", "checks that failed in any"))


if __name__ == "__main__":
    main()
