"""On a full disk a forgetting is one all the same: what runs stops, and it can be undone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from app.domain.ledger import State
from app.domain.simulated import corrections
from app.services import Reverie

ROWS = corrections([f"Write at some length about the harbour number {n}." for n in range(300)])

ON_A_FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from app.services import Reverie
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with Reverie.open(Path(sys.argv[1]), lambda: "words", insist=True) as reverie:
    told = []
    reverie.forgetting.on_forgotten = told.append
    resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, resource.RLIM_INFINITY))
    done = reverie.forgetting.forget(signals=[sys.argv[2]])
    print(type(done.unfinished).__name__, told == [[sys.argv[2]]])
    print(reverie.store.signals.get(sys.argv[2]), reverie.receipts.get(done.receipt).looked.found)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
    reverie.forgetting.undo(done)
"""


def test_it_is_followed_by_all_that_follows_and_can_be_undone(profile: Path) -> None:
    with Reverie.open(profile, lambda: "words", insist=True) as reverie:
        reverie.store.signals.add_many(ROWS)
    command = [sys.executable, "-c", ON_A_FULL_DISK, str(profile), ROWS[0].id]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    first, second = ended.stdout.splitlines()
    assert first == "ScrubUnfinishedError True"
    assert second.startswith("None ")
    with Reverie.open(profile, lambda: "words", insist=True) as reverie:
        assert {row.id for row in reverie.store.signals.all(State.ACTIVE)} == {r.id for r in ROWS}
        (one,) = reverie.receipts.all()
        assert one.undone is not None
        assert one.genuine
