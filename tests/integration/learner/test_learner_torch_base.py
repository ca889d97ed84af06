"""The torch model computes what llama.cpp computes, for every family and kind of file we accept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import gguf
import numpy as np
import pytest
import torch

from adapters import torch_base
from adapters.errors import LearnerError
from adapters.frozen import halve
from adapters.gguf_base import FAMILIES
from adapters.packing import pack
from tests.support import llama_reference
from tests.support.tiny_gguf import write_tiny

TOKENS = [1, *range(40, 90), 2]
EXACT = 1e-4
ROUNDED = 5e-3
"""Where the feed-forward block has a GELU: llama.cpp looks it up among 16-bit numbers."""


def limit(family: str) -> float:
    return ROUNDED if family == "gemma3" else EXACT


def torch_logits(path: Path, tokens: list[int] = TOKENS, layer: int = 1) -> np.ndarray:
    base = torch_base.load(path, threads=1, exact=True)
    with torch.no_grad():
        hidden = base.below(tokens, layer)
        return base.logits(base.above(hidden, pack([tokens], base.device), layer)).cpu().numpy()


def distance(path: Path) -> float:
    """Root mean square of the difference of the logits, in standard deviations of the logits."""
    ours, theirs = torch_logits(path), llama_reference.logits(path, TOKENS)
    return float(np.sqrt(((ours - theirs) ** 2).mean()) / theirs.std())


@pytest.mark.parametrize("family", FAMILIES)
def test_logits_are_those_of_llama_cpp(family: str, tmp_path: Path) -> None:
    path = write_tiny(tmp_path / "tiny.gguf", family)
    assert np.abs(torch_logits(path) - llama_reference.logits(path, TOKENS)).max() < limit(family)


@pytest.mark.parametrize(
    "change",
    [
        {"tied": True},
        {"rope_factors": True},
        {"metadata": {".rope.scaling.type": "linear", ".rope.scaling.factor": 4.0}},
        {"metadata": {".rope.scaling.type": "none", ".rope.scaling.factor": 4.0}},
        {"metadata": {".rope.freq_base": 500000.0}},
    ],
    ids=["tied head", "frequency factors", "linear positions", "no scaling", "rope base"],
)
def test_variations_of_a_family(change: dict, tmp_path: Path) -> None:
    path = write_tiny(tmp_path / "tiny.gguf", "llama", **change)
    plain = write_tiny(tmp_path / "plain.gguf", "llama")
    assert np.abs(torch_logits(path) - llama_reference.logits(path, TOKENS)).max() < EXACT
    if "none" not in str(change):
        assert np.abs(torch_logits(path) - torch_logits(plain)).max() > 0.1  # it made a difference


@pytest.mark.parametrize(
    "metadata",
    [
        {".attention.sliding_window": 7},
        {".attention.sliding_window": 0},
        {".attention.sliding_window_pattern": 6},
        {".rope.freq_base_swa": 500.0},
        {".rope.scaling.type": "linear", ".rope.scaling.factor": 8.0},
    ],
    ids=["narrower", "no window", "every sixth of four layers", "near rope base", "far positions"],
)
def test_variations_of_windows(metadata: dict, tmp_path: Path) -> None:
    """Four layers, of which every second looks at all 52 places and the others at 16."""
    path = write_tiny(tmp_path / "tiny.gguf", "gemma3", metadata=metadata)
    plain = write_tiny(tmp_path / "plain.gguf", "gemma3")
    assert np.abs(torch_logits(path) - llama_reference.logits(path, TOKENS)).max() < ROUNDED
    assert np.abs(torch_logits(path) - torch_logits(plain)).max() > 0.1


@pytest.mark.parametrize("family", ["llama", "qwen2", "gemma3"])
@pytest.mark.parametrize(
    "quant",
    [
        "F16",
        "BF16",
        "Q8_0",
        "Q4_0",
        "Q4_1",
        "Q5_0",
        "Q5_1",
        "Q3_K_M",
        "Q4_K_M",
        "Q5_K_M",
        "Q6_K",
        "IQ4_NL",
        "IQ4_XS",
    ],
)
def test_every_common_quantization_is_read_as_llama_cpp_reads_it(
    family: str, quant: str, tmp_path: Path
) -> None:
    """llama.cpp also rounds activations for quantized weights: near, not equal. For scale: the
    rounding of Q4_0 weights themselves is 0.3 standard deviations away from the F32 model."""
    path = write_tiny(tmp_path / "tiny.gguf", family, quant)
    assert distance(path) < 0.05


def test_the_seam_between_frozen_and_trained_layers_does_not_show(tmp_path: Path) -> None:
    path = write_tiny(tmp_path / "tiny.gguf")
    assert np.array_equal(torch_logits(path, layer=0), torch_logits(path, layer=3))


@pytest.mark.parametrize("family", FAMILIES)
def test_packed_texts_do_not_see_each_other(family: str, tmp_path: Path) -> None:
    """Shared beginnings, one text inside another, and different lengths."""
    base = torch_base.load(write_tiny(tmp_path / "tiny.gguf", family), threads=1, exact=True)
    texts = [TOKENS, TOKENS[:20], [*TOKENS[:9], 77, 5, 77], [9, 8, 7]]
    where = pack(texts, base.device)
    assert len(where.positions) == len(TOKENS) + 3 + 3
    together = base.above(where.gather([base.below(text, 2) for text in texts]), where, 2)
    for number, text in enumerate(texts):
        alone = base.above(base.below(text, 2), pack([text], base.device), 2)
        rows = where.rows_of(number, torch.arange(len(text)))
        assert torch.allclose(together[rows], alone, atol=1e-5)


def test_half_precision_stays_near(starter: Path) -> None:
    """Less of a change than llama.cpp's own rounding of activations makes."""
    tokens = [1, 4093, 198, 19161, 253, 1165, 19024, 288, 502, 24206, 30, 2, 198]
    exact = torch_logits(starter, tokens)
    base = torch_base.load(starter, threads=1, exact=True)
    halve(base.model.model, base.geometry.norm_epsilon)
    base = replace(base, precision="bf16")
    with torch.no_grad():
        out = base.above(base.below(tokens, 12), pack([tokens], base.device), 12)
        half = base.logits(out).cpu().numpy()
    assert np.sqrt(((exact - half) ** 2).mean()) < 0.1 * exact.std()


def test_the_starter(starter: Path) -> None:
    """Real weights: the two differ by llama.cpp's rounding of activations, and no more."""
    tokens = [1, 4093, 198, 19161, 253, 1165, 19024, 288, 502, 24206, 30, 2, 198]
    ours, theirs = torch_logits(starter, tokens), llama_reference.logits(starter, tokens)
    assert np.sqrt(((ours - theirs) ** 2).mean()) < 0.1 * theirs.std()
    assert (ours.argmax(1) == theirs.argmax(1)).mean() > 0.75


class TestRefusals:
    """A model that would be computed nearly right is worse than one that is refused."""

    def refused(self, path: Path) -> LearnerError:
        with pytest.raises(LearnerError) as caught:
            torch_base.load(path, threads=1)
        assert caught.value.title
        assert caught.value.remedy
        return caught.value

    def test_an_unknown_family_is_named_with_those_that_are_supported(self, tmp_path: Path) -> None:
        error = self.refused(write_tiny(tmp_path / "tiny.gguf", "gptneox"))
        assert "gptneox" in error.sentence
        assert all(family in error.remedy for family in FAMILIES)

    @pytest.mark.parametrize(
        "metadata",
        [
            {".rope.scaling.type": "yarn", ".rope.scaling.factor": 4.0},
            {".rope.dimension_count": 32},
            {".attention.scale": 0.1},
            {".attention.sliding_window": 16},
            {".expert_count": 8},
            {".final_logit_softcapping": 30.0},
            {".logit_scale": 0.5},
        ],
        ids=lambda metadata: next(iter(metadata)),
    )
    def test_a_variation_that_torch_would_compute_otherwise(
        self, metadata: dict, tmp_path: Path
    ) -> None:
        self.refused(write_tiny(tmp_path / "tiny.gguf", "llama", metadata=metadata))

    @pytest.mark.parametrize(
        "metadata",
        [{".attention.sliding_window_pattern": 0}, {".block_count": 62}],
        ids=["a pattern without a period", "the scale of 27B"],
    )
    def test_a_window_or_a_scale_that_is_not_known(self, metadata: dict, tmp_path: Path) -> None:
        refused = self.refused(write_tiny(tmp_path / "tiny.gguf", "gemma3", metadata=metadata))
        assert "can chat" in refused.sentence

    def test_a_tensor_that_has_no_place(self, tmp_path: Path) -> None:
        path = write_tiny(tmp_path / "tiny.gguf", "qwen2")
        # The biases of qwen2 in a file that calls itself llama.
        swapped = path.read_bytes().replace(b"qwen2.", b"llama.").replace(b"qwen2", b"llama")
        path.write_bytes(swapped)
        assert "parts" in self.refused(path).sentence

    def test_a_quantization_that_cannot_be_read_back(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = write_tiny(tmp_path / "tiny.gguf", "llama", "Q4_0")
        monkeypatch.delitem(gguf.quants._type_traits, gguf.GGMLQuantizationType.Q4_0)
        assert "Q4_0" in self.refused(path).sentence

    def test_missing_and_foreign_files(self, tmp_path: Path) -> None:
        self.refused(tmp_path / "nothing.gguf")
        (tmp_path / "text.gguf").write_text("not a model")
        self.refused(tmp_path / "text.gguf")

    def test_too_little_memory(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = write_tiny(tmp_path / "tiny.gguf")

        class Memory:
            available = 1000

        monkeypatch.setattr(torch_base.psutil, "virtual_memory", Memory)
        monkeypatch.setattr(torch_base.torch.cuda, "is_available", lambda: False)
        assert "memory" in self.refused(path).title
