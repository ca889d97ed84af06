"""The few places where ctypes needs care: log capture, models, adapters from memory, samplers.

Everything here hands back raw llama.cpp pointers; `adapters.runtime` owns their lives.
"""

from __future__ import annotations

import ctypes
from collections import deque
from typing import Any

import llama_cpp

from adapters.errors import LearnerError
from adapters.gguf_header import Header
from adapters.phrases import phrase
from adapters.sampling import Sampling

BATCH = 512
"""Most tokens in one `llama_decode`. One batch is one micro-batch, so an abort loses at most it."""
_PENALTY_WINDOW = 64
_LOG_WARN, _LOG_ERROR = 3, 4
_recent_log: deque[str] = deque(maxlen=40)


@llama_cpp.llama_log_callback  # type: ignore[untyped-decorator]
def _keep_log(level: int, text: bytes, _data: Any) -> None:
    if level in (_LOG_WARN, _LOG_ERROR):
        _recent_log.append(text.decode("utf-8", "replace").strip())


def start() -> None:
    """Initialise llama.cpp; from now on it prints nothing. Harmless when called again."""
    llama_cpp.llama_log_set(_keep_log, None)
    llama_cpp.llama_backend_init()


def last_complaint() -> str:
    """llama.cpp's latest warning or error as the end of a sentence; empty if there was none."""
    return f" llama.cpp says: {_recent_log[-1][:300]}" if _recent_log else ""


def _with_complaint(sentence: str) -> str:
    """The same for a sentence that a person reads."""
    if not _recent_log:
        return sentence
    complaint = _recent_log[-1][:300]
    return phrase("{sentence} llama.cpp says: {complaint}", sentence=sentence, complaint=complaint)


def load_model(header: Header) -> Any:
    """A `llama_model` with all layers on the accelerator where there is one, else on the CPU.

    Raises LearnerError. `header` has been read from the same file, so it exists and is whole.
    """
    _recent_log.clear()
    params = llama_cpp.llama_model_default_params()
    for layers in (-1, 0) if llama_cpp.llama_supports_gpu_offload() else (0,):
        params.n_gpu_layers = layers
        model = llama_cpp.llama_model_load_from_file(str(header.path).encode(), params)
        if model:
            return model
    raise LearnerError(
        phrase("Model cannot be loaded"),
        _with_complaint(
            phrase(
                "llama.cpp refused {file} ({family}).",
                file=header.path.name,
                family=header.architecture,
            )
        ),
        phrase("Choose another model, or a newer conversion of this one."),
    )


def new_context(model: Any, *, n_ctx: int, n_threads: int, max_outputs: int) -> Any:
    """A `llama_context` for one sequence; at most `max_outputs` rows of logits at a time."""
    params = llama_cpp.llama_context_default_params()
    params.n_ctx = n_ctx
    params.n_batch = params.n_ubatch = min(BATCH, n_ctx)
    params.n_outputs_max = max_outputs
    params.n_threads = params.n_threads_batch = n_threads
    params.flash_attn_type = llama_cpp.LLAMA_FLASH_ATTN_TYPE_DISABLED  # see adapters.kv_cache
    params.no_perf = True
    context = llama_cpp.llama_init_from_model(model, params)
    if not context:
        raise LearnerError(
            phrase("Not enough memory for this model"),
            _with_complaint(
                phrase("A context of {tokens} tokens could not be set up.", tokens=n_ctx)
            ),
            phrase("Close other programs, choose a smaller model or a shorter context."),
        )
    return context


def load_adapter(model: Any, data: bytes) -> Any:
    """A `llama_adapter_lora` for `model` from the bytes of a GGUF LoRA; nothing touches a disk.

    llama.cpp reads from a `FILE *` that `fmemopen` (POSIX.1-2008) lays over the bytes.
    Raises LearnerError when the bytes are no adapter or belong to another model.
    """
    _recent_log.clear()
    libc = _libc_with_fmemopen()
    buffer = ctypes.create_string_buffer(data, len(data)) if data else None
    stream = libc.fmemopen(buffer, len(data), b"r") if data else None
    adapter = None
    if stream:
        adapter = llama_cpp.llama_adapter_lora_init_from_file_ptr(model, stream)
        libc.fclose(stream)
    if not adapter:
        raise LearnerError(
            phrase("Adapter does not fit"),
            _with_complaint(
                phrase("The adapter was refused: it is damaged or made for another model.")
            ),
            phrase("Let the next night make a new one, or go back to an earlier night."),
        )
    return adapter


def _libc_with_fmemopen() -> ctypes.CDLL:
    try:
        libc = ctypes.CDLL(None)
        libc.fmemopen.restype = ctypes.c_void_p
        libc.fmemopen.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_char_p]
        libc.fclose.argtypes = [ctypes.c_void_p]
    except (AttributeError, TypeError, OSError):
        raise LearnerError(
            phrase("Adapters need Linux or macOS"),
            phrase("This system cannot open memory as a file, and an adapter never goes to disk."),
            phrase("Use the base model without an adapter on this system."),
        ) from None
    return libc


def set_adapter(context: Any, adapter: Any, scale: float) -> None:
    """Make `adapter` (None for none) the only one of `context`."""
    if adapter is None:
        status = llama_cpp.llama_set_adapters_lora(context, None, 0, None)
    else:
        one = (llama_cpp.llama_adapter_lora_p_ctypes * 1)(adapter)
        scales = (ctypes.c_float * 1)(scale)
        status = llama_cpp.llama_set_adapters_lora(context, one, 1, scales)
    if status != 0:
        raise RuntimeError(f"llama_set_adapters_lora returned {status}")


def new_sampler(sampling: Sampling, n_vocab: int, vocabulary: Any) -> Any:
    """llama.cpp's own chain: a grammar if there is one, top-k, repetition penalty, top-p, min-p,
    temperature, draw.

    The penalty comes after top-k, as llama.h advises: over a whole vocabulary it costs a
    millisecond a token. It sees the reply only, never the prompt: repeating the user's words is
    no fault. Free with `llama_sampler_free`. Raises ValueError for a grammar that is none.
    """
    chain = llama_cpp.llama_sampler_chain_init(llama_cpp.llama_sampler_chain_default_params())
    greedy = sampling.temperature == 0
    penalised = sampling.repeat_penalty != 1
    stages = []
    if sampling.grammar:
        stages.append(_grammar(vocabulary, sampling.grammar, chain))
    if sampling.top_k > 0 and (penalised or not greedy):
        stages.append(llama_cpp.llama_sampler_init_top_k(sampling.top_k))
    if penalised:
        stages.append(
            llama_cpp.llama_sampler_init_penalties(
                n_vocab, _PENALTY_WINDOW, sampling.repeat_penalty, 0.0, 0.0
            )
        )
    if greedy:
        stages.append(llama_cpp.llama_sampler_init_greedy())
    else:
        fresh: int = llama_cpp.LLAMA_DEFAULT_SEED
        seed = fresh if sampling.seed is None else sampling.seed % fresh
        stages += [
            llama_cpp.llama_sampler_init_top_p(sampling.top_p, 1),
            llama_cpp.llama_sampler_init_min_p(sampling.min_p, 1),
            llama_cpp.llama_sampler_init_temp(sampling.temperature),
            llama_cpp.llama_sampler_init_dist(seed),
        ]
    for stage in stages:
        llama_cpp.llama_sampler_chain_add(chain, stage)
    return chain


def _grammar(vocabulary: Any, grammar: str, chain: Any) -> Any:
    """Leaves only tokens that may come next. Frees `chain` if it cannot be made."""
    stage = llama_cpp.llama_sampler_init_grammar(vocabulary, grammar.encode(), b"root")
    if not stage:
        llama_cpp.llama_sampler_free(chain)
        raise ValueError("llama.cpp does not understand the grammar")
    return stage
