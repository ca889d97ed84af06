"""llama.cpp as the reference: logits with an fp32 KV cache, so that nothing but the model differs.

(The cache is 16-bit where Reverie serves; that alone moves a tiny model's logits by 0.01.)
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import llama_cpp
import numpy as np

from adapters import llama_native
from adapters.gguf_header import read_header

_F32 = 0


def logits(path: Path, tokens: Sequence[int], adapter: bytes | None = None) -> np.ndarray:
    """float32 [len(tokens), vocabulary]: row i predicts the token after tokens[i]."""
    llama_native.start()
    model = llama_native.load_model(read_header(path))
    params = llama_cpp.llama_context_default_params()
    params.n_ctx = params.n_batch = params.n_ubatch = 512
    params.type_k = params.type_v = _F32
    params.flash_attn_type = llama_cpp.LLAMA_FLASH_ATTN_TYPE_DISABLED  # it rounds to 16 bits too
    params.n_threads = params.n_threads_batch = 1
    context = llama_cpp.llama_init_from_model(model, params)
    lora = llama_native.load_adapter(model, adapter) if adapter else None
    try:
        if lora is not None:
            llama_native.set_adapter(context, lora, 1.0)
        return _evaluate(model, context, list(tokens))
    finally:
        llama_cpp.llama_free(context)
        if lora is not None:
            llama_cpp.llama_adapter_lora_free(lora)
        llama_cpp.llama_model_free(model)


def _evaluate(model: object, context: object, tokens: list[int]) -> np.ndarray:
    n_vocab = llama_cpp.llama_vocab_n_tokens(llama_cpp.llama_model_get_vocab(model))
    batch = llama_cpp.llama_batch_init(len(tokens), 0, 1)
    for place, token in enumerate(tokens):
        batch.token[place], batch.pos[place] = token, place
        batch.n_seq_id[place], batch.seq_id[place][0], batch.logits[place] = 1, 0, 1
    batch.n_tokens = len(tokens)
    assert llama_cpp.llama_decode(context, batch) == 0
    rows = [llama_cpp.llama_get_logits_ith(context, place) for place in range(len(tokens))]
    result = np.stack([np.ctypeslib.as_array(row, (n_vocab,)).copy() for row in rows])
    llama_cpp.llama_batch_free(batch)
    return result
