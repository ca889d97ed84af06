"""The engine against a bare llama-cpp-python loop, and an adapter against none.

    python -m benchmarks.engine [--model FILE] [--adapter FILE] [--rounds N] [--tokens N] [--json]

Same prompts, same greedy sampling, same threads; the arms take turns. A machine's pace can change
by half from one minute to the next, so a ratio is taken within each round, and the median over
rounds counts; its quartiles say how much noise is left.
The bare loop is `llama_cpp.Llama` in this process; the engine is what the window uses: a child
process behind pipes, timed on the window's side. Each round's prompt starts differently, so that no
arm finds it in a cache. Run it on a machine with nothing else to do: beside other work the engine
takes fewer threads, and wins by a multiple that says little.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from llama_cpp import Llama
from llama_cpp.llama_chat_format import Jinja2ChatFormatter

from adapters.gguf_lora import random_adapter
from adapters.recipe import Recipe
from app.domain.ledger import Role, Turn
from app.engine import catalogue, hardware
from app.engine.client import (
    Engine,
    EngineDone,
    EnginePiece,
    EngineStarted,
    SamplingSettings,
)

TARGET = 0.95
CONTEXT = 2048
PARAGRAPH = (
    "The committee met on Tuesday to go over the plans for the new footpath along the river. "
    "Several members asked how the path would be lit in winter and who would pay for the lamps. "
)
TASK = "Write a long and detailed letter to the town about these minutes, with many paragraphs."

Arm = Callable[[list[Turn]], "Sample"]


@dataclass(frozen=True, slots=True)
class Sample:
    """One reply: its prompt and length in tokens, seconds to the first token, tokens a second
    after it."""

    prompt_tokens: int
    tokens: int
    ttft_s: float
    tokens_per_s: float


def main() -> None:
    arguments = _arguments()
    model = arguments.model or catalogue.find(catalogue.STARTER).path
    adapter = arguments.adapter.read_bytes() if arguments.adapter else random_adapter(model, seed=1)
    bare = _bare_loop(model, arguments.tokens)
    engine = Engine(model, n_ctx=CONTEXT, threads=hardware.threads())
    swaps: list[float] = []
    try:
        arms: dict[str, Arm] = {
            "bare llama-cpp-python": bare,
            "engine": _engine_arm(engine, arguments.tokens, None, swaps),
            "engine with adapter": _engine_arm(engine, arguments.tokens, adapter, swaps),
        }
        samples = _take_turns(arms, arguments.rounds)
    finally:
        engine.close()
    result = _summary(samples, swaps) | {
        "model": model.name,
        "recipe": Recipe().hash,
        "threads": hardware.threads(),
    }
    print(json.dumps(result) if arguments.json else _table(result))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="The engine's speed against a bare loop.")
    parser.add_argument("--model", type=Path, help="a GGUF file; default the starter")
    parser.add_argument("--adapter", type=Path, help="a GGUF LoRA; default a random one")
    parser.add_argument("--rounds", type=int, default=21)
    parser.add_argument("--tokens", type=int, default=128, help="longest reply")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of the table")
    return parser.parse_args()


def _bare_loop(model: Path, longest: int) -> Arm:
    threads = hardware.threads()
    llama = Llama(
        str(model), n_ctx=CONTEXT, n_threads=threads, n_threads_batch=threads, verbose=False
    )
    template = llama.metadata["tokenizer.chat_template"]
    chat = Jinja2ChatFormatter(template, eos_token="", bos_token="")

    def reply(turns: list[Turn]) -> Sample:
        messages: Any = [turn.as_dict() for turn in turns]
        began = time.perf_counter()
        text = chat(messages=messages).prompt
        prompt = llama.tokenize(text.encode(), add_bos=False, special=True)
        tokens, first = 0, began
        for token in llama.generate(prompt, temp=0.0, repeat_penalty=1.0):
            if token == llama.token_eos():
                break
            llama.detokenize([token]).decode("utf-8", "ignore")
            tokens += 1
            if tokens == 1:
                first = time.perf_counter()
            if tokens == longest:
                break
        return Sample(len(prompt), tokens, first - began, _rate(tokens, first))

    return reply


def _engine_arm(engine: Engine, longest: int, adapter: bytes | None, swaps: list[float]) -> Arm:
    sampling = SamplingSettings(temperature=0, repeat_penalty=1, max_tokens=longest)

    def reply(turns: list[Turn]) -> Sample:
        began = time.perf_counter()
        engine.set_adapter("bench" if adapter else None, adapter)
        if adapter:
            swaps.append(time.perf_counter() - began)
        began = time.perf_counter()
        prompt_tokens, first = 0, began
        for event in engine.generate(turns, sampling):
            match event:
                case EngineStarted():
                    prompt_tokens = event.prompt_tokens
                case EnginePiece() if first == began:
                    first = time.perf_counter()
                case EngineDone():
                    tokens = event.completion_tokens
        return Sample(prompt_tokens, tokens, first - began, _rate(tokens, first))

    return reply


def _rate(tokens: int, first: float) -> float:
    return (tokens - 1) / (time.perf_counter() - first)


def _take_turns(arms: dict[str, Arm], rounds: int) -> dict[str, list[Sample]]:
    samples: dict[str, list[Sample]] = {name: [] for name in arms}
    names = list(arms)
    for number in range(rounds + 1):
        turns = [
            Turn(Role.SYSTEM, f"{number}: you are a helpful assistant."),
            Turn(Role.USER, f"{PARAGRAPH * 10}\n\n{TASK}"),
        ]
        first = number % len(names)
        for name in names[first:] + names[:first]:
            sample = arms[name](turns)
            if number > 0:  # the first round warms up
                samples[name].append(sample)
    return samples


def _summary(samples: dict[str, list[Sample]], swaps: list[float]) -> dict[str, Any]:
    def median(name: str, value: str) -> float:
        return statistics.median(float(asdict(sample)[value]) for sample in samples[name])

    def ratios(name: str, to: str) -> list[float]:
        """Quartiles over rounds."""
        rounds = zip(samples[name], samples[to], strict=True)
        return statistics.quantiles(one.tokens_per_s / other.tokens_per_s for one, other in rounds)

    bare, engine, adapted = samples
    engine_to_bare, adapter_to_none = ratios(engine, bare), ratios(adapted, engine)
    return {
        "arms": {
            name: {value: median(name, value) for value in Sample.__dataclass_fields__}
            for name in samples
        },
        "rounds": len(samples[bare]),
        "engine_to_bare": engine_to_bare[1],
        "engine_to_bare_quartiles": engine_to_bare[::2],
        "adapter_to_none": adapter_to_none[1],
        "adapter_to_none_quartiles": adapter_to_none[::2],
        "swap_s": statistics.median(swaps),
        "target": TARGET,
    }


def _table(result: dict[str, Any]) -> str:
    lines = [
        f"{result['model']}, {result['threads']} threads, medians over {result['rounds']} rounds",
        "",
        "| arm | prompt | reply | first token | tokens/s |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for name, arm in result["arms"].items():
        lines.append(
            f"| {name} | {arm['prompt_tokens']:.0f} | {arm['tokens']:.0f} "
            f"| {arm['ttft_s'] * 1000:.0f} ms | {arm['tokens_per_s']:.1f} |"
        )
    met = "met" if result["engine_to_bare"] >= TARGET else "MISSED"
    return "\n".join(
        [
            *lines,
            "",
            f"engine / bare: {_ratio(result, 'engine_to_bare')} (target {TARGET}, {met}); "
            f"with adapter / without: {_ratio(result, 'adapter_to_none')}; "
            f"adapter swap: {result['swap_s'] * 1000:.0f} ms",
        ]
    )


def _ratio(result: dict[str, Any], name: str) -> str:
    low, high = result[f"{name}_quartiles"]
    return f"{result[name]:.2f} [{low:.2f}, {high:.2f}]"


if __name__ == "__main__":
    main()
