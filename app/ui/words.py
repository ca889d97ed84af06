"""How dates, durations, models and nights are put into words. Pure: no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

from app.domain.attachments import Attachment, FileKind, estimated_tokens
from app.domain.events import NightProgress, Phase, StopReason
from app.domain.ledger import Night, Outcome
from app.domain.schedule import UNTIL_RESUMED

PHASES = {
    Phase.LOAD: "Waking the model",
    Phase.REPLAY: "Gathering what must be kept",
    Phase.TRAIN: "Learning from your corrections",
    Phase.EXPORT: "Packing what was learned",
    Phase.MEASURE: "Measuring, before and after",
    Phase.GATE: "Deciding",
}
_SHARES = {  # of a usual night's time
    Phase.LOAD: 0.03,
    Phase.REPLAY: 0.25,
    Phase.TRAIN: 0.42,
    Phase.EXPORT: 0.02,
    Phase.MEASURE: 0.27,
    Phase.GATE: 0.01,
}
OUTCOMES = {
    Outcome.PROMOTED: "Learned",
    Outcome.KEPT: "Kept the old one",
    Outcome.SKIPPED: "Skipped",
    Outcome.INTERRUPTED: "Stopped",
    Outcome.FAILED: "Failed",
}
FILE_KINDS = {
    FileKind.TEXT: "Text",
    FileKind.MARKDOWN: "Markdown",
    FileKind.CODE: "Source code",
    FileKind.PDF: "Text of a PDF",
}


def day(moment: datetime, now: datetime | None = None) -> str:
    """`today`, `yesterday`, `23 Nov`, or `23 Nov 2025` in the person's own time."""
    local = moment.astimezone()
    today = (now or datetime.now(tz=local.tzinfo)).astimezone().date()
    if local.date() == today:
        return "today"
    if local.date() == today - timedelta(days=1):
        return "yesterday"
    if local.date() == today + timedelta(days=1):
        return "tomorrow"
    return short_date(local.date(), today)


def on_day(moment: datetime, now: datetime | None = None) -> str:
    """`on 23 Nov`, but `today`."""
    told = day(moment, now)
    return told if told in ("today", "yesterday") else f"on {told}"


def short_date(one: date, today: date) -> str:
    text = f"{one.day} {one:%b}"
    return text if one.year == today.year else f"{text} {one.year}"


def when(moment: datetime, now: datetime | None = None) -> str:
    """`today at 03:00`."""
    return f"{day(moment, now)} at {moment.astimezone():%H:%M}"


def paused(until: datetime, now: datetime | None = None) -> str:
    """How long a pause of learning lasts."""
    if until >= UNTIL_RESUMED:
        return "Learning is paused until you resume it"
    return f"Learning is paused until {when(until, now)}"


def next_night(due: datetime | None, paused_until: datetime | None) -> str:
    """When a night comes by itself, or why none does."""
    if paused_until is not None:
        return f"{paused(paused_until)}."
    if due is None:
        return "Nights do not come by themselves; the settings can change that."
    return f"Next night {when(due)}."


def sentence(text: str) -> str:
    """With a capital at its beginning."""
    return text[:1].upper() + text[1:]


def age_group(moment: datetime, now: datetime | None = None) -> str:
    """The heading under which a conversation is listed."""
    local = moment.astimezone().date()
    today = (now or datetime.now().astimezone()).astimezone().date()
    days = (today - local).days
    if days <= 0:
        return "Today"
    if days == 1:
        return "Yesterday"
    if days < 7:
        return "Last seven days"
    return f"{local:%B}" if local.year == today.year else f"{local:%B %Y}"


def duration(seconds: float) -> str:
    """`40 seconds`, `3 minutes`, `1 h 20 min`."""
    if seconds < 10:
        return "a few seconds"
    if seconds < 90:
        return f"{round(seconds / 5) * 5} seconds"
    minutes = round(seconds / 60)
    if minutes < 90:
        return f"{minutes} minutes"
    return f"{minutes // 60} h {minutes % 60} min"


def size(count: int) -> str:
    """Bytes, in decimal units as downloads are counted."""
    if count >= 10**9:
        return f"{count / 10**9:.1f} GB"
    return f"{count / 10**6:.0f} MB"


def tokens(count: int) -> str:
    """An estimate, so no more than two figures of it: `about 1,200 tokens`."""
    step = 10 ** max(0, len(str(count)) - 2)
    return f"about {round(count / step) * step:,} tokens"


def file_size(file: Attachment) -> str:
    """What a file adds to a message, and whether that is all of it."""
    cut = ", only its beginning" if file.is_cut else ""
    return f"{tokens(estimated_tokens(file.text))}{cut}"


def files_note(files: Sequence[Attachment], context: int) -> str:
    """A warning before more is sent than the model may be able to read; mostly nothing."""
    total = sum(estimated_tokens(file.text) for file in files)
    if total < 0.75 * context:
        return ""
    size = sentence(tokens(total))
    return f"{size} of files; the model reads {context:,} at once, with its reply."


def short_name(name: str, most: int = 32) -> str:
    """With an ellipsis in the middle, so that a file's ending is still seen."""
    if len(name) <= most:
        return name
    return f"{name[: most - 11]}…{name[-10:]}"


def model_name(name: str) -> str:
    """A short name: `SmolLM2-135M` of `SmolLM2-135M-Instruct.Q4_1.gguf`."""
    stem = Path(name).name.removesuffix(".gguf")
    words = [word for word in stem.replace("_", "-").split("-") if word]
    kept = []
    for word in words:
        head = word.split(".")[0]
        if head.lower() in ("instruct", "chat", "it", "gguf"):
            break
        kept.append(head)
    return "-".join(kept) or stem


def progress_share(progress: NightProgress) -> float:
    """How much of the night is done, 0 to 1; never goes back between phases."""
    phases = list(_SHARES)
    before = sum(_SHARES[phase] for phase in phases[: phases.index(progress.phase)])
    inner = progress.step / progress.of if progress.of else 0.0
    return min(1.0, before + _SHARES[progress.phase] * min(1.0, inner))


def time_left(progress: NightProgress) -> str:
    if progress.paused:
        return "Paused"
    if progress.seconds_left is None:
        return "Working out how long it takes"
    return f"About {duration(progress.seconds_left)} left"


def verdict(night: Night) -> str:
    """The night's reason as one plain sentence that always stands alone."""
    if night.reason:
        return night.reason
    return "This night is still running." if night.outcome is None else OUTCOMES[night.outcome]


def reply_note(stop: StopReason, dropped_turns: int) -> str:
    """What is worth knowing about how a reply came to its end; mostly nothing."""
    notes = {
        StopReason.LENGTH: "Ended at the longest answer that the settings allow.",
        StopReason.STOPPED: "Stopped.",
        StopReason.CRASHED: "Cut off.",
        StopReason.END: "",
    }
    note = notes[stop]
    if dropped_turns:
        turns = "turn" if dropped_turns == 1 else "turns"
        note += f" {dropped_turns} older {turns} did not fit into the model's view."
    return note.strip()
