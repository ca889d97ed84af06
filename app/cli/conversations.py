"""`reverie conversations`: what there is, out to files and in from them."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from app.cli import report
from app.domain.errors import KnownError
from app.domain.ledger import to_json
from app.services import Reverie
from app.services.transcripts import NOT_ENCRYPTED, counted


def run(reverie: Reverie, args: argparse.Namespace, say: Callable[[str], None]) -> dict[str, Any]:
    match args.action:
        case "export":
            return _export(reverie, args, say)
        case "import":
            done = reverie.transcripts.import_file(args.file)
            say(done.sentence)
            return {"imported": done.added, "known": done.known}
        case _:
            listed = reverie.conversations.all()
            say(report.conversations(listed))
            return {"conversations": [to_json(conversation) for conversation in listed]}


def _export(
    reverie: Reverie, args: argparse.Namespace, say: Callable[[str], None]
) -> dict[str, Any]:
    """What is written follows from the name."""
    path, ids, replace = args.path, args.id, args.replace
    listed = list(dict.fromkeys(ids or (c.id for c in reverie.conversations.all())))
    match path.suffix.lower():
        case ".json":
            files = [reverie.transcripts.export_json(path, ids, replace=replace)]
        case ".md" if len(listed) > 1:
            raise KnownError(
                "One Markdown file holds one conversation",
                f"{counted(len(listed))} would go into {path}.",
                "Name the one with --id, or give a folder instead of a file.",
            )
        case ".md" if listed:
            files = [reverie.transcripts.export_markdown(path, listed[0], replace=replace)]
        case _:
            files = reverie.transcripts.export_folder(path, ids, replace=replace)
    say(f"{counted(len(listed))} written to {path}. {NOT_ENCRYPTED}")
    return {"exported": len(listed), "files": [str(file) for file in files]}
