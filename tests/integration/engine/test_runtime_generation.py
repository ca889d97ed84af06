"""Generation and scoring on the real starter model."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.errors import LearnerError
from adapters.runtime import Base, Sampling
from adapters.runtime import GenerationStats as Stats
from tests.support.tiny_gguf import WINDOW, write_tiny

GREEDY = Sampling(temperature=0, repeat_penalty=1, max_tokens=24)
LIVELY = Sampling(temperature=1.0, top_p=1, seed=7, max_tokens=24)
written = st.sampled_from("\n\t") | st.characters(
    categories=("L", "M", "N", "P", "S", "Zs"), max_codepoint=0x1FFFF
)
"""What people write. The starter's vocabulary lacks the bytes of control characters and of the
private planes."""
LONG_TEXT = "A long letter about nothing in particular. " * 400


def prompt(base: Base, text: str = "Write a short note about being late.") -> list[int]:
    return base.prompt_tokens(
        [{"role": "system", "content": "You help."}, {"role": "user", "content": text}]
    )


def write(base: Base, tokens: list[int], sampling: Sampling) -> tuple[str, Stats]:
    text = "".join(piece.text for piece in base.generate(tokens, sampling))
    assert base.last is not None
    return text, base.last


def test_what_is_loaded(base: Base) -> None:
    assert base.info.architecture == "llama"
    assert (base.info.n_layers, base.info.n_vocab, base.info.n_ctx) == (30, 49152, 4096)
    assert base.info.quantization == "Q4_1"
    assert base.tokenize("<|im_end|>") == [base.end_token]


def test_greedy_is_the_argmax_of_the_logprobs(base: Base) -> None:
    tokens = prompt(base)
    chosen = [piece.token for piece in base.generate(tokens, GREEDY)]
    assert len(chosen) > 5
    best = base.logprobs(tokens + chosen, len(tokens)).argmax(axis=1)
    # The loop evaluates one token at a time, scoring many: a near-tie may fall differently.
    assert (best == chosen).mean() > 0.9
    assert best[0] == chosen[0]


def test_same_seed_same_text_with_and_without_the_cache(base: Base) -> None:
    tokens = prompt(base)
    first, cold = write(base, tokens, LIVELY)
    second, warm = write(base, tokens, LIVELY)
    assert cold.reused_tokens == 0
    assert warm.reused_tokens == len(tokens) - 2
    assert first == second
    texts = {
        write(base, tokens, Sampling(temperature=1.0, top_p=1, seed=seed, max_tokens=24))[0]
        for seed in range(4)
    }
    assert len(texts) > 1
    unseeded = Sampling(temperature=1.5, top_p=1, top_k=0, min_p=0, max_tokens=24)
    assert write(base, tokens, unseeded)[0] != write(base, tokens, unseeded)[0]


def test_the_next_turn_reuses_what_was_read_and_written(base: Base) -> None:
    turns = [{"role": "user", "content": "Name a colour."}]
    first = base.prompt_tokens(turns)
    text, stats = write(base, first, GREEDY)
    turns += [{"role": "assistant", "content": text}, {"role": "user", "content": "Another."}]
    _, again = write(base, base.prompt_tokens(turns), GREEDY)
    assert again.reused_tokens >= len(first) + stats.completion_tokens - 1


def test_what_is_behind_a_window_is_not_lost(tmp_path: Path) -> None:
    """Most layers of Gemma 3 look back at a few places only; a prompt that goes on from an earlier
    point needs those that were there then."""
    base = Base(write_tiny(tmp_path / "tiny.gguf", "gemma3", "Q8_0"), n_ctx=256, n_threads=1)
    try:
        tokens = list(range(40, 120))
        assert len(tokens) > 50 + WINDOW
        cold, _ = write(base, tokens, LIVELY)
        write(base, [*tokens[:50], *range(120, 200)], LIVELY)
        warm, stats = write(base, tokens, LIVELY)
        assert stats.reused_tokens == 50
        assert warm == cold
    finally:
        base.close()


def test_it_ends_by_itself_or_at_the_limit(base: Base) -> None:
    ended = Sampling(temperature=0, max_tokens=200)
    _, stats = write(base, prompt(base, "Say: ok"), ended)
    assert stats.stop_reason == "end"
    assert stats.completion_tokens < 200
    _, stats = write(base, prompt(base), Sampling(temperature=0, max_tokens=3))
    assert (stats.stop_reason, stats.completion_tokens) == ("length", 3)


def test_it_stops_at_the_end_of_the_context(starter_512: Base) -> None:
    tokens = (prompt(starter_512) * 40)[:500]
    never_ends = Sampling(temperature=0, repeat_penalty=1, max_tokens=100)
    _, stats = write(starter_512, tokens, never_ends)
    assert stats.completion_tokens <= 12
    with pytest.raises(LearnerError, match="512 tokens; this model's context holds 511"):
        starter_512.generate((tokens * 2)[:512], GREEDY)
    with pytest.raises(LearnerError, match="empty"):
        starter_512.generate([], GREEDY)


def test_the_penalty_counts_what_a_reply_had_begun_with(base: Base) -> None:
    begun = base.plain_tokens("sea, sea, sea, sea, sea,")
    tokens = [*prompt(base, "Repeat the word sea."), *begun]
    harsh = Sampling(temperature=0, repeat_penalty=10, max_tokens=1)
    (as_a_prompt,) = base.generate(tokens, harsh)
    (as_its_own,) = base.generate(tokens, harsh, begun=len(begun))
    assert as_a_prompt.token in begun
    assert as_its_own.token not in begun


@pytest.fixture(scope="module")
def starter_512(starter: object) -> object:
    base = Base(starter, n_ctx=512)  # type: ignore[arg-type]
    yield base
    base.close()


def test_utf8_sequences_are_never_split(base: Base) -> None:
    text = "🍎 naïve 日本語 👩‍🚀 done"
    tokens = base.plain_tokens(text)
    assert base.detokenize(tokens) == text
    rehearsed = [base.detokenize([token]) for token in tokens]
    assert any("\ufffd" in part for part in rehearsed), "the sample has no split characters"
    repeat = prompt(base, f"Repeat exactly: {text}") + base.plain_tokens(text * 3)
    pieces = list(base.generate(repeat, GREEDY))
    assert any(ord(char) > 127 for piece in pieces for char in piece.text)
    assert not any("\ufffd" in piece.text for piece in pieces)
    joined = "".join(piece.text for piece in pieces)
    assert base.detokenize([piece.token for piece in pieces]).startswith(joined)


@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(written, max_size=60))
def test_text_survives_tokenization(base: Base, text: str) -> None:
    assert base.detokenize(base.plain_tokens(text)) == text


@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.sampled_from(["<|im_start|>", "<|im_end|>", "<|endoftext|>", "system\n", "hi "]),
        max_size=8,
    ).map("".join)
)
def test_user_text_cannot_become_control_tokens(base: Base, text: str) -> None:
    control = base.tokenize("<|im_start|><|im_end|><|endoftext|>")
    assert len(control) == 3
    honest, forged = prompt(base, "hi"), prompt(base, text)
    assert [forged.count(c) for c in control] == [honest.count(c) for c in control]
    assert not set(base.plain_tokens(text)) & set(control)
    assert text in base.detokenize(forged)


def test_ordinary_prompts_tokenize_as_their_rendering_does(base: Base) -> None:
    turns = [{"role": "user", "content": "  Two\n\n spaces "}]
    assert base.prompt_tokens(turns) == base.tokenize(base.render(turns))
    assert base.render(turns, answer=False) == base.render(turns).removesuffix(
        "<|im_start|>assistant\n"
    )


def stop_delay(base: Base, tokens: list[int], *, after_s: float) -> tuple[float, Stats]:
    """Seconds from the wish to stop, `after_s` seconds into the reply, to its end."""
    wish = threading.Event()
    wished: list[float] = []

    def stop() -> None:
        wished.append(time.perf_counter())
        wish.set()

    timer = threading.Timer(after_s, stop)
    timer.start()
    for _ in base.generate(tokens, Sampling(seed=1, max_tokens=2000), wish.is_set):
        pass
    ended = time.perf_counter()
    timer.cancel()
    timer.join()
    assert wished, "the reply ended before it was stopped"
    assert base.last is not None
    return ended - wished[0], base.last


def test_stop_while_a_long_prompt_is_read(base: Base) -> None:
    tokens = prompt(base, LONG_TEXT)[:3000]
    delays = []
    for _ in range(3):
        base.attach(None)
        took, stats = stop_delay(base, tokens, after_s=0.3)
        assert (stats.stop_reason, stats.completion_tokens) == ("stopped", 0)
        delays.append(took)
    assert sorted(delays)[1] < 0.1, delays
    # What is left in the cache is what the list says: the next reply is as from a fresh start.
    assert write(base, tokens[:600], GREEDY)[0] == fresh(base, tokens[:600])


def fresh(base: Base, tokens: list[int]) -> str:
    base.attach(None)
    text, stats = write(base, tokens, GREEDY)
    assert stats.reused_tokens == 0
    return text


def test_stop_while_writing(base: Base) -> None:
    tokens = prompt(base, "Tell me a very long story with many chapters.")
    delays = []
    for _ in range(3):
        took, stats = stop_delay(base, tokens, after_s=1.0)
        assert stats.stop_reason == "stopped"
        assert 0 < stats.completion_tokens < 2000
        delays.append(took)
    assert sorted(delays)[1] < 0.1, delays
    assert write(base, tokens, GREEDY)[0] == fresh(base, tokens)


def test_a_stop_before_the_start_reads_nothing(base: Base) -> None:
    assert list(base.generate(prompt(base), GREEDY, lambda: True)) == []
    assert base.last is not None
    assert base.last.stop_reason == "stopped"


def test_an_abandoned_reply_leaves_the_cache_in_order(base: Base) -> None:
    tokens = prompt(base)
    expected = fresh(base, tokens)
    half = base.generate(tokens, LIVELY)
    for _ in range(5):
        next(half)
    assert write(base, tokens, GREEDY)[0] == expected
    with pytest.raises(RuntimeError, match="took this Base over"):
        next(half)


def test_scores_do_not_depend_on_what_is_cached(base: Base) -> None:
    tokens = prompt(base, LONG_TEXT)[:180]
    reference = base.score(tokens, 1)
    assert reference.shape == (179,)
    for start in (2, 3, 90, 171, 178, 179):
        warm = base.score(tokens, start)
        base.attach(None)
        np.testing.assert_array_equal(warm, base.score(tokens, start))
        np.testing.assert_allclose(warm, reference[start - 1 :], atol=1e-5)


def test_logprobs_are_normalised_and_agree_with_score(base: Base) -> None:
    tokens = prompt(base, LONG_TEXT)[:60]
    table = base.logprobs(tokens, 20)
    assert table.shape == (40, base.info.n_vocab)
    assert table.dtype == np.float32
    np.testing.assert_allclose(np.exp(table.astype(float)).sum(axis=1), 1, atol=1e-4)
    picked = table[np.arange(40), tokens[20:]]
    np.testing.assert_allclose(picked, base.score(tokens, 20), atol=1e-5)
    assert base.score(tokens, 60).shape == (0,)
    for wrong in (0, 61):
        with pytest.raises(ValueError, match="outside"):
            base.score(tokens, wrong)


def test_a_closed_base_says_so(starter: object) -> None:
    base = Base(starter, n_ctx=256)  # type: ignore[arg-type]
    half = base.generate(prompt(base), GREEDY)
    next(half)
    base.close()
    base.close()
    with pytest.raises(RuntimeError):
        next(half)
    with pytest.raises(RuntimeError):
        base.score([1, 2, 3], 1)


@pytest.mark.parametrize(
    "values",
    [{"temperature": -1}, {"temperature": float("nan")}, {"top_p": 0}, {"max_tokens": 0}],
)
def test_settings_that_make_no_sense_are_refused(values: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=next(iter(values))):
        Sampling(**values)  # type: ignore[arg-type]
