"""A page that people write and a command fills: tables between marks, everything else as it was."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_SECTION = re.compile(r"<!-- table: (?P<name>[^>]+?) -->.*?<!-- end of table -->", re.DOTALL)


def markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table: cells are the caller's to format."""
    rule = ["---"] * len(head)
    return "\n".join(f"| {' | '.join(line)} |" for line in (head, rule, *rows))


def filled(page: str, sections: Mapping[str, str]) -> str:
    """`page` with each section between its marks: `<!-- table: NAME -->`, `<!-- end of table -->`.

    Raises ValueError where a section has no marks or has them twice, or marks have no section.
    """
    marked = [found["name"] for found in _SECTION.finditer(page)]
    if sorted(marked) != sorted(sections):
        odd = sorted(set(marked) ^ set(sections)) or ["one of them twice"]
        raise ValueError(f"marks and tables differ: {', '.join(odd)}")

    def section(found: re.Match[str]) -> str:
        name = found["name"]
        return f"<!-- table: {name} -->\n\n{sections[name]}\n\n<!-- end of table -->"

    return _SECTION.sub(section, page)
