"""How sure a field is before a person looked at the paper: how often fields of its name were right on papers that nobody
had tuned the reader on.

Source: the first run on portions 2 and 3 of tests/documents/third_author (113 papers, 940 fields, 28 November 2026), as
(right + 1) / (found + 2); names of few fields are taken together. The reader was mended afterwards, so most shares are low
rather than high; terms of imprisonment, officers and signs are lower still, as found later that day in the three blind
sets (294 papers, 2,701 fields). A text layer makes letters certain, not what they mean. Does not: say how likely an allegation is true.
"""

from __future__ import annotations

SURE = 0.9  # below it a field is shown with a warning and is not confirmed in bulk
WEAK = 0.7  # found by its place alone, without a word that says what it is
MENDED = 0.85  # rests on a sign that recognition read as another

_SHARES = {
    "number": 0.96,
    "date.born": 0.98,
    "date.act": 0.95,
    "date.opened": 0.92,
    "date.detained": 0.92,
    "date.in_force": 0.92,
    "date.announced": 0.92,
    "date.made_in_full": 0.92,
    "date.served": 0.89,
    "date.offence": 0.86,
    "date.until": 0.83,
    "date.hearing": 0.6,
    "date.appearance": 0.6,
    "charge": 0.94,
    "outcome": 0.91,
    "sentence": 0.91,
    "sentence.imprisonment": 0.88,
    "regime": 0.95,
    "fine": 0.95,
    "restraint": 0.95,
    "appeal": 0.96,
    "sign": 0.95,
    "sign.absent_accused": 0.8,
    "sign.defence_motion_refused": 0.83,
    "sign.secret_witness": 0.78,
    "kind": 0.93,  # by its heading; without one it is weak
    "body.court": 0.79,
    "body.agency": 0.62,
    "person.judge": 0.95,
    "person.secretary": 0.96,
    "person.prosecutor": 0.93,
    "person.counsel": 0.94,
    "person.investigator": 0.88,
    "person.accused": 0.88,
    "person.officer": 0.83,
    "person.attesting_witness": 0.88,
    "person.victim": 0.88,
    "person.witness": 0.75,
    "person.expert": 0.7,
    "person.interpreter": 0.71,
    "person.addressee": 0.6,
}


# of English papers: the first run of the grammar of English papers on tests/documents/sixth_author (33 papers, 220 fields,
# 28 November 2026); fields of few cases are taken together
_ENGLISH = {"date.born": 0.94, "date.act": 0.9, "kind": 0.89, "body.agency": 0.4}
_OTHER_ENGLISH = 0.8


def certainty(name: str, *, weak: bool = False, english: bool = False) -> float:
    """Share between 0 and 1 for a field of this name; KeyError for a name without a figure (our table is wrong)."""
    share = _SHARES[name] if name in _SHARES else _SHARES[name.partition(".")[0]]
    if english:
        share = min(share, _ENGLISH.get(name, _OTHER_ENGLISH))
    return min(share, WEAK) if weak else share
