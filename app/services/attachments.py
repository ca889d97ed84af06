"""Reads files that the person attaches, as text and in bounds, whatever they turn out to be."""

from __future__ import annotations

import os
import stat
import threading
import uuid
from pathlib import Path

from adapters.child import Child, ChildGone
from app.domain.attachments import (
    MOST_BYTES,
    Attachment,
    CannotRead,
    FileKind,
    Reason,
    decoded,
    is_pdf,
    one_line,
    shortened,
    text_kind,
    visible,
)

PDF_SECONDS = 40.0
_FOUND = {
    FileNotFoundError: Reason.GONE,
    NotADirectoryError: Reason.GONE,
    IsADirectoryError: Reason.FOLDER,
    PermissionError: Reason.DENIED,
}


def read_file(path: Path) -> Attachment:
    """Slow. CannotRead says why there is no text to be had."""
    data = _bytes_of(path)
    if not data:
        raise CannotRead(path.name, Reason.EMPTY)
    goes_on = False
    if is_pdf(data):
        raw, goes_on = _pdf_text(path.name, data)
    else:
        found = decoded(data)
        if found is None:
            raise CannotRead(path.name, Reason.BINARY)
        raw = found
    text = visible(raw).strip("\n")
    if not text.strip():
        raise CannotRead(path.name, Reason.SCANNED if is_pdf(data) else Reason.EMPTY)
    kind = FileKind.PDF if is_pdf(data) else text_kind(path.name, text)
    shown = shortened(text, goes_on=goes_on)
    return Attachment(uuid.uuid4().hex, one_line(path.name), kind, shown)


def _bytes_of(path: Path) -> bytes:
    """Looks at what was opened, not at what the name stood for a moment ago; a pipe that nobody
    writes to must not hold us up."""
    try:
        if path.is_dir():
            raise CannotRead(path.name, Reason.FOLDER)
        with os.fdopen(os.open(path, _READ_ONLY), "rb") as file:
            about = os.fstat(file.fileno())
            if not stat.S_ISREG(about.st_mode):
                raise CannotRead(path.name, Reason.SPECIAL)
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise CannotRead(path.name, _FOUND.get(type(error), Reason.FAULTY)) from None
    except ValueError:  # a name that no file can have
        raise CannotRead(path.name, Reason.GONE) from None
    if len(data) > MOST_BYTES:
        raise CannotRead(path.name, Reason.TOO_BIG)
    return data


_READ_ONLY = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def _pdf_text(name: str, data: bytes) -> tuple[str, bool]:
    """In a process of its own (see `app.pdfworker`), which is ended if it takes too long."""
    try:
        child = Child("app.pdfworker")
    except OSError:
        raise CannotRead(name, Reason.TOO_MUCH) from None
    timer = threading.Timer(PDF_SECONDS, child.close)
    timer.start()
    try:
        child.send({}, data)
        answer, _ = child.receive()
    except ChildGone:
        raise CannotRead(name, Reason.TOO_MUCH) from None
    finally:
        timer.cancel()
        child.close()
    if "reason" in answer:
        raise CannotRead(name, Reason(answer["reason"]))
    return answer["text"], answer["goes_on"]
