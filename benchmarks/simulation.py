"""Simulated users at a real model: their ledgers, nights over them without the gate, and costs.

Shared by the benchmarks. Signals go through the same rules as the command line's import, rows
through the same plan as a night's, training through the night's own trainer; only the processes and
the encrypted store are left out, so that many nights fit into an hour.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cached_property, partial
from importlib import resources
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from adapters import gguf_lora, rounds, teacher, torch_base, trainer
from adapters.control import Pace
from adapters.editcost import edit_cost
from adapters.examples import Example, Row, TrainingSet, build
from adapters.forgetting import kl_to_base
from adapters.gguf_lora import Lora
from adapters.prepare import Views
from adapters.probes import Probes, read_probes
from adapters.recipe import Recipe, Stage
from adapters.replay import ReplayText, read_prompts, turns_of, write_cache, write_replay
from adapters.runtime import Base, Sampling
from adapters.stated import Stated, with_stated, write_stated
from adapters.writing import greedy, write
from app.domain.exchange import parse_lines
from app.domain.ledger import Arm, Role, Signal, State, Turn
from app.domain.prompt import assemble
from app.engine import catalogue
from app.sleep.job import plan
from benchmarks.tasks import LEFT_ALONE, Task
from benchmarks.users import User

REPLY_TOKENS = 96
QUESTION_TOKENS = 64
CONTEXT = 4096
FIRST_DAY = datetime(2026, 1, 1, tzinfo=UTC)
_HERE = "\x1a"
"""Stands for what a user writes; no template has it."""


def _nothing(*_: object) -> None:
    pass


_PACE = Pace(_nothing, _nothing)


def _general() -> tuple[str, ...]:
    return read_prompts(Path(str(resources.files("resources"))) / "replay" / "prompts.txt")


def _accepting_answers(user: User, task: Task, given: str) -> str:
    return given if task.kind in LEFT_ALONE else user.wanted(task, given)


def _verdict(given: str, wanted: str) -> dict[str, str]:
    if wanted == given:
        return {"kind": "accept"}
    return {"kind": "edit", "edited": wanted} if wanted.strip() else {"kind": "reject"}


def judged(lines: Iterable[bytes], name: str) -> list[Signal]:
    """Signals of a file, all of which their user has judged and learns from."""
    signals = parse_lines(lines, name=name, now=FIRST_DAY)
    return [replace(signal, state=State.ACTIVE) for signal in signals]


class Laboratory:
    """One base, quantized and in torch, kept loaded. `cache` holds nothing about any user."""

    def __init__(self, model: Path | None = None, *, threads: int | None = None) -> None:
        choice = catalogue.find(str(model) if model else catalogue.STARTER)
        self.path = choice.path
        self.sha256 = catalogue.sha256_of(choice.path)
        self.system = catalogue.system_prompt(choice)
        self.cache = catalogue.models_folder() / "cache" / self.sha256[:16]
        self.base = Base(self.path, n_ctx=CONTEXT, n_threads=threads)
        self._threads = threads
        self._torch: torch_base.TorchBase | None = None
        asked = hashlib.sha256(self.system.encode()).hexdigest()
        self._replies_file = self.cache / f"simulated-replies-{REPLY_TOKENS}-{asked[:8]}.json"
        self._replies: dict[str, str] = {}
        if self._replies_file.is_file():
            self._replies = json.loads(self._replies_file.read_text())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.base.close()

    @property
    def torch(self) -> torch_base.TorchBase:
        if self._torch is None:
            self._torch = torch_base.load(self.path, threads=self._threads)
        return self._torch

    @cached_property
    def probes(self) -> Probes:
        probes, missing = read_probes(Path(str(resources.files("resources"))) / "probes")
        if probes is None:
            raise SystemExit(f"Missing or damaged in the resources: {', '.join(missing)}.")
        return probes

    # Asking

    def ask(
        self,
        task: Task,
        arm: Arm,
        signals: Sequence[Signal] = (),
        *,
        system: str | None = None,
    ) -> str:
        """What the model says with whatever is attached; `signals` are what memory arms show,
        `system` stands in for the prompt that is served."""
        turns = assemble(
            [Turn(Role.USER, task.prompt)],
            system=system or self.system,
            arm=arm,
            signals=signals,
        )
        prompt = self.base.prompt_tokens([turn.as_dict() for turn in turns])
        written = write(self.base, prompt, greedy(REPLY_TOKENS), _nothing)
        return written.text.strip()

    def base_reply(self, task: Task) -> str:
        """The plain base's reply, written once for all users."""
        if task.prompt not in self._replies:
            self.base.attach(None)
            self._replies[task.prompt] = self.ask(task, Arm.BASE)
            write_cache(self._replies_file, self._replies)
        return self._replies[task.prompt]

    # Signals

    def signals(
        self,
        user: User,
        tasks: Sequence[Task],
        *,
        reply: Callable[[Task], str] | None = None,
        wanted: Callable[[Task, str], str] | None = None,
        day: int = 0,
    ) -> list[Signal]:
        """What `user` does with the replies to `tasks`, one a minute from that day on. They learn
        from all of it: what the guard would ask about, they have judged.

        `wanted` says what they make of a reply where it is not the user's rule, with answers to
        questions accepted; of what they would leave nothing, they reject.
        """
        wish = wanted or (lambda task, given: _accepting_answers(user, task, given))
        lines = []
        for minute, task in enumerate(tasks):
            given = (reply or self.base_reply)(task)
            at = FIRST_DAY + timedelta(days=day, minutes=minute)
            line: dict[str, Any] = {"prompt": task.prompt, "reply": given, "at": at.isoformat()}
            line |= _verdict(given, wish(task, given))
            line["session"] = f"{day}-{minute // 4}"
            lines.append(json.dumps(line).encode())
        return judged(lines, user.name)

    def log_p(self, turns: Sequence[Turn], wanted: str) -> NDArray[np.float32]:
        """Of each token of that answer to `turns` and its end, with whatever is attached."""
        prompt = self.base.prompt_tokens([turn.as_dict() for turn in turns])
        tokens = [*prompt, *self.base.plain_tokens(wanted), self.base.end_token]
        return self.base.score(tokens, len(prompt))

    def perplexity(self) -> float:
        """On the probes' prose, read in one go, with whatever is attached."""
        tokens = self.base.plain_tokens(self.probes.prose)
        return math.exp(-float(self.base.score(tokens, 1).mean(dtype="float64")))

    def kl(self, adapter: bytes) -> float:
        """Nats per token from the base, on what that wrote to general prompts that no night learns
        from. Leaves the adapter attached."""
        return kl_to_base(self.base, adapter, self.written(self.probes.general), _PACE)

    # Nights

    def rows(self, signals: Sequence[Signal]) -> list[Row]:
        """As a night reads them, with the hold-out."""
        return [Row.from_json(row) for row in plan(signals, [], self.system).rows]

    def material(self, rows: Sequence[Row], recipe: Recipe) -> TrainingSet:
        return build([row for row in rows if not row.held_out], self.base, recipe)

    def held_out(self, rows: Sequence[Row], recipe: Recipe) -> list[Example]:
        """The corrections that a night would tell by how long to train."""
        examples = build([row for row in rows if row.held_out], self.base, recipe).examples
        return [it for it in examples if not it.accepted]

    def replay(self, afresh: Sequence[str] = ()) -> list[ReplayText]:
        return self.written((*_general(), *afresh))

    def asked_by_the_base(self, count: int) -> list[str]:
        """So many questions that the base writes where a user's turn begins, without any of ours
        (Magpie, Xu et al. 2024, arXiv 2406.08464)."""
        shown = self.base.render(turns_of(self.system, _HERE), answer=False)
        opening = self.base.tokenize(shown.partition(_HERE)[0])
        self.base.attach(None)
        found: dict[str, None] = {}
        for seed in range(4 * count):
            if len(found) == count:
                break
            sampling = Sampling(temperature=1.0, seed=seed, max_tokens=QUESTION_TOKENS)
            written = write(self.base, opening, sampling, _nothing)
            if written.ended and (asked := " ".join(written.text.split())):
                found[asked] = None
        if len(found) < count:
            raise SystemExit(f"The model asks only {len(found)} questions by itself.")
        return list(found)

    def stated(self, preferences: str, recipe: Recipe) -> list[Stated]:
        """What the base says to general questions under that system prompt."""
        return write_stated(self.base, _general(), (self.system, preferences), recipe, _nothing)

    def written(self, prompts: Sequence[str]) -> list[ReplayText]:
        """What the base writes to general prompts, from the cache where it is there."""
        return write_replay(
            self.base,
            prompts,
            self.system,
            cache_dir=self.cache,
            base_sha256=self.sha256,
            on_step=_nothing,
            checkpoint=_nothing,
        )

    def night(
        self,
        material: TrainingSet,
        recipe: Recipe,
        *,
        seed: int = 0,
        held_out: Sequence[Example] = (),
        start: Lora | None = None,
        stage: Stage = Stage.FIRST,
        views: Views | None = None,
        preferences: str | None = None,
        replay: Sequence[ReplayText] | None = None,
    ) -> tuple[bytes, trainer.Trained]:
        """An adapter, ready to attach. `start`, `stage` and `views` are the trainer's; there is one
        round without `held_out`, or on a later stage; `preferences` is the system prompt that
        states some, to be taught as a night does; `replay` stands in for what a night has."""
        views = views or Views()
        texts = list(replay) if replay is not None else self.replay()
        lessons = teacher.teach(
            self.torch,
            texts,
            recipe,
            cache_dir=self.cache,
            base_sha256=self.sha256,
            on_step=_nothing,
            checkpoint=_nothing,
        )
        if preferences is not None:
            stated = self.stated(preferences, recipe)
            texts, lessons = with_stated(
                self.torch, texts, lessons, stated, recipe, views=views, checkpoint=_nothing
            )
        train = partial(
            trainer.train,
            self.torch,
            material,
            texts,
            lessons,
            recipe,
            seed=seed,
            on_step=_nothing,
            checkpoint=_nothing,
            views=views,
        )
        if start is None:
            trained = rounds.run(self.torch, recipe, held_out, train, _nothing)
        else:
            trained = train(start=start, stage=stage)
        return gguf_lora.export(trained.lora, base_sha256=self.sha256), trained

    def served(
        self, rows: Sequence[Row], recipe: Recipe, *, seed: int = 0
    ) -> tuple[bytes, trainer.Trained]:
        """The adapter of a night that the gate lets pass: trained on what is not held out, and
        further on all rows."""
        views = Views()
        whole = build(rows, self.base, recipe)
        held_out = self.held_out(rows, recipe)
        material = self.material(rows, recipe)
        _, apart = self.night(material, recipe, seed=seed, held_out=held_out, views=views)
        on, onward = apart.lora, Stage.ONWARD
        data, last = self.night(whole, recipe, seed=seed, start=on, stage=onward, views=views)
        return data, replace(last, steps=apart.steps + last.steps)

    # Costs

    def costs(
        self,
        user: User,
        tasks: Sequence[Task],
        arm: Arm,
        *,
        adapter: bytes | None = None,
        signals: Sequence[Signal] = (),
    ) -> list[float]:
        """Edit cost of each reply: words to change over the longer length, in [0, 1]."""
        shown = adapter if arm.uses_adapter else None
        self.base.attach(shown)
        plain = not shown and not arm.uses_memory
        found = []
        for task in tasks:
            reply = self.base_reply(task) if plain else self.ask(task, arm, signals)
            wanted = user.unmarked(reply) if task.kind in LEFT_ALONE else user.wanted(task, reply)
            found.append(edit_cost(reply, wanted))
        return found
