"""Models that cannot be used are told with title, sentence and remedy, in and out of process."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from adapters.errors import LearnerError
from adapters.runtime import Base
from app.domain.errors import KnownError
from app.engine import catalogue
from app.engine.client import Engine
from tests.support.tiny_gguf import write_tiny


def missing(folder: Path, _: Path) -> Path:
    return folder / "model.gguf"


def foreign(folder: Path, _: Path) -> Path:
    (folder / "model.gguf").write_bytes(b"PK\x03\x04" + bytes(5000))
    return folder / "model.gguf"


def truncated(folder: Path, starter: Path) -> Path:
    with starter.open("rb") as whole:
        (folder / "model.gguf").write_bytes(whole.read(20_000_000))
    return folder / "model.gguf"


def mute(folder: Path, _: Path) -> Path:
    return write_tiny(folder / "model.gguf", chat_template=False, layers=1, hidden=64)


CASES = [
    (missing, "Model file not found"),
    (foreign, "Not a GGUF model"),
    (truncated, "Model file is damaged"),
    (mute, "Model has no chat template"),
]


@pytest.mark.parametrize(("make", "title"), CASES, ids=lambda value: getattr(value, "__name__", ""))
def test_a_model_that_cannot_be_used(
    make: Callable[[Path, Path], Path], title: str, tmp_path: Path, starter: Path
) -> None:
    path = make(tmp_path, starter)
    with pytest.raises(LearnerError) as learner:
        Base(path)
    with pytest.raises(KnownError) as identified:
        catalogue.identify(path)
    engine = Engine(path)
    try:
        with pytest.raises(KnownError) as told:
            engine.start()
    finally:
        engine.close()
    for error in (learner.value, identified.value, told.value):
        assert error.title == title
        assert "model.gguf" in error.sentence
        assert error.remedy


def test_a_model_that_llama_cpp_does_not_know(tmp_path: Path) -> None:
    path = write_tiny(tmp_path / "model.gguf", layers=1, hidden=64)
    path.write_bytes(path.read_bytes().replace(b"llama", b"lnova"))
    with pytest.raises(LearnerError) as told:
        Base(path)
    assert told.value.title == "Model cannot be loaded"
    assert "lnova" in told.value.sentence


def test_a_model_that_does_not_fit(starter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = psutil.virtual_memory()
    monkeypatch.setattr(
        psutil, "virtual_memory", lambda: memory._replace(total=10**8, available=10**8)
    )
    with pytest.raises(LearnerError) as told:
        Base(starter)
    assert told.value.title == "Not enough memory for this model"
    with pytest.raises(KnownError) as known:
        catalogue.identify(starter)
    assert known.value.title == "Model too big for this machine"


@pytest.mark.parametrize("arch", ["llama", "qwen2"])
def test_any_chat_gguf_of_the_users_own_works(tmp_path: Path, arch: str) -> None:
    base = Base(write_tiny(tmp_path / "own.gguf", arch, "Q8_0"), n_ctx=256)
    try:
        tokens = base.prompt_tokens([{"role": "user", "content": "hello"}])
        assert base.tokenize("<|im_end|>") == [base.end_token]
        assert base.score(tokens, 1).shape == (len(tokens) - 1,)
    finally:
        base.close()


def test_paths_with_spaces_and_umlauts(tmp_path: Path, starter: Path) -> None:
    folder = tmp_path / "Schöne Modelle 🙂"
    folder.mkdir()
    path = Path(shutil.copy(write_tiny(tmp_path / "t.gguf"), folder / "mein modell.gguf"))
    Base(path, n_ctx=128).close()
