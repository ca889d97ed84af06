"""How dates, durations, models and nights are put into words, in the language of the window."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

from app.domain.attachments import Attachment, FileKind, estimated_tokens
from app.domain.events import NightProgress, Phase, StopReason
from app.domain.ledger import Night, Outcome
from app.domain.schedule import UNTIL_RESUMED
from app.ui import language
from app.ui.language import mark, told, tr
from app.ui.runner import Problem

PHASES = {
    Phase.LOAD: mark("Waking the model"),
    Phase.REPLAY: mark("Gathering what must be kept"),
    Phase.TRAIN: mark("Learning from your corrections"),
    Phase.EXPORT: mark("Packing what was learned"),
    Phase.MEASURE: mark("Measuring, before and after"),
    Phase.GATE: mark("Deciding"),
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
    Outcome.PROMOTED: mark("Learned"),
    Outcome.KEPT: mark("Kept the old one"),
    Outcome.SKIPPED: mark("Skipped"),
    Outcome.INTERRUPTED: mark("Stopped"),
    Outcome.FAILED: mark("Failed"),
}
FILE_KINDS = {
    FileKind.TEXT: mark("Text"),
    FileKind.MARKDOWN: mark("Markdown"),
    FileKind.CODE: mark("Source code"),
    FileKind.PDF: mark("Text of a PDF"),
}
_ENDS = {
    StopReason.LENGTH: mark("Ended at the longest answer that the settings allow."),
    StopReason.STOPPED: mark("Stopped."),
    StopReason.CRASHED: mark("Cut off."),
}


def day(moment: datetime, now: datetime | None = None) -> str:
    """`today`, `yesterday`, `23 Nov`, or `23 Nov 2025` in the person's own time."""
    one, today = _own_days(moment, now)
    return _near(one, today) or short_date(one, today)


def on_day(moment: datetime, now: datetime | None = None) -> str:
    """`on 23 Nov`, but `today`."""
    one, today = _own_days(moment, now)
    return _near(one, today) or tr("on {day}", day=short_date(one, today))


def short_date(one: date, today: date) -> str:
    text = language.day_month(one)
    return text if one.year == today.year else tr("{day} {year}", day=text, year=one.year)


def when(moment: datetime, now: datetime | None = None) -> str:
    """`today at 03:00`."""
    return tr("{day} at {time}", day=day(moment, now), time=f"{moment.astimezone():%H:%M}")


def paused(until: datetime, now: datetime | None = None) -> str:
    """How long a pause of learning lasts, as a sentence."""
    if until >= UNTIL_RESUMED:
        return tr("Learning is paused until you resume it.")
    return tr("Learning is paused until {when}.", when=when(until, now))


def next_night(due: datetime | None, paused_until: datetime | None) -> str:
    """When a night comes by itself, or why none does."""
    if paused_until is not None:
        return paused(paused_until)
    if due is None:
        return tr("Nights do not come by themselves; the settings can change that.")
    return tr("Next night {when}.", when=when(due))


def sentence(text: str) -> str:
    """With a capital at its beginning."""
    return text[:1].upper() + text[1:]


def inside(text: str) -> str:
    """As it goes on within a sentence."""
    return text[:1].lower() + text[1:]


def listed(parts: Iterable[str]) -> str:
    """`one`, `one and two`, `one, two and three`."""
    *first, last = (*parts,) or ("",)
    return tr("{first} and {last}", first=", ".join(first), last=last) if first else last


def age_group(moment: datetime, now: datetime | None = None) -> str:
    """The heading under which a conversation is listed."""
    one, today = _own_days(moment, now)
    days = (today - one).days
    if days <= 0:
        return tr("Today")
    if days == 1:
        return tr("Yesterday")
    if days < 7:
        return tr("Last seven days")
    month = language.month(one)
    return month if one.year == today.year else tr("{month} {year}", month=month, year=one.year)


def number(count: int) -> str:
    """`1,200`."""
    return language.locale().toString(count)


def decimal(value: float, places: int) -> str:
    """`0.4`."""
    return language.locale().toString(value, "f", places)


def duration(seconds: float) -> str:
    """`40 seconds`, `3 minutes`, `1 h 20 min`."""
    if seconds < 10:
        return tr("a few seconds")
    if seconds < 90:
        return tr("%n second(s)", "", round(seconds / 5) * 5)
    minutes = round(seconds / 60)
    if minutes < 90:
        return tr("%n minute(s)", "", minutes)
    return tr("{hours} h {minutes} min", hours=minutes // 60, minutes=minutes % 60)


def size(count: int) -> str:
    """Bytes, in decimal units as downloads are counted."""
    if count >= 10**9:
        return tr("{count} GB", count=decimal(count / 10**9, 1))
    if count < 10**6:
        return tr("{count} kB", count=number(max(1, round(count / 1000))))
    return tr("{count} MB", count=decimal(count / 10**6, 0))


def tokens(count: int) -> str:
    """An estimate: `about 1,200 tokens`."""
    return tr("about %n token(s)", "", _estimate(count))


def file_size(file: Attachment) -> str:
    """What a file adds to a message, and whether that is all of it."""
    amount = tokens(estimated_tokens(file.text))
    return tr("{amount}, only its beginning", amount=amount) if file.is_cut else amount


def files_note(files: Sequence[Attachment], context: int) -> str:
    """A warning before more is sent than the model may be able to read; mostly nothing."""
    total = sum(estimated_tokens(file.text) for file in files)
    if total < 0.75 * context:
        return ""
    return tr(
        "About %n token(s) of files; the model reads {context} at once, with its reply.",
        "",
        _estimate(total),
        context=number(context),
    )


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
        return tr("Paused")
    if progress.seconds_left is None:
        return tr("Working out how long it takes")
    return tr("About {duration} left", duration=duration(progress.seconds_left))


def verdict(night: Night) -> str:
    """The night's reason as one plain sentence that always stands alone."""
    if night.reason:
        return str(told(night.reason))
    return (
        tr("This night is still running.") if night.outcome is None else tr(OUTCOMES[night.outcome])
    )


def reply_note(stop: StopReason, dropped_turns: int) -> str:
    """What is worth knowing about how a reply came to its end; mostly nothing."""
    notes = []
    if stop is not StopReason.END:
        notes.append(tr(_ENDS[stop]))
    if dropped_turns:
        notes.append(tr("%n older turn(s) did not fit into the model's view.", "", dropped_turns))
    return " ".join(notes)


def _own_days(moment: datetime, now: datetime | None) -> tuple[date, date]:
    """That day, and today, in the person's own time."""
    local = moment.astimezone()
    return local.date(), (now or datetime.now(tz=local.tzinfo)).astimezone().date()


def _near(one: date, today: date) -> str:
    """The word that a day has, if it is as near as that."""
    if one == today:
        return tr("today")
    if one == today - timedelta(days=1):
        return tr("yesterday")
    return tr("tomorrow") if one == today + timedelta(days=1) else ""


def _estimate(count: int) -> int:
    """No more than two figures of it."""
    step = 10 ** max(0, len(str(count)) - 2)
    return round(count / step) * step


def crashed() -> Problem:
    return Problem(
        tr("The model stopped in mid-reply"),
        tr("Its process ended unexpectedly. What it had written is kept."),
        tr("Write the reply again; the model starts anew by itself."),
    )
