"""What the guard holds up or replaces where nothing was wrong.

    python -m benchmarks.guard --data DIR [--json]

Read are donors' letters, WikiText-2 and LAMBADA (DIR holds them), our own prose, prompts and pages,
and our own code. Told are, for every kind of text: what was replaced, by kind, and in how many of
the texts the rules for learned text see an order, a link or a command. The donors anonymised their
letters, so that hardly anything there is private, and all of it is theirs. A minute.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import resources
from pathlib import Path
from typing import Any

from app.cli.report import table
from app.domain.redaction import redacted
from app.domain.suspicion import commands, instructions, links
from benchmarks.commandline import ROOT

RULES: Mapping[str, Callable[[str], bool]] = {
    "orders": instructions,
    "links": links,
    "commands": commands,
}


def main() -> None:
    parser = argparse.ArgumentParser(description="What the guard sees where nothing is wrong.")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    found = {name: seen(texts) for name, texts in _texts(arguments.data)}
    print(json.dumps(found) if arguments.json else _table(found))


def seen(texts: Sequence[str]) -> dict[str, Any]:
    """Over some texts: how many and how long, what was replaced, and what would be asked about."""
    kinds = Counter(one.kind.value for text in texts for one in redacted(text).found)
    return {
        "texts": len(texts),
        "characters": sum(map(len, texts)),
        "replaced": dict(kinds),
        **{name: sum(map(rule, texts)) for name, rule in RULES.items()},
    }


def _texts(data: Path) -> Iterator[tuple[str, list[str]]]:
    for path in sorted(data.glob("donor_emails_*.jsonl")):
        yield f"letters of {path.stem.removeprefix('donor_emails_')}", _field(path, "email")
    if (wiki := data / "wikitext2_test.txt").is_file():
        yield "WikiText-2", _paragraphs(wiki.read_text(encoding="utf-8"))
    if (lambada := data / "lambada_test.jsonl").is_file():
        yield "LAMBADA", _field(lambada, "text")
    ours = Path(str(resources.files("resources")))
    texts = [path.read_text(encoding="utf-8") for path in sorted(ours.rglob("*.txt"))]
    pages = [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("docs/**/*.md"))]
    yield "our prose and pages", _paragraphs("\n\n".join([*texts, *pages]))
    code = [path for part in ("app", "adapters") for path in sorted((ROOT / part).rglob("*.py"))]
    yield "our code", [path.read_text(encoding="utf-8") for path in code]


def _field(path: Path, name: str) -> list[str]:
    return [json.loads(line)[name] for line in path.read_text(encoding="utf-8").splitlines()]


def _paragraphs(text: str) -> list[str]:
    return [part for part in text.split("\n") if len(part.split()) > 5]


def _table(found: Mapping[str, Mapping[str, Any]]) -> str:
    rows = [
        [
            name,
            str(one["texts"]),
            f"{one['characters']:,}",
            ", ".join(f"{count} {kind}" for kind, count in one["replaced"].items()) or "nothing",
            *(str(one[rule]) for rule in RULES),
        ]
        for name, one in found.items()
    ]
    return table(rows, ("texts of", "number", "characters", "replaced", *RULES))


if __name__ == "__main__":
    main()
