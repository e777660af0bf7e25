"""Which routes a packet argues for this person."""

from __future__ import annotations

from pristan.assessment.results import RouteResult
from pristan.assessment.verdict import Verdict
from pristan.filings.documents.materials import Materials

NO_COUNTRY = "INT"
ARGUED = (Verdict.OPEN, Verdict.ARGUABLE, Verdict.UNPROVEN, Verdict.NOT_YET, Verdict.BARRED)


def argued_routes(materials: Materials) -> tuple[RouteResult, ...]:
    """The routes of the profile that stand for this person, the best first as the profile lists them.

    Of a family of routes (a name with a star) only those of the country where the person is, and of no country.
    """
    here = {
        one.value for one in materials.case.statements if (one.person, one.fact) == (materials.person.id, "where_now")
    }
    found = []
    for pattern in materials.profile.routes:
        for result in materials.assessment.routes:
            remedy = result.rule.remedy
            near = not pattern.endswith("*") or (remedy is not None and remedy.place.country in (*here, NO_COUNTRY))
            if near and named(result.rule.id, pattern) and result.verdict in ARGUED and result not in found:
                found.append(result)
    return tuple(found)


def named(rule: str, pattern: str) -> bool:
    """Whether a name of a profile, which may end in a star, names this rule."""
    return rule.startswith(pattern[:-1]) if pattern.endswith("*") else rule == pattern
