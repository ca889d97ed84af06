"""What an adapter made its base forget: public test sets, the quantized model with and without it.

    python -m benchmarks.retention --data DIR --adapter FILE.gguf [--adapter ...]
        [--model FILE] [--cache DIR] [--quick] [--json]

`--data` holds the sets that `benchmarks.testsets` names; nothing is copied from it. The base is
measured once and its results kept in `--cache`, by default beside the model. `--quick` takes a
tenth of every set, as a smoke test. Measured on the model that serves, as it is served:

* WikiText-2: perplexity of the first 50,000 tokens, raw text with no BOS, in windows of 512 that
  are each read from an empty context; a window's first token is free. As the gate measures it.
* PIQA, OpenBookQA: plain text without a chat; the answer with the highest log p per character.
* LAMBADA: plain text; right if each token of the last word is the likeliest one.
* IFEval: chat, greedy, at most 256 tokens, scored strictly by `benchmarks.ifeval`. Requests for
  longer texts than that fail for every arm.
* AdvBench, XSTest (safe prompts): chat; share of greedy answers that do not or do refuse within
  24 tokens, and the mean log-odds of opening with a refusal rather than with its counterpart (on
  XSTest the other way round). Openings and marks of refusals are the gate's own.

"lost : gained" counts the items that got worse and better, p is the exact two-sided sign test on
them: on 200 items one point is two of them. A verdict is about the limit, not about chance.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from statistics import fmean

from adapters.runtime import Base
from adapters.verdict import THRESHOLDS
from app.engine import catalogue
from benchmarks import testsets
from benchmarks.exam import Exam, Items, Kept, gate_safety, sit

CONTEXT = 4096


@dataclass(frozen=True, slots=True)
class Retention:
    """One model's standing: perplexity, percent of items, and mean log-odds in nats."""

    perplexity: float
    piqa: float
    openbookqa: float
    lambada: float
    ifeval_prompts: float
    ifeval_instructions: float
    refusals: float
    refusal_lean: float
    compliance: float
    compliance_lean: float


@dataclass(frozen=True, slots=True)
class Measure:
    """`limit`: how much may be lost, in `unit`."""

    title: str
    unit: str
    limit: float


MEASURES = {
    "perplexity": Measure("WikiText-2 perplexity", "%", 100 * THRESHOLDS.perplexity_rise),
    "piqa": Measure("PIQA, %", "", 1.0),
    "openbookqa": Measure("OpenBookQA, %", "", 1.0),
    "lambada": Measure("LAMBADA, %", "", 1.0),
    "ifeval_prompts": Measure("IFEval prompts, %", "", 2.0),
    "ifeval_instructions": Measure("IFEval instructions, %", "", 2.0),
    "refusals": Measure("AdvBench refused, %", "", THRESHOLDS.safety_drop),
    "refusal_lean": Measure("AdvBench lean to refuse", " nats", THRESHOLDS.safety_lean_drop),
    "compliance": Measure("XSTest answered, %", "", THRESHOLDS.safety_drop),
    "compliance_lean": Measure("XSTest lean to answer", " nats", THRESHOLDS.safety_lean_drop),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One measure on the base and with the adapter. `change` is in percent of the base's for
    perplexity, else a difference. The last three are None where there are no items to pair."""

    measure: str
    base: float
    adapter: float
    change: float
    limit: float
    within: bool
    lost: int | None
    gained: int | None
    p: float | None


def survey(
    base: Base,
    data: Path,
    *,
    system: str,
    adapter: bytes | None = None,
    kept: Kept | None = None,
    quick: bool = False,
) -> Retention:
    """Measure the base with `adapter`, which stays attached; or the plain base, where its results
    are not `kept` already. For another benchmark; `sit` and `compare` give the items too."""
    sets = testsets.read(data, quick=quick)
    exam = Exam(base, sets, system, gate_safety(), kept)
    return summary(sit(exam, adapter))


def summary(items: Items) -> Retention:
    def of(name: str) -> float:
        mean = fmean(items[name])
        if name == "perplexity":
            return math.exp(mean)
        return mean if name.endswith("_lean") else 100 * mean

    return Retention(**{field.name: of(field.name) for field in fields(Retention)})


def compare(base: Items, adapter: Items) -> list[Change]:
    """Both from the same exam."""
    before, after = asdict(summary(base)), asdict(summary(adapter))
    return [
        _change(name, before[name], after[name], list(zip(base[name], adapter[name], strict=True)))
        for name in MEASURES
    ]


def within(name: str, change: float) -> bool:
    """Whether a measure that changed so much has lost no more than its limit."""
    lost = change if name == "perplexity" else -change
    return round(lost, 9) <= MEASURES[name].limit


def sign_test(lost: int, gained: int) -> float:
    """Exact and two-sided: how likely so uneven a split is where either way is as likely."""
    count = lost + gained
    tail: int = sum(math.comb(count, k) for k in range(min(lost, gained) + 1))
    return min(1.0, float(2 * tail / 2**count))


def _change(name: str, before: float, after: float, pairs: Sequence[tuple[float, float]]) -> Change:
    limit = MEASURES[name].limit
    if name == "perplexity":
        rise = 100 * (after / before - 1)
        return Change(name, before, after, rise, limit, within(name, rise), None, None, None)
    lost = sum(b > a for b, a in pairs)
    gained = sum(b < a for b, a in pairs)
    change = after - before
    p = sign_test(lost, gained)
    return Change(name, before, after, change, limit, within(name, change), lost, gained, p)


# The command


def main() -> None:
    arguments = _arguments()
    choice = catalogue.find(str(arguments.model or catalogue.STARTER))
    sha256 = catalogue.sha256_of(choice.path)
    folder = arguments.cache or catalogue.models_folder() / "cache" / sha256[:16]
    seconds: dict[str, dict[str, float]] = {}
    arm = "base"

    def on_part(name: str, took: float) -> None:
        seconds.setdefault(arm, {})[name] = took
        print(f"{arm}: {name}, {took:.0f} s", file=sys.stderr)

    base = Base(choice.path, n_ctx=CONTEXT)
    try:
        exam = Exam(
            base=base,
            sets=testsets.read(arguments.data, quick=arguments.quick),
            system=catalogue.system_prompt(choice),
            safety=gate_safety(),
            kept=Kept(folder, sha256),
            on_part=on_part,
        )
        plain = sit(exam, None)
        changes: dict[str, list[Change]] = {}
        for path in arguments.adapter:
            arm = str(path)
            changes[arm] = compare(plain, sit(exam, path.read_bytes()))
    finally:
        base.close()
    if arguments.json:
        print(_json(choice.path.name, summary(plain), changes, seconds, quick=arguments.quick))
    else:
        print(_table(summary(plain), changes))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="What an adapter made its base forget.")
    parser.add_argument("--data", type=Path, required=True, help="the folder of the test sets")
    parser.add_argument(
        "--adapter", type=Path, action="append", default=[], help="a GGUF LoRA; may be repeated"
    )
    parser.add_argument("--model", help="a GGUF file or a name; default the starter")
    parser.add_argument("--cache", type=Path, help="where the base's results are kept")
    parser.add_argument("--quick", action="store_true", help="a tenth of every set")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of the table")
    return parser.parse_args()


def _json(
    model: str,
    base: Retention,
    changes: Mapping[str, Sequence[Change]],
    seconds: Mapping[str, Mapping[str, float]],
    *,
    quick: bool,
) -> str:
    adapters = {name: [asdict(change) for change in found] for name, found in changes.items()}
    return json.dumps(
        {
            "model": model,
            "quick": quick,
            "base": asdict(base),
            "adapters": adapters,
            "seconds": seconds,
        }
    )


def _table(base: Retention, changes: Mapping[str, Sequence[Change]]) -> str:
    head = ["measure", "base", "limit"]
    for name in changes:
        head += [Path(name).stem, "change", "verdict", "lost : gained", "p"]
    rows = [head, ["---", *["---:"] * (len(head) - 1)]]
    before = asdict(base)
    for at, (name, measure) in enumerate(MEASURES.items()):
        sign = "+" if name == "perplexity" else "-"
        row = [measure.title, f"{before[name]:.2f}", f"{sign}{measure.limit:g}{measure.unit}"]
        for found in changes.values():
            row += _cells(found[at], measure)
        rows.append(row)
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _cells(change: Change, measure: Measure) -> list[str]:
    flips = "" if change.lost is None else f"{change.lost} : {change.gained}"
    return [
        f"{change.adapter:.2f}",
        f"{change.change:+.2f}{measure.unit}",
        "within" if change.within else "LOST",
        flips,
        "" if change.p is None else f"{change.p:.3f}",
    ]


if __name__ == "__main__":
    main()
