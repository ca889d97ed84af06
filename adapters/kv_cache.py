"""One sequence in llama.cpp's KV cache, and the list of the tokens that it holds.

Every method keeps the two equal, also after an abort or an error in the middle of a batch.

Texts are never evaluated in a batch of one where that can be helped. llama.cpp multiplies a single
row with other kernels than several (KL 3e-3 apart on SmolLM2 Q4_1), while batches of two and of 512
agree to the last bit when flash attention is off. So a prompt gives the same logits, and the same
seed the same text, however much of it was in the cache.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, takewhile
from typing import Any

import llama_cpp
import numpy as np

from adapters.llama_native import BATCH, last_complaint
from adapters.machine import Threads

_ABORTED = 2
_PROBE = 64
"""Tokens of a long text that are read first, to see how busy the machine is."""
_NO_ABORT = llama_cpp.ggml_abort_callback()


class KvCache:
    """The memory of one `llama_context` with one sequence. `tokens` is what it holds."""

    def __init__(self, context: Any, *, n_vocab: int, max_outputs: int, threads: Threads) -> None:
        self.tokens: list[int] = []
        self._threads = threads
        self._context = context
        self._memory = llama_cpp.llama_get_memory(context)
        self._n_vocab = n_vocab
        self._rows = max_outputs
        self._input = (ctypes.c_int32 * BATCH)()
        self._wanted = (ctypes.c_int8 * BATCH)(*[1] * BATCH)
        # Positions and sequence ids are left out: llama.cpp counts on from the cache's end.
        self._batch = llama_cpp.llama_batch(token=self._input)
        self._scored = llama_cpp.llama_batch(token=self._input, logits=self._wanted)

    def close(self) -> None:
        """The context is about to be freed: touch it no more."""
        self._context = None

    def wipe(self) -> None:
        """Forget everything and zero the memory: llama.cpp multiplies stale cells by a zero mask,
        which a NaN that a bad adapter left behind would survive."""
        self._clear(zero=True)

    def keep_prefix_of(self, wanted: Sequence[int], at_most: int) -> int:
        """Cut the cache to what it shares with `wanted[:at_most]`; returns that length."""
        self._cut(self.shared_with(wanted[: max(0, at_most)]))
        return len(self.tokens)

    def shared_with(self, wanted: Sequence[int]) -> int:
        """How many tokens of `wanted` the cache begins with."""
        pairs = zip(self.tokens, wanted, strict=False)
        return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))

    def append(self, token: int) -> bool:
        """Evaluate one token and make its logits ready; False when aborted. The hot path."""
        self._mind_others()
        self._input[0] = token
        self._batch.n_tokens = 1
        status = llama_cpp.llama_decode(self._context, self._batch)
        if status != 0:
            return self._recover(status)
        self.tokens.append(token)
        return True

    def extend(self, tokens: Sequence[int], stopped: Callable[[], bool] | None = None) -> bool:
        """Evaluate `tokens` in batches, logits for the last one; False when aborted.

        `stopped` is asked before each batch, since accelerators do not call back inside one."""
        probe = _PROBE if len(tokens) >= 2 * _PROBE else 0
        for chunk in chain(_chunks(tokens[:probe], BATCH), _chunks(tokens[probe:], BATCH)):
            if stopped is not None and stopped():
                return False
            if not self._decode(self._batch, chunk):
                return False
        return True

    def logits_after(self, tokens: Sequence[int], first: int) -> Iterator[np.ndarray]:
        """Evaluate `tokens`; yields, chunk by chunk, float32 [chunk, n_vocab] with one row for
        each token from index `first` on: the logits of what follows it.

        The rows are llama.cpp's own memory: valid until the next one.
        """
        lead = first if first <= 2 else 1  # joins the scored batches, so that neither part is one
        self.extend(tokens[: first - lead])
        for chunk in _chunks(tokens[first - lead :], self._rows):
            if not self._decode(self._scored, chunk):
                raise RuntimeError("llama.cpp aborted without being asked to")
            rows = llama_cpp.llama_get_logits(self._context)
            yield np.ctypeslib.as_array(rows, (len(chunk), self._n_vocab))[lead:]
            lead = 0

    @contextmanager
    def abortable(self, stopped: Callable[[], bool]) -> Iterator[Callable[[], None]]:
        """Lets llama.cpp ask `stopped` between graph nodes. Yields a function that ends this early:
        asking costs about a millisecond a token, which is too much for a fast model."""
        callback = llama_cpp.ggml_abort_callback(lambda _: stopped())
        llama_cpp.llama_set_abort_callback(self._context, callback, None)
        ended = False

        def end() -> None:
            nonlocal ended
            if not ended and self._context is not None:
                llama_cpp.llama_set_abort_callback(self._context, _NO_ABORT, None)
            ended = True

        try:
            yield end
        finally:
            end()
            del callback  # llama.cpp held only its address

    def _mind_others(self) -> None:
        if self._threads.look():
            count = self._threads.now
            llama_cpp.llama_set_n_threads(self._context, count, count)

    def _decode(self, batch: Any, chunk: Sequence[int]) -> bool:
        self._mind_others()
        self._input[: len(chunk)] = list(chunk)
        batch.n_tokens = len(chunk)
        status = llama_cpp.llama_decode(self._context, batch)
        if status != 0:
            return self._recover(status)
        self.tokens.extend(chunk)
        return True

    def _recover(self, status: int) -> bool:
        """After a batch that was not finished: take back what it left behind. False if it was
        aborted; any other reason is a bug."""
        self._cut(len(self.tokens))
        if status == _ABORTED:
            return False
        raise RuntimeError(f"llama_decode returned {status}.{last_complaint()}")

    def _clear(self, *, zero: bool) -> None:
        llama_cpp.llama_memory_clear(self._memory, zero)
        self.tokens.clear()

    def _cut(self, keep: int) -> None:
        """Keep the first `keep` tokens, or none where that cannot be done (recurrent models)."""
        if keep == 0 or not llama_cpp.llama_memory_seq_rm(self._memory, 0, keep, -1):
            self._clear(zero=False)
        del self.tokens[keep:]


def _chunks(tokens: Sequence[int], limit: int) -> Iterator[Sequence[int]]:
    """Stretches of at most `limit` (3 or more) tokens, none of one unless there is only one."""
    at = 0
    while at < len(tokens):
        left = len(tokens) - at
        size = limit - 1 if left == limit + 1 else min(limit, left)
        yield tokens[at : at + size]
        at += size
