"""A base GGUF with a hot-swappable adapter, on llama.cpp's low-level API.

The one place where Reverie computes with the quantized model: the engine serves from it, the night
measures on it. Not thread-safe: one thread at a time.
"""

from __future__ import annotations

import codecs
import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import llama_cpp
import numpy as np
import psutil

from adapters import llama_native as native
from adapters.chat import ChatFormat
from adapters.errors import LearnerError
from adapters.gguf_header import BaseInfo, Header, read_header
from adapters.kv_cache import KvCache
from adapters.machine import Threads, usable_cores
from adapters.phrases import phrase
from adapters.replyclock import EndReason, GenerationStats, ReplyClock
from adapters.sampling import Sampling
from adapters.vocabulary import Vocabulary

__all__ = ["Base", "BaseInfo", "GenerationStats", "Piece", "Sampling", "never"]

_SLOW_TOKEN_S = 0.05
"""Where one token takes longer than this, aborting inside its evaluation is worth the callback."""
_LOGITS_BYTES = 32 * 2**20
"""Logits that llama.cpp holds at a time."""


def never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Piece:
    """One generated token. `text` is empty while a UTF-8 sequence is incomplete."""

    text: str
    token: int


class Base:
    """The model at `path`, ready to generate and to score.

    `n_ctx` is cut to what the model was trained for. At most `n_threads` are used, by default the
    usable cores, and fewer while other programs are busy.
    Raises LearnerError: missing, foreign or damaged file, no chat template, too big for memory.
    """

    def __init__(self, path: Path, *, n_ctx: int = 4096, n_threads: int | None = None) -> None:
        threads = Threads(n_threads or usable_cores())
        header = read_header(path)
        n_ctx = min(n_ctx, header.n_ctx_train or n_ctx)
        template = _require_template(header)
        _require_memory(header, n_ctx)
        native.start()
        self._adapter: Any = None
        self._context: Any = None
        self._model: Any = native.load_model(header)
        try:
            self._prepare(header, template, n_ctx, threads)
        except BaseException:
            self.close()
            raise

    def _prepare(self, header: Header, template: str, n_ctx: int, threads: Threads) -> None:
        self._vocabulary = Vocabulary(self._model)
        n_vocab = self._vocabulary.size
        rows = max(4, min(native.BATCH, _LOGITS_BYTES // (4 * n_vocab)))
        threads.look()
        self._context = native.new_context(
            self._model, n_ctx=n_ctx, n_threads=threads.now, max_outputs=rows
        )
        self._cache = KvCache(self._context, n_vocab=n_vocab, max_outputs=rows, threads=threads)
        self._owner = 0
        self.last: GenerationStats | None = None
        self.reused_tokens = 0
        """Of the latest prompt; known as soon as its first token is here."""
        self.info = BaseInfo(
            name=header.name,
            architecture=header.architecture,
            parameters=header.parameters,
            n_layers=header.n_layers,
            n_ctx=n_ctx,
            n_ctx_train=header.n_ctx_train,
            size_bytes=header.size_bytes,
            quantization=header.quantization,
            n_vocab=n_vocab,
        )
        self._read_template(template)

    def _read_template(self, template: str) -> None:
        vocabulary = self._vocabulary
        self._chat = ChatFormat(
            template,
            bos=vocabulary.name_of(vocabulary.bos),
            eos=vocabulary.name_of(vocabulary.eos),
            markup=vocabulary.markup,
        )
        closing = self.tokenize(self._chat.after_answer())
        ends = (token for token in closing if token in vocabulary.ends)
        self.end_token: int = next(ends, vocabulary.eos)
        """What closes an assistant's turn: by the template, since llama.cpp's guess at an end of
        turn is any known marker in the vocabulary (for SmolLM2 the wrong one)."""

    def close(self) -> None:
        """Free everything; calling again is harmless, calling anything else is a bug."""
        if self._context is not None:
            self._cache.close()
            llama_cpp.llama_free(self._context)
        if self._adapter is not None:
            llama_cpp.llama_adapter_lora_free(self._adapter)
        if self._model is not None:
            llama_cpp.llama_model_free(self._model)
        self._context = self._adapter = self._model = None

    # Text and tokens

    def render(self, turns: Sequence[Mapping[str, str]], *, answer: bool = True) -> str:
        """The turns as the model's own chat template writes them; see `adapters.chat`."""
        return "".join(text for text, _ in self._chat.segments(turns, answer=answer))

    def prompt_tokens(
        self, turns: Sequence[Mapping[str, str]], *, answer: bool = True
    ) -> list[int]:
        """The rendered turns as tokens, where text inside a turn cannot become a control token."""
        tokens: list[int] = []
        for text, is_plain in self._chat.segments(turns, answer=answer):
            tokens += self._tokens(text, parse_markup=not is_plain)
        return tokens

    def tokenize(self, text: str) -> list[int]:
        """Tokens of trusted text: control-token markup in it is parsed. Adds no BOS."""
        return self._tokens(text, parse_markup=True)

    def plain_tokens(self, text: str) -> list[int]:
        """Tokens of untrusted text: markup in it stays text. Adds no BOS."""
        return self._tokens(text, parse_markup=False)

    def detokenize(self, tokens: Sequence[int]) -> str:
        """The text of `tokens`; control tokens have none, broken UTF-8 becomes U+FFFD."""
        self._require_open()
        return self._vocabulary.text(tokens)

    # The adapter

    def attach(self, data: bytes | None, scale: float = 1.0) -> None:
        """Swap the adapter for the GGUF LoRA in `data`; None or empty detaches.

        The KV cache is cleared, because it was computed with the old one. Raises LearnerError when
        the adapter does not fit; then nothing has changed.
        """
        self._take_over()
        fresh = native.load_adapter(self._model, data) if data else None
        try:
            native.set_adapter(self._context, fresh, scale)
        except RuntimeError:
            if fresh is not None:
                llama_cpp.llama_adapter_lora_free(fresh)
            raise
        old, self._adapter = self._adapter, fresh
        if old is not None:
            llama_cpp.llama_adapter_lora_free(old)
        self._cache.wipe()

    # Computation

    def generate(
        self,
        tokens: Sequence[int],
        sampling: Sampling,
        stopped: Callable[[], bool] = never,
        *,
        begun: int = 0,
    ) -> Iterator[Piece]:
        """Continue `tokens`, of which the last `begun` are the reply's own beginning; afterwards
        `last` says what it took.

        The longest prefix shared with the KV cache is not computed again. `stopped` is asked
        before every token and, from inside llama.cpp, while the prompt is read; it must not
        raise. The end token is not yielded; an incomplete UTF-8 sequence at the very end is
        dropped. Raises LearnerError at once when the prompt is empty or fills the context, and
        ValueError for a reply that was `begun` under a grammar.
        """
        if begun and sampling.grammar:
            raise ValueError("what is begun already cannot be held to a grammar")
        self._check_length(tokens, at_most=self.info.n_ctx - 1)
        return self._generate(list(tokens), sampling, stopped, begun)

    def read(self, tokens: Sequence[int], most: int | None, stopped: Callable[[], bool]) -> int:
        """Evaluate a prompt before it is asked for, until `stopped`: what it still begins with
        when it is, is not computed again. Returns how many tokens were new. Nothing happens where
        there would be more of them than `most`, or where the prompt fills the context.
        """
        self._take_over()
        if len(tokens) >= self.info.n_ctx:
            return 0
        known = self._cache.shared_with(tokens)
        new = len(tokens) - known
        if new < 2 or (most is not None and new > most):  # never one alone: see adapters.kv_cache
            return 0
        self._cache.keep_prefix_of(tokens, at_most=known)
        with self._cache.abortable(stopped):
            self._cache.extend(tokens[known:], stopped)
        return len(self._cache.tokens) - known

    def logprobs(self, tokens: Sequence[int], start: int) -> np.ndarray:
        """float32 [len(tokens) - start, n_vocab]; row i is the log-softmax before tokens[start+i].

        `start` is at least 1. llama.cpp holds a bounded chunk of logits; how big the result grows
        is the caller's choice of `tokens`.
        """
        self._check_scorable(tokens, start)
        result = np.empty((len(tokens) - start, self.info.n_vocab), np.float32)
        for at, rows in self._logits_before(tokens, start):
            np.subtract(rows, _log_sum_exp(rows)[:, None], out=result[at : at + len(rows)])
        return result

    def score(self, tokens: Sequence[int], start: int) -> np.ndarray:
        """float32 [len(tokens) - start]: log p of each token from `start` on, given those before.

        Memory is bounded, however long the text.
        """
        self._check_scorable(tokens, start)
        result = np.empty(len(tokens) - start, np.float32)
        targets = np.asarray(tokens[start:], np.intp)
        for at, rows in self._logits_before(tokens, start):
            here = slice(at, at + len(rows))
            chosen = rows[np.arange(len(rows)), targets[here]]
            result[here] = chosen - _log_sum_exp(rows)
        return result

    def _tokens(self, text: str, *, parse_markup: bool) -> list[int]:
        self._require_open()
        return self._vocabulary.tokens(text, parse_markup=parse_markup)

    def _require_open(self) -> None:
        if self._model is None:
            raise RuntimeError("this Base is closed")

    def _take_over(self) -> int:
        """Whoever computes next owns the cache; an older generator that goes on is a bug."""
        self._require_open()
        self._owner += 1
        return self._owner

    def _check_length(self, tokens: Sequence[int], *, at_most: int) -> None:
        if not tokens:
            raise LearnerError(
                phrase("Nothing to read"),
                phrase("The prompt is empty."),
                phrase("Write something first."),
            )
        if len(tokens) > at_most:
            raise LearnerError(
                phrase("Prompt too long"),
                phrase(
                    "The prompt has {tokens} tokens; this model's context holds {at_most}.",
                    tokens=len(tokens),
                    at_most=at_most,
                ),
                phrase("Shorten the text, or split it into several messages."),
            )

    def _check_scorable(self, tokens: Sequence[int], start: int) -> None:
        if not 1 <= start <= len(tokens):
            raise ValueError(f"start is {start}, outside 1..{len(tokens)}")
        self._check_length(tokens, at_most=self.info.n_ctx)

    def _logits_before(self, tokens: Sequence[int], start: int) -> Iterator[tuple[int, np.ndarray]]:
        """(offset from `start`, logits [chunk, n_vocab] that predict the tokens from there on)."""
        self._take_over()
        known = self._cache.keep_prefix_of(tokens, at_most=start - 2)
        at = 0
        for rows in self._cache.logits_after(tokens[known:-1], first=start - 1 - known):
            yield at, rows
            at += len(rows)

    def _generate(
        self, prompt: list[int], sampling: Sampling, stopped: Callable[[], bool], begun: int
    ) -> Iterator[Piece]:
        clock = ReplyClock()
        self._take_over()
        self.last = None
        reason: EndReason = "stopped"
        reused = self._cache.keep_prefix_of(prompt, at_most=len(prompt) - 2)
        self.reused_tokens = reused
        sampler = native.new_sampler(sampling, self.info.n_vocab, self._vocabulary.native)
        for token in prompt[len(prompt) - begun :]:
            llama_cpp.llama_sampler_accept(sampler, token)
        try:
            with self._cache.abortable(stopped) as no_more_aborts:
                if self._cache.extend(prompt[reused:], stopped):
                    room = min(sampling.max_tokens, self.info.n_ctx - len(prompt))
                    reason = yield from self._write(sampler, room, stopped, clock, no_more_aborts)
        finally:
            llama_cpp.llama_sampler_free(sampler)
            self.last = clock.stats(len(prompt), reused, reason)

    def _write(
        self,
        sampler: Any,
        room: int,
        stopped: Callable[[], bool],
        clock: ReplyClock,
        no_more_aborts: Callable[[], None],
    ) -> Generator[Piece, None, EndReason]:
        """Sample and evaluate in turn. The loop that speed hangs on: keep it bare."""
        decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        ends, bytes_of = self._vocabulary.ends, self._vocabulary.bytes_of
        sample, context, owner = llama_cpp.llama_sampler_sample, self._context, self._owner
        while not stopped():
            token: int = sample(sampler, context, -1)
            clock.count(token not in ends)
            if token in ends:
                return "end"
            yield Piece(decode(bytes_of(token)), token)
            if clock.tokens >= room:
                return "length"
            if self._owner != owner or self._model is None:
                raise RuntimeError("another call took this Base over in the middle of a reply")
            began = time.perf_counter()
            if not self._cache.append(token):
                return "stopped"
            if clock.tokens == 1 and time.perf_counter() - began < _SLOW_TOKEN_S:
                no_more_aborts()
        return "stopped"


def _log_sum_exp(rows: np.ndarray) -> np.ndarray:
    """float32 [n] of float32 [n, n_vocab]: the log of the softmax's denominator, stably."""
    top: np.ndarray = rows.max(axis=1)
    sums: np.ndarray = np.exp(rows - top[:, None]).sum(axis=1, dtype=np.float64)
    result: np.ndarray = (top + np.log(sums)).astype(np.float32)
    return result


def _require_template(header: Header) -> str:
    if header.chat_template is None:
        raise LearnerError(
            phrase("Model has no chat template"),
            phrase(
                "{file} does not say how a conversation is written for it.", file=header.path.name
            ),
            phrase("Choose an instruction-tuned (chat) version of this model."),
        )
    return header.chat_template


def _require_memory(header: Header, n_ctx: int) -> None:
    needed, free = header.memory_needed(n_ctx), psutil.virtual_memory().available
    if needed > free:
        raise LearnerError(
            phrase("Not enough memory for this model"),
            phrase(
                "{file} needs about {needed:.1f} GB and {free:.1f} GB are free.",
                file=header.path.name,
                needed=needed / 2**30,
                free=free / 2**30,
            ),
            phrase("Close other programs, or choose a smaller model or a shorter context."),
        )
