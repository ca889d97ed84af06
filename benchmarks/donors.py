"""Real mail: how likely a person's own letters become, on letters never seen.

    python -m benchmarks.donors --data DIR [--donors NAME ...] [--letters 100] [--tests 30]
        [--recipe JSON] [--gate] [--model FILE] [--results FILE] [--json]

DIR holds `donor_emails_NAME.jsonl` (subject, email), mail that its writers gave for research; it is
read from there, and the adapters trained on it are thrown away. Each donor's first letters are
learned, as if each had been typed in place of a reply to "Write an email with the subject: ...".
NLL per token (nats, with the end) on later letters: base, eight nearest letters in the prompt,
adapter alone, both, and the other donors' adapters; and what its owner's adapter does to perplexity
on the probes' prose. Trained as a night that the gate lets pass, without the gate. `--recipe`
replaces numbers of the recipe: '{"layer_step": 1}' trains all layers. `--results` keeps one JSON
line a donor; those that are there already are not done again, and count as nobody's other. Half an
hour a donor on two slow cores.

`--gate` instead: a whole night over each donor's letters, as a person has it who brought them in
and approved all of them; what the gate says, and NLL per token of the letters that it held out.
Ten to twenty minutes a donor; nothing is kept.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from adapters.recipe import Recipe
from app.cli.report import table
from app.domain.ledger import Role, Signal, Turn
from app.domain.nearest import nearest_edits
from benchmarks import commandline
from benchmarks.commandline import Night
from benchmarks.results import Lines, options, setup
from benchmarks.simulation import FIRST_DAY, Laboratory, judged

EXAMPLES = 8
PERPLEXITY = "change of perplexity"
LETTERS_A_SESSION = 4
SERVED = ("base", "memory", "adapter", "both")
"""What a night tells of held-out letters; memory is three of the nearest."""


@dataclass(frozen=True, slots=True)
class Letter:
    prompt: str
    text: str


def main() -> None:
    arguments = _arguments()
    donors = _donors(arguments)
    recipe = Recipe.from_json(arguments.recipe)
    seen, unseen = arguments.letters, arguments.letters + arguments.tests
    if arguments.gate:
        nights = {
            name: commandline.night(_signals(name, letters[:seen]), arguments.model)
            for name, letters in donors.items()
        }
        print(json.dumps(_told(nights)) if arguments.json else _nights_table(nights))
        return
    with Laboratory(arguments.model) as laboratory:
        common = setup(laboratory.sha256, arguments, "letters", "tests") | {"recipe": recipe.hash}
        lines = Lines(arguments.results, common, ("donor",))
        missing = {name: it for name, it in donors.items() if (name,) not in lines.known}
        results = {
            name: _learn(laboratory, name, letters[:seen], recipe)
            for name, letters in missing.items()
        }
        for name, letters in missing.items():
            scores = _scores(laboratory, name, letters[seen:unseen], results)
            lines.add({"donor": name, "scores": scores})
    found = {name: lines.known[name,]["scores"] for name in donors}
    print(json.dumps(found) if arguments.json else _table(found))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Likelihood of donors' unseen letters.")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--donors", nargs="+", metavar="NAME", help="default: all")
    parser.add_argument("--letters", type=int, default=100)
    parser.add_argument("--tests", type=int, default=30)
    parser.add_argument("--recipe", type=json.loads, default={}, metavar="JSON")
    parser.add_argument("--gate", action="store_true", help="a night each, and what the gate says")
    options(parser)
    arguments = parser.parse_args()
    if arguments.gate and arguments.recipe:
        parser.error("a night with the gate is trained as it is for people: leave out --recipe")
    return arguments


def _donors(arguments: argparse.Namespace) -> dict[str, list[Letter]]:
    donors = {
        path.stem.removeprefix("donor_emails_"): _letters(path)
        for path in sorted(arguments.data.glob("donor_emails_*.jsonl"))
    }
    if not donors:
        raise SystemExit(f"{arguments.data} holds no donor_emails_NAME.jsonl.")
    if unknown := set(arguments.donors or donors) - donors.keys():
        raise SystemExit(f"{arguments.data} holds nothing of {', '.join(sorted(unknown))}.")
    return {name: donors[name] for name in arguments.donors or donors}


def _letters(path: Path) -> list[Letter]:
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        mail = json.loads(line)
        text = mail["email"].replace("\r\n", "\n").replace("\r", "\n").strip()
        found.append(Letter(f"Write an email with the subject: {mail['subject']}", text))
    return found


def _learn(
    laboratory: Laboratory, name: str, letters: Sequence[Letter], recipe: Recipe
) -> tuple[bytes, list[Signal]]:
    signals = _signals(name, letters)
    return laboratory.served(laboratory.rows(signals), recipe)[0], signals


def _signals(name: str, letters: Sequence[Letter]) -> list[Signal]:
    """All of them learned: what the guard would ask about (links, say), their writer has judged."""
    return judged(map(_line, range(len(letters)), letters), name)


def _line(number: int, letter: Letter) -> bytes:
    at = FIRST_DAY + timedelta(minutes=number)
    fields: dict[str, Any] = {"prompt": letter.prompt, "reply": "", "edited": letter.text}
    fields |= {"kind": "edit", "at": at.isoformat()}
    fields["session"] = str(number // LETTERS_A_SESSION)
    return json.dumps(fields).encode()


def _scores(
    laboratory: Laboratory,
    name: str,
    letters: Sequence[Letter],
    results: Mapping[str, tuple[bytes, list[Signal]]],
) -> dict[str, float]:
    adapter, signals = results[name]
    plain: list[Signal] = []
    arms = {
        "base": (None, plain),
        "8 examples": (None, signals),
        "adapter": (adapter, plain),
        "both": (adapter, signals),
    }
    others = {f"{other}'s adapter": (data, plain) for other, (data, _) in results.items()}
    others.pop(f"{name}'s adapter")
    scores, prose = {}, {}
    for arm, (data, examples) in (arms | others).items():
        laboratory.base.attach(data)
        scores[arm] = _nll(laboratory, letters, examples)
        if arm in ("base", "adapter"):
            prose[arm] = laboratory.perplexity()
    return {**scores, PERPLEXITY: prose["adapter"] / prose["base"] - 1}


def _nll(laboratory: Laboratory, letters: Sequence[Letter], signals: Sequence[Signal]) -> float:
    total, count = 0.0, 0
    for letter in letters:
        turns = [Turn(Role.SYSTEM, laboratory.system)]
        for example in nearest_edits(letter.prompt, signals, EXAMPLES) if signals else ():
            turns.append(Turn(Role.USER, example.prompt))
            turns.append(Turn(Role.ASSISTANT, example.edited or ""))
        turns.append(Turn(Role.USER, letter.prompt))
        scores = laboratory.log_p(turns, letter.text)
        total, count = total - float(scores.sum(dtype="float64")), count + len(scores)
    return total / count


def _table(found: Mapping[str, Mapping[str, float]]) -> str:
    rows = [
        [name, arm, f"{score:.3f}", f"{score / scores['8 examples'] - 1:+.1%}"]
        for name, scores in found.items()
        for arm, score in scores.items()
        if arm != PERPLEXITY
    ]
    rises = [
        f"{name}: perplexity on ordinary prose {scores[PERPLEXITY]:+.1%}"
        for name, scores in found.items()
    ]
    heads = ("letters of", "arm", "NLL per token", "against examples")
    return "\n".join([table(rows, heads), *rises])


def _told(nights: Mapping[str, Night]) -> dict[str, Any]:
    return {
        name: {
            "outcome": night.outcome,
            "reason": night.reason,
            "seconds": night.seconds,
            "held_out": night.metrics.get("held_out"),
        }
        for name, night in nights.items()
    }


def _nights_table(nights: Mapping[str, Night]) -> str:
    rows = []
    for name, night in nights.items():
        scores = night.metrics.get("held_out", {}).get("nll", {})
        told = [f"{scores[arm]:.3f}" if scores.get(arm) else "" for arm in SERVED]
        rows.append([name, night.outcome, f"{night.seconds / 60:.0f} min", *told])
    reasons = [f"{name}: {night.reason}" for name, night in nights.items()]
    return "\n".join([table(rows, ("letters of", "night", "took", *SERVED)), *reasons])


if __name__ == "__main__":
    main()
