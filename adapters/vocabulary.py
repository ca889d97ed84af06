"""A model's tokens and their text, by llama.cpp's tokenizer."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Any

import llama_cpp


class Vocabulary:
    """The vocabulary of a loaded model; of no use after the model is freed.

    `ends` are the tokens that end a reply, `markup` is the text of every control token.
    """

    def __init__(self, model: Any) -> None:
        self._vocab = vocab = llama_cpp.llama_model_get_vocab(model)
        self.size: int = llama_cpp.llama_vocab_n_tokens(vocab)
        self.eos: int = llama_cpp.llama_vocab_eos(vocab)
        self.bos: int = llama_cpp.llama_vocab_bos(vocab)
        hidden = llama_cpp.LLAMA_TOKEN_ATTR_CONTROL | llama_cpp.LLAMA_TOKEN_ATTR_UNKNOWN
        attributes, is_end = llama_cpp.llama_vocab_get_attr, llama_cpp.llama_vocab_is_eog
        every = range(self.size)
        self.ends = frozenset(token for token in every if is_end(vocab, token))
        self.markup = [self.name_of(t) for t in every if attributes(vocab, t) & hidden]
        self._bytes: dict[int, bytes] = {}

    @property
    def native(self) -> Any:
        """llama.cpp's own."""
        return self._vocab

    def name_of(self, token: int) -> str:
        """A control token as it is spelled; empty for a token that the model does not have (-1)."""
        raw = llama_cpp.llama_vocab_get_text(self._vocab, token) if token >= 0 else b""
        return (raw or b"").decode("utf-8", "replace")

    def tokens(self, text: str, *, parse_markup: bool) -> list[int]:
        """`text` as tokens, no BOS added. Lone surrogates become question marks."""
        raw = text.encode("utf-8", "replace")
        room = len(raw) + 8
        while True:
            buffer = (ctypes.c_int32 * room)()
            count = llama_cpp.llama_tokenize(
                self._vocab, raw, len(raw), buffer, room, False, parse_markup
            )
            if count >= 0:
                return buffer[:count]
            room = -count

    def text(self, tokens: Sequence[int]) -> str:
        """Control tokens have no text; broken UTF-8 becomes U+FFFD."""
        return b"".join(map(self.bytes_of, tokens)).decode("utf-8", "replace")

    def bytes_of(self, token: int) -> bytes:
        """The bytes that a token adds to a text; perhaps a part of a UTF-8 sequence."""
        known = self._bytes.get(token)
        if known is None:
            known = self._bytes[token] = self._read_bytes(token)
        return known

    def _read_bytes(self, token: int) -> bytes:
        room = 64
        while True:
            buffer = ctypes.create_string_buffer(room)
            size = llama_cpp.llama_token_to_piece(self._vocab, token, buffer, room, 0, False)
            if size >= 0:
                return buffer.raw[:size]
            room = -size
