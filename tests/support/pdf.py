"""Small PDFs, written by hand, so that a test knows every byte of them."""

from __future__ import annotations

import io

from pypdf import PdfWriter


def pdf(*pages: str) -> bytes:
    """One line of text on each page; an empty one is a page without text, as a scan has it."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, text in enumerate(pages):
        shown = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET" if text else ""
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R"
            f" >> >> /Contents {5 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream")
    return _file(objects)


def locked(data: bytes, password: str) -> bytes:
    """The same behind a password; an empty one opens it to readers, and only forbids changes."""
    writer = PdfWriter(clone_from=io.BytesIO(data))
    writer.encrypt(password, owner_password="the owner's", algorithm="AES-256")
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def _file(objects: list[str]) -> bytes:
    body = b"%PDF-1.4\n"
    places = []
    for number, inner in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{inner}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    return (
        body
        + (
            f"xref\n0 {size}\n0000000000 65535 f \n{table}"
            f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
        ).encode()
    )
