"""kill -9 at any instruction: what was acknowledged is there, the rest is whole or absent."""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path

import pytest
from store_support import KEY, adapter, found_in_pages, night, signal, start

from app.store import open_store
from app.store.schema import MIGRATIONS, Migration

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")

few_then_many = pytest.mark.parametrize(
    "rounds", [4, pytest.param(60, marks=pytest.mark.long)], ids=["few", "many"]
)

PRELUDE = """
import sys
from pathlib import Path
from store_support import *
from app.store import open_store
profile = Path(sys.argv[1])
def say(*words):
    print(*words, flush=True)
"""


def killed(script: str, profile: Path, after: float, *arguments: str) -> list[str]:
    """Runs the script, kills it `after` seconds past its first line; its complete lines."""
    with start(PRELUDE + script, profile, *arguments) as child:
        assert child.stdout is not None
        first = child.stdout.readline()
        time.sleep(after)
        child.kill()
        # Not `communicate`: it would pass over what the reading of the first line has buffered.
        rest = child.stdout.read()
        err = child.stderr.read() if child.stderr else ""
    assert first, err
    return [line for line in (first + rest).splitlines(keepends=True) if line.endswith("\n")]


@few_then_many
def test_acknowledged_writes_survive(profile: Path, rounds: int) -> None:
    script = """
store = open_store(profile, KEY)
say("open")
for count in range(100_000):
    name = f"{sys.argv[2]}-{count}"
    store.signals.add_many([signal(f"{name}-a"), signal(f"{name}-b")])
    say(name)
"""
    acknowledged: set[str] = set()
    for number in range(rounds):
        lines = killed(script, profile, 0.12 * number / rounds, str(number))
        acknowledged |= {line.strip() for line in lines[1:]}
        with open_store(profile, KEY) as store:
            stored = {one.id for one in store.signals.all()}
        assert {f"{name}-{half}" for name in acknowledged for half in "ab"} <= stored
        # Both rows of a batch or none.
        halves = [{one[:-1] for one in stored if one.endswith(half)} for half in "ab"]
        assert halves[0] == halves[1], "half a batch"
    assert acknowledged


@few_then_many
def test_a_first_start_leaves_no_half_store(profile: Path, rounds: int) -> None:
    script = """
say("go")
open_store(profile, KEY)
say("made")
"""
    for number in range(rounds):
        killed(script, profile, 0.012 * number / rounds)
        with open_store(profile, KEY) as store:
            assert store.signals.all() == []
        assert not list(profile.glob("store.new*"))
        shutil.rmtree(profile)


@few_then_many
def test_promotion_leaves_the_old_adapter_or_the_new(profile: Path, rounds: int) -> None:
    script = """
store = open_store(profile, KEY)
life, first = sys.argv[2], int(sys.argv[3])
say("open")
for count in range(first, first + 1000):
    data = bytes([count % 256]) * 500_000
    begun = night(f"night-{life}-{count}")
    store.nights.begin(begun)
    store.promote(begun, adapter(str(count), data, night=begun.id), data)
    say(count)
"""
    settled = -1
    for number in range(rounds):
        lines = killed(script, profile, 0.1 * number / rounds, str(number), str(settled + 1))
        acknowledged = int(lines[-1]) if len(lines) > 1 else settled
        with open_store(profile, KEY) as store:
            active = store.adapters.active()
            settled = -1 if active is None else int(active.id)
            # The one that was acknowledged last, or the one in flight if it got through.
            assert settled in (acknowledged, acknowledged + 1)
            if active is not None:
                assert store.adapters.bytes_of(active) == bytes([settled % 256]) * 500_000
                ended = store.nights.get(active.night)
                assert ended is not None
                assert ended.adapter == active.id
            assert all(one.outcome for one in store.nights.all())
            known = {f"{one.id}.bin" for one in store.adapters.all()}
        files = {path.name for path in profile.glob("adapters/*")}
        assert files == known
    assert settled >= 0


@few_then_many
def test_a_forgotten_row_stays_forgotten(profile: Path, rounds: int) -> None:
    script = """
store = open_store(profile, KEY)
say("open")
store.signals.forget(["gone"])
say("forgotten")
"""
    for number in range(rounds):
        with open_store(profile, KEY) as store:
            store.signals.add(signal("gone", f"canary-{number}-" * 30))
            store.signals.add_many([signal(f"{number}-{i}", "words " * 99) for i in range(40)])
        lines = killed(script, profile, 0.02 * number / rounds)
        with open_store(profile, KEY) as store:
            if len(lines) > 1:
                assert store.signals.get("gone") is None
            if store.signals.get("gone") is None:
                assert not found_in_pages(profile, f"canary-{number}")
            store.signals.forget(["gone"])
        assert not found_in_pages(profile, f"canary-{number}")


@few_then_many
def test_a_migration_is_done_or_not_begun(profile: Path, rounds: int) -> None:
    script = """
from app.store.schema import MIGRATIONS, Migration
step = Migration(MIGRATIONS[-1].version + 1, tuple(f"CREATE TABLE t{i} (x)" for i in range(300)))
say("go")
open_store(profile, KEY, migrations=[*MIGRATIONS, step])
say("done")
"""
    step = Migration(
        MIGRATIONS[-1].version + 1, tuple(f"CREATE TABLE t{i} (x)" for i in range(300))
    )
    for number in range(rounds):
        with open_store(profile, KEY) as store:
            store.nights.begin(night("n"))
        killed(script, profile, 0.04 * number / rounds)
        with open_store(profile, KEY, migrations=[*MIGRATIONS, step]) as store:
            assert store.nights.get("n") is not None
            made = [name for name in store._handle.db.table_names() if name[1:].isdigit()]
            assert len(made) == 300
        shutil.rmtree(profile)


def test_an_orphan_file_is_swept_and_a_stranger_is_not(profile: Path) -> None:
    with open_store(profile, KEY) as store:
        store.promote(night("night-a"), adapter("a", b"a"), b"a")
    (profile / "adapters" / "orphan.bin").write_bytes(b"left by a kill")
    (profile / "adapters" / "b.bin.tmp").write_bytes(b"left by a kill")
    (profile / "adapters" / "notes.txt").write_bytes(b"not ours")
    open_store(profile, KEY).close()
    assert {path.name for path in (profile / "adapters").iterdir()} == {"a.bin", "notes.txt"}
