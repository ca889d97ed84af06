"""Adapters come and go between replies, from memory only, and a bad one changes nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from adapters.errors import LearnerError
from adapters.runtime import Base, Sampling
from tests.support.tiny_gguf import write_tiny

GREEDY = Sampling(temperature=0, repeat_penalty=1, max_tokens=16)


@pytest.fixture
def tokens(base: Base) -> list[int]:
    return base.prompt_tokens([{"role": "user", "content": "Write a line about rain."}])


def scores(base: Base, tokens: list[int]) -> np.ndarray:
    return base.score(tokens, 1)


def test_swap_detach_and_scale(base: Base, tokens: list[int], make_lora: Any) -> None:
    plain = scores(base, tokens)
    first, second = make_lora(1), make_lora(2)
    base.attach(first)
    with_first = scores(base, tokens)
    base.attach(second)
    with_second = scores(base, tokens)
    assert np.abs(with_first - plain).max() > 0.01
    assert np.abs(with_second - with_first).max() > 0.01
    base.attach(first)
    np.testing.assert_array_equal(scores(base, tokens), with_first)
    base.attach(first, 0.5)
    half = scores(base, tokens)
    assert 0.001 < np.abs(half - plain).max() < np.abs(with_first - plain).max()
    for nothing in (None, b""):
        base.attach(nothing)
        np.testing.assert_array_equal(scores(base, tokens), plain)


def test_a_switch_empties_the_cache(base: Base, tokens: list[int], make_lora: Any) -> None:
    list(base.generate(tokens, GREEDY))
    base.attach(make_lora(1))
    list(base.generate(tokens, GREEDY))
    assert base.last is not None
    assert base.last.reused_tokens == 0


def test_bad_adapters_are_refused_and_the_old_one_stays(
    base: Base, tokens: list[int], make_lora: Any
) -> None:
    good = make_lora(1)
    base.attach(good)
    before = scores(base, tokens)
    bad = {
        "truncated": good[: len(good) // 2],
        "head only": good[:200],
        "no GGUF": b"not an adapter at all",
        "one byte": b"G",
        "other base": make_lora(1, arch="qwen2"),
        "wrong shape": make_lora(1, shape=(576, 1536)),
        "no such layer": make_lora(1, layers=range(28, 33)),
    }
    for what, data in bad.items():
        with pytest.raises(LearnerError) as told:
            base.attach(data)
        assert told.value.title == "Adapter does not fit", what
        np.testing.assert_array_equal(scores(base, tokens), before, err_msg=what)


def test_an_adapter_of_nan_loads_and_can_be_taken_off(
    base: Base, tokens: list[int], make_lora: Any
) -> None:
    plain = scores(base, tokens)
    base.attach(make_lora(1, strength=float("nan")))
    assert np.isnan(scores(base, tokens)).any()
    list(base.generate(tokens, GREEDY))
    base.attach(None)
    np.testing.assert_array_equal(scores(base, tokens), plain)


def test_nothing_is_printed_and_nothing_touches_a_disk(
    starter: Path, make_lora: Any, tmp_path: Path
) -> None:
    """In a process of its own: descriptors 1 and 2 are ours to read, and so are its open files."""
    file = tmp_path / "adapter"
    file.write_bytes(make_lora(1))
    code = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from adapters.runtime import Base\n"
        "data = Path(sys.argv[2]).read_bytes()\n"
        "opened = set()\n"
        "sys.addaudithook(lambda e, a: e == 'open' and opened.add(str(a[0])))\n"
        "base = Base(Path(sys.argv[1]), n_ctx=512)\n"
        "opened.clear()\n"
        "base.attach(data)\n"
        "try: base.attach(data[:5000])\n"
        "except Exception as error: assert 'Adapter' in str(error)\n"
        "assert not opened, opened\n"
        "links = [os.readlink(f'/proc/self/fd/{n}') for n in os.listdir('/proc/self/fd')\n"
        "         if os.path.exists(f'/proc/self/fd/{n}')]\n"
        "files = [l for l in links if l.startswith('/') and not l.startswith('/dev/')]\n"
        "assert all(l.startswith('/proc/') or l.endswith('.gguf') for l in files), links\n"
        "base.close()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(starter), str(file)],
        capture_output=True,
        timeout=120,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_the_swap_is_quick(base: Base, make_lora: Any) -> None:
    import time

    data = make_lora(1)
    times = []
    for _ in range(5):
        began = time.perf_counter()
        base.attach(data)
        times.append(time.perf_counter() - began)
    assert sorted(times)[2] < 0.5, times


@pytest.mark.parametrize("arch", ["llama", "qwen2", "qwen3", "gemma3"])
def test_other_families_take_adapters_too(tmp_path: Path, arch: str, make_lora: Any) -> None:
    base = Base(write_tiny(tmp_path / "tiny.gguf", arch, "Q8_0"), n_ctx=256)
    try:
        tokens = base.tokenize("hello there my friend")
        plain = base.score(tokens, 1)
        base.attach(make_lora(1, arch=arch, shape=(512, 256), layers=range(4)))
        assert np.abs(base.score(tokens, 1) - plain).max() > 1e-4
    finally:
        base.close()
