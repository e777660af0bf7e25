"""Who made a paper, put right after it came: of an archive with papers of several makers, or where a slip was made.

What rests on the paper counts by its maker (docs/assessment.md section 2), so verdicts may change.
"""

from __future__ import annotations

from pristan.case.model import HOW_BY_ISSUER, Case, Issuer
from pristan.kernel.errors import CaseError
from pristan.services.case_file import change_in_exhibit


def put_maker_right(case: Case, exhibit: str, issuer: Issuer) -> Case:
    """The case with this maker of an exhibit. Raises CaseError, and changes nothing, if there is no such exhibit or an
    answer rests on it as a paper of this maker cannot say it: no answer is given another weight by a guess.
    """
    paper = case.exhibits.get(exhibit)
    if paper is None:
        raise CaseError(f'there is no exhibit "{exhibit}". Exhibits: {", ".join(case.exhibits) or "none"}.')
    if paper.issuer is issuer:
        return case
    resting = [one for one in case.statements if one.exhibit == exhibit and one.how not in HOW_BY_ISSUER[issuer]]
    if resting:
        facts = ", ".join(dict.fromkeys(one.fact for one in resting))
        raise CaseError(
            f"answers rest on exhibit {exhibit} as no paper of this maker can say them ({facts}). Take the paper off "
            "the record, add it again and say who made it; then confirm what it says."
        )
    return change_in_exhibit(case.home, exhibit, "issuer", issuer.value)


def resting_on(case: Case, exhibit: str) -> int:
    """How many answers rest on a paper, and count by its maker."""
    return sum(one.exhibit == exhibit for one in case.statements)
