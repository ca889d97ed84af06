"""Markdown for people and their notes: the branch that is shown, and a safe name for its file."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence

from app.domain.attachments import Attachment, one_line
from app.domain.branches import branch
from app.domain.ledger import Message, Role
from app.domain.transcripts.transcript import Transcript, line

LONGEST_STEM = 120
"""In bytes: file systems stop at 255, and other programs add endings."""

_SPEAKERS = {Role.USER: "You", Role.ASSISTANT: "Reverie", Role.SYSTEM: "System"}
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
"""In the names of files on some system or other."""


def document(transcript: Transcript, models: Mapping[str, str]) -> str:
    """`models` has the names of bases by their hash; those of others are not told."""
    conversation = transcript.conversation
    title = line(conversation.title)
    shown = branch(transcript.messages, conversation.leaf)
    written_by = [models[m.base] for m in shown if m.base and m.base in models]
    front = {
        "title": title,
        "created": f"{conversation.created:%Y-%m-%dT%H:%M:%SZ}",
        "updated": f"{conversation.updated:%Y-%m-%dT%H:%M:%SZ}",
        **({"model": written_by[-1]} if written_by else {}),
    }
    # JSON's strings are YAML's too: a title can neither end its line nor the front matter.
    head = (f"{key}: {json.dumps(text, ensure_ascii=False)}\n" for key, text in front.items())
    turns = (_turn(message, transcript.files_of(message.id)) for message in shown)
    return f"---\n{''.join(head)}---\n\n# {title}\n{''.join(turns)}"


def _turn(message: Message, files: Sequence[Attachment]) -> str:
    cut = "\n\n*(not finished)*" if message.partial else ""
    beside = "".join(f"\n\n*Attached: `{one_line(file.name)}`*" for file in files)
    return f"\n## {_SPEAKERS[message.role]}\n\n{message.text.strip()}{beside}{cut}\n"


def file_name(transcript: Transcript, taken: set[str]) -> str:
    """Good on every system and unlike those in `taken`, which then has it too."""
    conversation = transcript.conversation
    stem = f"{conversation.created:%Y-%m-%d} {_speakable(conversation.title)}".strip()
    name, number = f"{stem}.md", 1
    while name.casefold() in taken:
        number += 1
        name = f"{stem} {number}.md"
    taken.add(name.casefold())
    return name


def _speakable(title: str) -> str:
    """Without signs that a system forbids, that cannot be seen, or that turn the writing round."""
    seen = "".join(" " if unicodedata.category(c)[0] in "CZ" else c for c in title)
    allowed = " ".join(_FORBIDDEN.sub(" ", unicodedata.normalize("NFC", seen)).split())
    return allowed.encode()[:LONGEST_STEM].decode(errors="ignore").strip(" .")
