"""The tables of `docs/learning.md`: what each file of kept results comes to, in Markdown.

A function gets the lines of one file, which are some, and measures nothing. What the figures rest
on (how many prompts, which recipe) stands under each table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from app.domain.ledger import Arm
from benchmarks.aims import FEW, FULL
from benchmarks.calibration import DESTRUCTIVE, SOUND
from benchmarks.fortnight_tables import as_markdown as fortnight
from benchmarks.page import markdown
from benchmarks.results import Line, of_recipe
from benchmarks.retention import MEASURES
from benchmarks.stated import PREFERENCES
from benchmarks.tasks import DOCUMENT, EMAIL, NOTE, QUESTION

Told = Callable[[Sequence[Line]], str]


@dataclass(frozen=True, slots=True)
class Table:
    """`told` gets the lines of `file`."""

    file: str
    told: Told


def section(table: Table, lines: Sequence[Line], recipe: str) -> str:
    """The table and what it rests on; `recipe` is the hash of the recipe as it is."""
    if not lines:
        return "*Not measured.*"
    return f"{table.told(lines)}\n\n*`{table.file}`{_older(lines, recipe)}*"


def _older(lines: Sequence[Line], recipe: str) -> str:
    """By arm, where only some of them are."""
    old = [line for line in lines if not of_recipe([line], recipe)]
    arms = sorted({line.get("arm", "") for line in old})
    if not old:
        return ""
    if len(arms) == len({line.get("arm", "") for line in lines}):
        return ", taken with an older recipe"
    return f"; with an older recipe, at least in part: {', '.join(arms)}"


# Users

_LEARNED = (
    (EMAIL, "e-mails", (Arm.BASE, Arm.MEMORY, Arm.ADAPTER, Arm.BOTH)),
    (NOTE, "notes", (Arm.BASE, Arm.MEMORY, Arm.ADAPTER)),
    (QUESTION, "questions", (Arm.MEMORY, Arm.ADAPTER)),
    (DOCUMENT, "documents", (Arm.MEMORY, Arm.ADAPTER)),
)
_ARMS = {Arm.BASE: "base", Arm.MEMORY: "examples", Arm.ADAPTER: "adapter", Arm.BOTH: "both"}


def _learned(edits: int) -> Told:
    def told(lines: Sequence[Line]) -> str:
        """Mean edit cost of each user's night, and of all."""
        nights = [line for line in lines if line["edits"] == edits]
        head = ["user"]
        for _, title, arms in _LEARNED:
            first, *others = (_ARMS[arm] for arm in arms)
            head += [f"{title}: {first}", *others]
        costs = {_named(night): _costs(night) for night in nights}
        rows = [[name, *map(_cost, found)] for name, found in costs.items()]
        means = [_mean(column) for column in zip(*costs.values(), strict=True)]
        return markdown(head, [*rows, ["**mean**", *map(_cost, means)]])

    return told


def _named(night: Line) -> str:
    name = str(night["user"])
    return name if night["outcome"] == "promoted" else f"{name} (not promoted)"


def _costs(night: Line) -> list[float | None]:
    return [
        fmean(night["costs"][kind][arm.value]) if kind in night["costs"] else None
        for kind, _, arms in _LEARNED
        for arm in arms
    ]


def _mean(column: Sequence[float | None]) -> float | None:
    values = [value for value in column if value is not None]
    return fmean(values) if values else None


def _cost(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def _donors(lines: Sequence[Line]) -> str:
    """NLL per token; in brackets against eight examples."""

    def row(line: Line) -> list[str]:
        scores = line["scores"]
        examples = scores["8 examples"]
        own = [f"{scores[arm]:.3f} ({scores[arm] / examples - 1:+.1%})" for arm in _OWN]
        others = [f"{value:.3f}" for arm, value in scores.items() if arm.endswith("'s adapter")]
        rise = f"{scores['change of perplexity']:+.1%}"
        cells = [f"{scores['base']:.3f}", f"{examples:.3f}", *own, "/".join(others), rise]
        return [line["donor"], *cells]

    head = ("letters of", "base", "8 examples", *_OWN, "the other's adapter", "perplexity")
    return markdown(head, [row(line) for line in lines])


_OWN = ("adapter", "both")


def _flip(lines: Sequence[Line]) -> str:
    """A pair that was only looked at has no costs."""
    trained = {line["pair"] for line in lines if not line["only_look"]}
    shown = [line for line in lines if not (line["only_look"] and line["pair"] in trained)]
    head = ("user", "left out", "base", "never the old one", "changed", "without leaving rows out")
    names = ("base", "never the old one", "changed", "without looking")

    def row(line: Line) -> list[str]:
        old, new = line["old"], line["new"]
        title = f"{old} throughout" if old == new else f"{old}, then {new}"
        before = f"{line['replaced_before']} of {line['setup']['before']}"
        return [title, before, *(_cost(line.get(name)) for name in names)]

    return markdown(head, [row(line) for line in shown])


def _stated(lines: Sequence[Line]) -> str:
    rows = []
    units = {one.name: one.unit for one in PREFERENCES}
    for line in lines:
        for arm, found in line["arms"].items():
            cells = [f"{found['heeded']:.2f}", f"{found['nll']:.3f}", _cost(found.get("mail"))]
            rows.append([f"{line['preference']}, {units[line['preference']]}", arm, *cells])
    return markdown(("preference", "arm", "heeded", "NLL of the told base", "mail"), rows)


def _ablation(lines: Sequence[Line]) -> str:
    """Means over the users who have every variant that is there."""
    variants = list(dict.fromkeys(line["variant"] for line in lines))
    by_user: dict[str, dict[str, Mapping[str, float]]] = {}
    for line in lines:
        by_user.setdefault(line["user"], {})[line["variant"]] = line["scores"]
    whole = {name: it for name, it in by_user.items() if set(it) == set(variants)}

    def cells(variant: str) -> list[str]:
        found = [scores[variant] for scores in whole.values()]
        rises = [
            scores[variant]["perplexity"] / scores["base"]["perplexity"] - 1
            for scores in whole.values()
        ]
        likely = [f"{fmean(one[kind] for one in found):.3f}" for kind in (EMAIL, NOTE, QUESTION)]
        return [*likely, f"{fmean(one['kl'] for one in found):.3f}", f"{fmean(rises):+.2%}"]

    rows = [[variant, *cells(variant)] for variant in variants]
    head = ("what", "mail", "note, never edited", "question", "KL", "perplexity")
    return f"{markdown(head, rows)}\n\nUsers: {', '.join(whole)}."


# Nights


def _ledgers(lines: Sequence[Line]) -> str:
    def minutes(line: Line, phase: str) -> str:
        return f"{line['phases'][phase] / 60:.1f}" if phase in line["phases"] else ""

    def row(line: Line) -> list[str]:
        training = line["training"]
        learned = ["" if training[name] is None else str(training[name]) for name in _VISITED]
        spent = [f"{line['seconds'] / 60:.1f}", minutes(line, "train"), minutes(line, "measure")]
        cost = _cost(line["costs"]["adapter"])
        return [f"{line['rows']:,}", line["outcome"], *spent, *learned, cost]

    head = ("rows", "night", "minutes", "training", "measuring", "learned from", "steps", "cost")
    return markdown(head, [row(line) for line in sorted(lines, key=lambda it: int(it["rows"]))])


_VISITED = ("rows", "steps")


def _thirty(lines: Sequence[Line]) -> str:
    """A table a user: nights across, changes against the base; bold beyond a limit."""
    users = dict.fromkeys(line["user"] for line in lines)
    return "\n\n".join(_lived([line for line in lines if line["user"] == one]) for one in users)


def _lived(nights: Sequence[Line]) -> str:
    nights = sorted(nights, key=lambda it: int(it["night"]))
    found = [{one["measure"]: one for one in night["retention"]} for night in nights]
    costs = [fmean(nights[0]["costs"]["base"]), *(fmean(it["costs"]["adapter"]) for it in nights)]
    rows = [["edit cost, unseen e-mails", "", *map(_cost, costs)]]
    for name, measure in MEASURES.items():
        limit = f"{measure.limit if name == 'perplexity' else -measure.limit:+g}{measure.unit}"
        changes = [_change(one[name]) for one in found]
        rows.append([measure.title, limit, f"{found[0][name]['base']:.2f}", *changes])
    head = (f"{nights[0]['user']}", "limit", "base")
    return markdown((*head, *(f"night {it['night']}, {it['rows']} rows" for it in nights)), rows)


def _change(one: Line) -> str:
    text = f"{one['change'] + 0:+.2f}{MEASURES[one['measure']].unit}"
    text = text if one["within"] else f"**{text}**"
    moved = one["lost"] is not None and not MEASURES[one["measure"]].unit
    return f"{text} ({one['lost']} lost, {one['gained']} gained)" if moved else text


def _calibration(lines: Sequence[Line]) -> str:
    by_night = {line["night"]: line for line in lines}
    drawn = [line for name, line in by_night.items() if name.startswith("random")]
    rows = [
        [name, "yes" if by_night[name]["promoted"] else "no", _failed(by_night[name])]
        for name in (*DESTRUCTIVE, SOUND)
        if name in by_night
    ]
    failed = [name for line in drawn for name in line["failed"]]
    often = sorted(set(failed), key=lambda name: (-failed.count(name), name))
    told = ", ".join(f"{name} ({failed.count(name)})" for name in often)
    promoted = sum(line["promoted"] for line in drawn)
    rows.append([f"labels by lot, {len(drawn)} nights", str(promoted), told])
    return markdown(("night", "promoted", "checks that failed"), rows)


def _failed(line: Line) -> str:
    if line["failed"] or line["promoted"]:
        return ", ".join(line["failed"])
    return str(line["reason"]).partition(";")[0]


# Speed


def _trl(lines: Sequence[Line]) -> str:
    arms = lines[-1]["arms"]
    ours = arms["ours"]["seconds"]

    def row(name: str, arm: Line) -> list[str]:
        times = "" if name == "ours" else f"{arm['seconds'] / ours:.1f}"
        return [name, f"{arm['seconds']:.1f}", times, f"{arm['held_out_nll']:.3f}"]

    head = ("trainer", "seconds", "times as long as ours", "held-out loss")
    return markdown(head, [row(name, arm) for name, arm in arms.items()])


def _demo(lines: Sequence[Line]) -> str:
    def row(name: str, arm: Line) -> list[str]:
        cells = [_cost(arm["edit_cost"]), f"{arm['prompt_tokens']:.0f}", f"{arm['ttft_s']:.2f}"]
        return [name, *cells]

    rows = [row(_ARMS[Arm(name)], arm) for name, arm in lines[-1]["arms"].items()]
    return markdown(("arm", "edit cost", "prompt tokens", "first token, s"), rows)


TABLES = {
    "users after 48 edits": Table("learning.jsonl", _learned(FULL)),
    "users after 16 edits": Table("learning16.jsonl", _learned(FEW)),
    "users whom nobody had in mind": Table("newcomers.jsonl", _learned(FULL)),
    "donors": Table("donors.jsonl", _donors),
    "ledgers": Table("ledgers.jsonl", _ledgers),
    "a change of mind": Table("flip.jsonl", _flip),
    "stated preferences": Table("stated.jsonl", _stated),
    "ablation": Table("ablation.jsonl", _ablation),
    "thirty nights": Table("thirty.jsonl", _thirty),
    "calibration": Table("calibration.jsonl", _calibration),
    "TRL": Table("trl.json", _trl),
    "demo": Table("demo.json", _demo),
    "fortnight": Table("fortnight.jsonl", fortnight),
}
