"""Erasure, as a proof: what a forgotten row leaves behind, measured on this machine's own model.

Two throw-away profiles, encrypted under passphrases that nobody keeps. The first is taught rows
and planted texts, forgets the planted ones and learns again; the second never held them. The
user's own profile is only read. What is proved, and what is not, is in docs/erasure.md.
"""

from __future__ import annotations

import os
import random
import re
import secrets
import tempfile
import time
import uuid
from collections.abc import Callable, Collection, Container, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from importlib import resources as package_resources
from pathlib import Path
from typing import Any

from adapters.leftovers import remove_leftovers
from app.domain import planted, simulated
from app.domain.events import NightProgress
from app.domain.ledger import Adapter, Night, Signal, State, utc_now
from app.domain.receipts import Proved
from app.engine import catalogue, hardware
from app.services.models import Models
from app.services.nights import Nights
from app.services.proof import (
    AUC_AFTER,
    EXPOSURE_AFTER,
    Claim,
    Findings,
    Likelihoods,
    Proof,
    judge,
    receipts_claim,
)
from app.services.receipts import Receipts
from app.services.traces import Needles, files_in, merged, places_of
from app.sleep.erasure import Asked, Learned, erasure_job, learn
from app.sleep.job import night_job, plan, readiness
from app.sleep.process import NightProcess
from app.store import Key, Store, open_key, open_store
from app.store.errors import ForgottenRowsError
from app.store.layout import Layout

ROWS = 48
"""The most rows of the user's own that are used: the newest."""

_FOLDER = re.compile(r"reverie-erasure-(\d{1,9})-.*")

OnStage = Callable[[str], None]
OnProgress = Callable[[NightProgress], None]


@dataclass(frozen=True, slots=True)
class Scale:
    """How much is planted and how long is trained. `controls` and `candidates` are canaries that
    are never planted, `others` such notes; `copies` and `note_copies` are the rows of each that is.
    `recipe` overrides the night's: where there is so much to learn, each row would be visited once
    or twice, and a test of whether it is remembered would have no power. On a ledger of a night's
    size, as the rebuilt one is, it changes nothing."""

    canaries: int = 16
    copies: int = 6
    controls: int = 128
    candidates: int = 511
    notes: int = 200
    note_copies: int = 6
    others: int = 1000
    recipe: Mapping[str, Any] = field(default_factory=lambda: {"max_steps": 400})


class Erasure:
    """One proof at a time, not beside a night. `cancel` and `close` may come from any thread."""

    def __init__(self, store: Store, models: Models, nights: Nights, receipts: Receipts) -> None:
        self._store = store
        self._receipts = receipts
        self._models = models
        self._nights = nights
        self._process: NightProcess | None = None
        self._using: frozenset[str] = frozenset()
        self._closing = self._stopped = False

    def prove(
        self,
        on_stage: OnStage = lambda _: None,
        on_progress: OnProgress = lambda _: None,
        *,
        seed: int | None = None,
        scale: Scale | None = None,
    ) -> Proof:
        """Slow: three short trainings. The same `seed` plants the same texts. First it checks all
        receipts; what it finds goes into those that have no proof yet. Raises KnownError where no
        proof could be tried, NightCancelled when it was stopped."""
        with self._nights.alone():
            self._stopped = False
            try:
                seed = secrets.randbits(32) if seed is None else seed
                trial = _Trial.draw(seed, scale or Scale())
                receipts = self._checked(on_stage)
                proof = self._prove(trial, _Watch(on_stage, on_progress))
                self._receipts.proof_ended(_for_receipts(proof))
                return replace(proof, claims=(*receipts, *proof.claims))
            finally:
                self._process, self._using = None, frozenset()

    def cancel(self) -> None:
        """Also where it is about to begin its next training."""
        self._stopped = True
        if self._process:
            self._process.cancel()

    def leave(self, rows: Collection[str]) -> None:
        """Stops a proof that learns from one of `rows`, which are forgotten."""
        if not self._using.isdisjoint(rows):
            self.cancel()

    def close(self) -> None:
        self._closing = True
        self.cancel()

    def _checked(self, on_stage: OnStage) -> tuple[Claim, ...]:
        checked = self._receipts.checked()
        if not checked:
            return ()
        failing = [(statement.id, faults) for statement, faults in checked if faults]
        for receipt_id, faults in failing:
            on_stage(f"Receipt {receipt_id} does not hold: {' '.join(faults)}")
        return (receipts_claim(len(checked), [receipt_id for receipt_id, _ in failing]),)

    def _prove(self, trial: _Trial, watch: _Watch) -> Proof:
        started = time.monotonic()
        rows, whose = self._rows()
        self._using = frozenset(row.id for row in rows)
        base = self._models.base_sha256()
        watch.on_stage(f"{len(rows)} corrections ({whose}), {len(trial.victims)} planted rows.")
        remove_leftovers(Path(tempfile.gettempdir()), _FOLDER)
        with tempfile.TemporaryDirectory(prefix=f"reverie-erasure-{os.getpid()}-") as folder:
            with _throw_away(Path(folder) / "taught", base) as taught:
                findings = self._teach_and_forget(taught, trial, rows, watch)
            with _throw_away(Path(folder) / "clean", base) as clean:
                watch.on_stage("3 of 3: learning in a profile that never had the planted rows.")
                clean.store.signals.add_many(rows)
                never = self._learn(clean, watch, trial.scale.recipe)
        facts = {
            "model": self._models.current().name,
            "base_sha256": base,
            "rows": {"whose": whose, "number": len(rows)},
            **trial.facts(),
            "seconds": round(time.monotonic() - started, 1),
        }
        return Proof(judge(replace(findings, never_sha256=never.sha256)), facts)

    def _teach_and_forget(
        self, taught: _Profile, trial: _Trial, rows: Sequence[Signal], watch: _Watch
    ) -> Findings:
        watch.on_stage("1 of 3: learning everything.")
        half = len(trial.victims) // 2  # before and after the rows, so that no position gives away
        taught.store.signals.add_many([*trial.victims[:half], *rows, *trial.victims[half:]])
        first = self._learn(taught, watch, trial.scale.recipe, trial.asked, reference=True)
        adapter = taught.promote(first, quotes=trial.planted_texts)
        needles = trial.needles(first)
        known = needles.found_in(taught.places())
        taught.store.signals.forget([victim.id for victim in trial.victims])
        still_on = taught.still_on(adapter)
        left = needles.found_in(taught.places())
        watch.on_stage("2 of 3: forgotten; learning again without them.")
        second = self._learn(taught, watch, trial.scale.recipe, trial.asked)
        taught.promote(second)
        left = merged(left, needles.found_in(taught.places()))
        left = merged(left, needles.found_in(files_in(self._cache())))
        seen = frozenset(first.rows)
        return Findings(
            rebuilt_sha256=second.sha256,
            never_sha256="",
            still_on=still_on,
            base=trial.likelihoods(first.base_log_p, seen),
            before=trial.likelihoods(first.log_p, seen),
            after=trial.likelihoods(second.log_p, seen),
            traces_before=known,
            traces_after=left,
            sought=trial.sought,
        )

    def _rows(self) -> tuple[list[Signal], str]:
        """What is learned beside the planted rows, and whose it is."""
        own = self._store.signals.all(State.ACTIVE)[-ROWS:]
        if readiness(own).ready:
            # Copies stand alone: the conversations that they came from stay behind.
            return [replace(signal, message=None) for signal in own], "your own"
        prompts = self._resources().joinpath("demo", "prompts.txt").read_text(encoding="utf-8")
        return simulated.corrections(prompts.splitlines()[:ROWS]), "a simulated user's"

    def _learn(
        self,
        profile: _Profile,
        watch: _Watch,
        recipe: Mapping[str, Any],
        asked: Sequence[Asked] = (),
        *,
        reference: bool = False,
    ) -> Learned:
        system = self._models.system_prompt()
        night = night_job(
            plan(profile.store.signals.all(State.ACTIVE), (), system),
            base=self._models.current().path,
            base_sha256=self._models.base_sha256(),
            system=system,
            cache=self._cache(),
            resources=self._resources(),
            threads=hardware.threads(),
        )
        job = erasure_job(night, recipe=recipe, asked=asked, reference=reference)
        self._process = NightProcess(job, b"")
        if self._closing or self._stopped:  # asked for before there was a process to tell
            self._process.cancel()
        return learn(self._process, watch.on_progress)

    def _cache(self) -> Path:
        return catalogue.models_folder() / "cache" / self._models.base_sha256()[:16]

    def _resources(self) -> Path:
        return Path(str(package_resources.files("resources")))


def _for_receipts(proof: Proof) -> Proved:
    return Proved(
        at=utc_now(),
        verdict=proof.verdict.value,
        exposure=round(proof.number(EXPOSURE_AFTER), 4),
        auc=round(proof.number(AUC_AFTER), 4),
        model=str(proof.facts["model"]),
        seed=int(proof.facts["seed"]),
    )


@dataclass(frozen=True, slots=True)
class _Watch:
    on_stage: OnStage
    on_progress: OnProgress


@dataclass(frozen=True, slots=True)
class _Trial:
    """What is planted in one proof, and what is held against it."""

    seed: int
    scale: Scale
    canaries: planted.Texts
    notes: planted.Texts

    @classmethod
    def draw(cls, seed: int, scale: Scale) -> _Trial:
        chance = random.Random(seed)  # noqa: S311 - nothing is protected by these codes
        number = scale.canaries + scale.controls + scale.candidates
        return cls(
            seed,
            scale,
            planted.canaries(chance, number),
            planted.notes(chance, scale.notes + scale.others),
        )

    @property
    def planted_texts(self) -> tuple[str, ...]:
        scale = self.scale
        return self.canaries.texts[: scale.canaries] + self.notes.texts[: scale.notes]

    @property
    def victims(self) -> list[Signal]:
        """The rows to be forgotten: each canary several times, and each note."""
        canaries, notes = self.planted_texts[: self.scale.canaries], self.scale.notes
        return [
            *self.canaries.signals(canaries, self.scale.copies),
            *self.notes.signals(self.notes.texts[:notes], self.scale.note_copies),
        ]

    @property
    def asked(self) -> list[Asked]:
        return [
            Asked(make.prompt, text) for make in (self.canaries, self.notes) for text in make.texts
        ]

    @property
    def sought(self) -> int:
        """Texts and ids that must not be found."""
        return len(self.planted_texts) + len(self.victims)

    def needles(self, learned: Learned) -> Needles:
        """The planted texts in every form, and the ids made of them."""
        tokens = {asked.text: ids for asked, ids in zip(self.asked, learned.tokens, strict=True)}
        needles = Needles()
        for text in self.planted_texts:
            needles.add(text, tokens[text])
        for victim in self.victims:
            needles.add(victim.id)
        return needles

    def likelihoods(self, log_p: Sequence[float], seen: frozenset[str]) -> Likelihoods:
        """`log_p` of all that was asked, by its part in the proof. Of what was planted only what
        was trained on counts: a user's own rows may send some of it to the held-out side."""
        trained = {victim.edited for victim in self.victims if victim.id in seen}
        number, all_canaries = self.scale.canaries, len(self.canaries.texts)
        canaries, notes = log_p[:all_canaries], log_p[all_canaries:]
        return Likelihoods(
            canaries=_of(trained, self.canaries.texts[:number], canaries),
            controls=canaries[number : number + self.scale.controls],
            candidates=canaries[number + self.scale.controls :],
            members=_of(trained, self.notes.texts[: self.scale.notes], notes),
            others=notes[self.scale.notes :],
        )

    def facts(self) -> dict[str, Any]:
        return {"seed": self.seed, "planted": asdict(self.scale)}


def _of(wanted: Container[str | None], texts: Sequence[str], log_p: Sequence[float]) -> list[float]:
    return [score for text, score in zip(texts, log_p, strict=False) if text in wanted]


@dataclass(frozen=True, slots=True)
class _Profile:
    """A profile of real files that nobody can open again."""

    folder: Path
    key: Key
    store: Store
    base: str

    def places(self) -> Iterator[tuple[str, bytes]]:
        return places_of(self.folder, self.store, self.key)

    def promote(self, learned: Learned, quotes: Sequence[str] = ()) -> Adapter:
        """As a night ends, with a report that quotes texts as nights do."""
        night = Night(
            id=uuid.uuid4().hex[:12], started=utc_now(), base=self.base, rows=learned.rows
        )
        adapter = Adapter(
            id=uuid.uuid4().hex[:12],
            night=night.id,
            base=night.base,
            sha256=learned.sha256,
            rows=learned.rows,
            active=True,
        )
        examples = [{"prompt": "", "before": "", "after": "", "wanted": text} for text in quotes]
        metrics = {"examples": examples, "manifest": {"train_rows": list(learned.rows)}}
        self.store.promote(replace(night, metrics=metrics), adapter, learned.data)
        return adapter

    def still_on(self, adapter: Adapter) -> int:
        """In how many ways an adapter that must be off is not: in use, usable, on disk."""
        on = self.store.adapters.active() is not None
        try:
            self.store.adapters.activate(adapter.id)
            ready = True
        except ForgottenRowsError:
            ready = False
        return on + ready + any(Layout(self.folder).adapters.glob(f"{adapter.id}*"))


@contextmanager
def _throw_away(folder: Path, base: str) -> Iterator[_Profile]:
    passphrase = secrets.token_hex(32)
    key = open_key(folder, lambda: passphrase, insist=True)
    with open_store(folder, key) as store:
        yield _Profile(folder, key, store, base)
