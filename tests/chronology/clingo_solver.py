"""A third method for the tests: answer set programming, which enumerates every set of claims that can hold together.

Difference constraints in order encoding: `le(P,V)` says that the point P lies at V or before. Written from the meaning
of a constraint alone (`later` - `earlier` <= `most`); it knows no paths and no cycles.
"""

from __future__ import annotations

from collections.abc import Iterator

import clingo

from pristan.chronology.claims import Choice, Claims
from pristan.chronology.network import ORIGIN, Constraint

_RULES = """
{ in(C) : claim(C) }.
{ le(P,V) } :- point(P), V = low..high.
:- point(P), not le(P,high).                          % every point lies somewhere
:- le(P,V), not le(P,V+1), point(P), V < high.
:- le(origin,-1).                                     % the origin is 0
:- not le(origin,0).
1 { taken(D,O) : option(D,O) } 1 :- choice(D), in(C) : owner(D,C).
holds(I) :- in(C), says(C,I).
holds(I) :- taken(D,O), offers(D,O,I).
:- holds(I), limit(I,X,Y,K), le(X,V), V+K < high, V+K >= low, not le(Y,V+K).
:- holds(I), limit(I,X,Y,K), le(X,V), V+K < low.
#show in/1.
"""


def sets_that_hold(claims: Claims) -> frozenset[frozenset[str]]:
    """Every set of claims of which all can hold together, some way of choosing."""
    control = clingo.Control(["0", "--project=show", "--warn=none"])
    control.add("base", [], _RULES + "\n".join(_facts(claims)))
    control.ground([("base", [])])
    found: set[frozenset[str]] = set()
    control.solve(on_model=lambda model: found.add(_members(model)) or None)
    return frozenset(found)


def minimal_conflicts(claims: Claims) -> set[frozenset[str]]:
    """Every set of claims that cannot hold together, while each of its subsets can."""
    holding = sets_that_hold(claims)
    every = {one | {name} for one in holding for name in claims.by_id}
    clashing = every - holding
    return {one for one in clashing if all(one - {name} in holding for name in one)}


def _members(model: clingo.Model) -> frozenset[str]:
    return frozenset(symbol.arguments[0].string for symbol in model.symbols(shown=True))


def _facts(claims: Claims) -> Iterator[str]:
    limits: list[Constraint] = []

    def number(one: Constraint) -> int:
        limits.append(one)
        return len(limits) - 1

    for name, claim in claims.by_id.items():
        yield f'claim("{name}").'
        for one in claim.constraints:
            yield f'says("{name}",{number(one)}).'
    for which, choice in enumerate(claims.choices):
        assert isinstance(choice, Choice)
        yield f"choice({which})."
        yield from (f'owner({which},"{owner}").' for owner in choice.owners)
        for way, option in enumerate(choice.options):
            yield f"option({which},{way})."
            yield from (f"offers({which},{way},{number(one)})." for one in option)
    points = {ORIGIN} | {point for one in limits for point in (one.earlier, one.later)}
    yield from (f"point({point})." for point in sorted(points))
    yield from (f"limit({index},{one.earlier},{one.later},{one.most})." for index, one in enumerate(limits))
    # if there is a solution, there is one within the sum of all distances from the origin
    reach = sum(abs(one.most) for one in limits) + 1
    yield f"#const low = {-reach}. #const high = {reach}."
