"""Where the machine says that its user lives."""

from __future__ import annotations

import locale

from app.domain.redaction import REGIONS


def regions() -> tuple[str, ...]:
    """For telephone numbers without a country code: the locale's country first."""
    language, _, country = (locale.getlocale()[0] or "").partition("_")
    country = country[:2].upper()
    known = language and len(country) == 2 and country.isascii() and country.isalpha()
    return (country, *(r for r in REGIONS if r != country)) if known else REGIONS
