"""Reading a model's head: right on good files, a typed error on every broken one."""

from __future__ import annotations

from pathlib import Path

import gguf
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.errors import LearnerError
from adapters.gguf_header import read_header
from tests.support.tiny_gguf import write_tiny


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny(tmp_path_factory.mktemp("tiny") / "tiny.gguf", layers=2, hidden=64)


def test_it_agrees_with_the_reference_reader(starter: Path) -> None:
    header = read_header(starter)
    reader = gguf.GGUFReader(starter)

    def field(key: str) -> object:
        return reader.fields[key].contents()

    assert header.architecture == field("general.architecture") == "llama"
    assert header.name == field("general.name")
    assert header.n_layers == field("llama.block_count") == 30
    assert header.n_ctx_train == field("llama.context_length")
    assert header.n_vocab == len(reader.fields["tokenizer.ggml.tokens"].data)
    assert header.chat_template == field("tokenizer.chat_template")
    assert header.parameters == sum(int(tensor.n_elements) for tensor in reader.tensors)
    assert header.quantization == "Q4_1"
    assert header.kv_bytes_per_token == 30 * 3 * 64 * 2 * 2
    assert header.memory_needed(4096) > header.size_bytes + 4096 * header.kv_bytes_per_token


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(fraction=st.floats(0, 1, exclude_max=True))
def test_every_truncation_is_noticed(tiny: Path, tmp_path: Path, fraction: float) -> None:
    whole = tiny.read_bytes()
    cut = tmp_path / "cut.gguf"
    cut.write_bytes(whole[: int(len(whole) * fraction)])
    with pytest.raises(LearnerError) as told:
        read_header(cut)
    assert told.value.title in ("Model file is damaged", "Not a GGUF model")
    assert "cut.gguf" in told.value.sentence


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 6000), junk=st.binary(min_size=1, max_size=12))
def test_damage_in_the_head_never_escapes_as_another_error(
    tiny: Path, tmp_path: Path, at: int, junk: bytes
) -> None:
    data = bytearray(tiny.read_bytes())
    data[at : at + len(junk)] = junk
    broken = tmp_path / "broken.gguf"
    broken.write_bytes(data)
    try:
        header = read_header(broken)
    except LearnerError as error:
        assert error.title and error.sentence and error.remedy
    else:
        assert header.size_bytes == len(data)


def with_fields(path: Path, **fields: str | int) -> Path:
    writer = gguf.GGUFWriter(path, "llama")
    for key, value in fields.items():
        name = key.replace("__", ".")
        add = writer.add_string if isinstance(value, str) else writer.add_uint16
        add(name, value)
    writer.add_tensor("x", np.zeros(32, np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def test_files_that_are_gguf_but_no_model(tmp_path: Path) -> None:
    adapter = with_fields(tmp_path / "adapter.gguf", general__type="adapter")
    with pytest.raises(LearnerError, match="of the type adapter"):
        read_header(adapter)
    part = with_fields(tmp_path / "part.gguf", split__count=3)
    with pytest.raises(LearnerError, match="one of 3 parts"):
        read_header(part)


def test_versions_that_we_do_not_know(tmp_path: Path) -> None:
    file = tmp_path / "new.gguf"
    file.write_bytes(b"GGUF" + (9).to_bytes(4, "little") + bytes(100))
    with pytest.raises(LearnerError, match="GGUF version 9"):
        read_header(file)


def test_what_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(LearnerError) as told:
        read_header(tmp_path / "absent.gguf")
    assert told.value.title == "Model file not found"
    with pytest.raises(LearnerError) as told:
        read_header(tmp_path)
    assert told.value.title == "Model file cannot be read"
