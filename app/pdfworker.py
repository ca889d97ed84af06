"""The process that reads one PDF: `python -m app.pdfworker`, frames on stdin and stdout.

The file is a stranger's and so may be built to hurt: it is parsed here, where time, memory and
writing to the disk are limited, and nothing but plain text and a word on what went wrong goes back.
"""

from __future__ import annotations

import contextlib
import io
import logging
import time
from typing import Any

from pypdf import PasswordType, PdfReader

from adapters.protocol import claim_stdio, read_frame, write_frame
from app.domain.attachments import MOST_CHARACTERS, Reason

MOST_PAGES = 1000
MOST_SECONDS = 15.0
"""After this long no further page is begun."""
CPU_SECONDS = 25
MEMORY_BYTES = 2**30


def limit_self() -> None:
    """Where the platform can: no more than this, whatever the file makes the parser do."""
    with contextlib.suppress(ImportError):
        import resource  # noqa: PLC0415 - not on Windows

        for what, most in (
            (resource.RLIMIT_AS, MEMORY_BYTES),
            (resource.RLIMIT_CPU, CPU_SECONDS),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_CORE, 0),
        ):
            with contextlib.suppress(OSError, ValueError):  # there was a lower limit already
                resource.setrlimit(what, (most, most))


def read_pdf(data: bytes) -> dict[str, Any]:
    """`text` of the pages, and whether it `goes_on`; or a `reason` for which there is none."""
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
            return {"reason": Reason.LOCKED}
        text, goes_on = _text_of(reader)
    except MemoryError:
        return {"reason": Reason.TOO_MUCH}
    except Exception:  # noqa: BLE001 - whatever a broken file makes of the parser
        return {"reason": Reason.BROKEN}
    return {"text": text, "goes_on": goes_on} if text.strip() else {"reason": Reason.SCANNED}


def _text_of(reader: PdfReader) -> tuple[str, bool]:
    until = time.monotonic() + MOST_SECONDS
    count, length = len(reader.pages), 0
    pages: list[str] = []
    while len(pages) < min(count, MOST_PAGES):
        if length > MOST_CHARACTERS or time.monotonic() > until:
            break
        pages.append(reader.pages[len(pages)].extract_text())
        length += len(pages[-1])
    return "\n\n".join(pages)[: MOST_CHARACTERS + 1], len(pages) < count


def main() -> None:
    incoming, outgoing = claim_stdio()
    logging.disable()  # the parser would quote the file
    limit_self()
    frame = read_frame(incoming)
    if frame is not None:
        write_frame(outgoing, read_pdf(frame[1]))


if __name__ == "__main__":
    main()
