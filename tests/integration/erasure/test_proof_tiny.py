"""The whole proof in small: real stores, real processes, a tiny model, a few planted rows."""

from __future__ import annotations

import json
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cli import report
from app.domain.events import NightProgress, Phase
from app.domain.simulated import corrections
from app.services import Reverie
from app.services.erasure import Scale
from app.services.nighterrors import NightRunning
from app.services.proof import Verdict
from app.sleep.process import NightCancelled
from tests.support.tiny_gguf import write_tiny

RECIPE = {
    "min_steps": 8,
    "max_steps": 40,
    "max_epochs": 6,
    "learning_rate": 2e-2,
    "batch": 16,
    "personal": 14,
}
SCALE = Scale(
    canaries=6,
    copies=4,
    controls=40,
    candidates=127,
    notes=30,
    note_copies=1,
    others=30,
    recipe=RECIPE,
)
NOBODY = 2**22 + 1
"""A process's id, and above all that Linux gives."""
OWN = corrections([f"Write about thing {n}." for n in range(60)])


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def reverie(
    tmp_path: Path, profile: Path, monkeypatch: pytest.MonkeyPatch, temporary: Path
) -> Iterator[Reverie]:
    models = tmp_path / "models"
    models.mkdir()
    monkeypatch.setenv("REVERIE_MODELS", str(models))
    tiny = write_tiny(models / "tiny.gguf", layers=3, hidden=128, feed_forward=256)
    with Reverie.open(profile, lambda: "words", insist=True) as opened:
        opened.use_model(str(tiny))
        yield opened


def test_the_whole_proof(reverie: Reverie, temporary: Path) -> None:
    """At this size the statistics are too coarse to be limits; that they fall is enough here, and
    the long test asks for the limits of the real proof."""
    reverie.store.signals.add_many(OWN[:27])
    forgotten = reverie.forgetting.forget(signals=[OWN[26].id])
    stages: list[str] = []
    phases: list[Phase] = []

    def on_progress(event: NightProgress) -> None:
        if event.step == 0:
            phases.append(event.phase)

    proof = reverie.erasure.prove(stages.append, on_progress, seed=1, scale=SCALE)
    claims = {claim.name: claim for claim in proof.claims}
    exact = (
        "adapters that saw the rows",
        "rebuilt adapter, and one that never saw them",
        "traces found before forgetting",
        "traces found after",
    )
    assert {claims[name].verdict for name in exact} == {Verdict.HOLDS}, report.proof(proof)
    for measure in ("canary exposure", "membership AUC"):
        fall = claims[f"{measure} before forgetting"].number - claims[f"{measure} after"].number
        assert fall > 0.1, report.proof(proof)
    assert claims["canary exposure before forgetting"].number > 3
    assert claims["after, against canaries never planted"].verdict is Verdict.HOLDS
    assert len(stages) == 4
    assert (phases.count(Phase.TRAIN), phases.count(Phase.MEASURE)) == (3, 2)
    assert proof.facts["rows"] == {"whose": "your own", "number": 26}
    assert json.loads(json.dumps(proof.as_json()))["seed"] == 1
    assert list(temporary.iterdir()) == []
    assert reverie.store.signals.all() == OWN[:26]
    assert claims["receipts"].verdict is Verdict.HOLDS
    (receipt,) = reverie.receipts.all()
    assert receipt.id == forgotten.receipt
    assert receipt.genuine
    assert receipt.proved is not None
    assert (receipt.proved.verdict, receipt.proved.seed) == (proof.verdict, 1)
    assert receipt.proved.exposure == round(claims["canary exposure after"].number, 4)


def test_a_receipt_that_does_not_hold_fails_the_proof(reverie: Reverie) -> None:
    """It is told before the slow part begins."""
    reverie.store.signals.add_many(OWN[:2])
    for row in OWN[:2]:
        reverie.forgetting.forget(signals=[row.id])
    reverie.store.signals.add(OWN[0])
    stages: list[str] = []
    (claim,) = reverie.erasure._checked(stages.append)
    assert claim.verdict is Verdict.FAILS
    assert claim.value.startswith("1 of 2 hold: ")
    assert len(stages) == 1
    assert "there again" in stages[0]


def begin(reverie: Reverie, stages: list[str]) -> tuple[threading.Thread, list[BaseException]]:
    """A proof that has begun to learn, and how it ends if it is stopped."""
    begun = threading.Event()
    ended: list[BaseException] = []

    def prove() -> None:
        try:
            reverie.erasure.prove(stages.append, lambda _: begun.set(), scale=SCALE)
        except NightCancelled as end:
            ended.append(end)

    thread = threading.Thread(target=prove)
    thread.start()
    assert begun.wait(120)
    return thread, ended


def test_it_can_be_stopped_and_leaves_nothing(reverie: Reverie, temporary: Path) -> None:
    """Beside it neither a night nor another proof may run; of many rows the newest are taken."""
    reverie.store.signals.add_many(OWN)
    (temporary / f"reverie-erasure-{NOBODY}-left").mkdir()  # by a proof that was killed
    stages: list[str] = []
    thread, ended = begin(reverie, stages)
    for beside in (reverie.erasure.prove, reverie.nights.sleep_now):
        with pytest.raises(NightRunning):
            beside()
    (folder,) = temporary.iterdir()
    assert folder.stat().st_mode & 0o777 == 0o700
    reverie.erasure.cancel()
    thread.join(60)
    assert len(ended) == 1
    assert stages[0].startswith("48 corrections (your own)")
    assert list(temporary.iterdir()) == []
    assert reverie.store.signals.all() == OWN


def test_it_stops_when_a_row_that_it_learns_from_is_forgotten(
    reverie: Reverie, temporary: Path
) -> None:
    reverie.store.signals.add_many(OWN)
    thread, ended = begin(reverie, [])
    reverie.forgetting.forget(signals=[OWN[0].id])  # not among the newest
    assert not ended
    reverie.forgetting.forget(signals=[OWN[-1].id])
    thread.join(60)
    assert len(ended) == 1
    assert list(temporary.iterdir()) == []
