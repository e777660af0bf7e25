"""A case that is being edited: after each edit only what the edit touches is compared again.

Does not: look for sets that overlap those found; a full `irreducible_sets` does.
"""

from __future__ import annotations

from dataclasses import replace

from pristan.chronology.claims import Claim, Claims
from pristan.chronology.network import Network
from pristan.chronology.sets import ConflictSet, Finder


class Watch:
    """The claims of a case and a network of those that fit together."""

    def __init__(self, claims: Claims) -> None:
        self._by_id = dict(claims.by_id)
        self._claims = replace(claims, by_id=self._by_id)
        self._finder = Finder(self._claims)
        self._network = Network()
        self._finder.fill(self._network, self._by_id)
        self._out: set[str] = set()
        while (cycle := self._network.solve()) is not None:
            for owner in sorted(str(one) for one in cycle.owners)[-1:]:
                self._network.remove(owner)
                self._out.add(owner)

    def put(self, claim: Claim) -> ConflictSet | None:
        """Add a claim, or put it in place of the one with its id. Returns a set that it clashes in, or None."""
        if claim.id in self._by_id and claim.id not in self._out:
            self._network.remove(claim.id)
        self._by_id[claim.id] = claim
        self._finder.forget()
        self._out.discard(claim.id)
        self._bring_back()
        cycle = self._network.insert(claim.id, claim.constraints)
        if cycle is None:
            return self._finder.clash_of_choices(self._network, claim.id, self._out)
        self._out.add(claim.id)
        return self._finder.shrink(cycle.owners | {claim.id})

    def take_away(self, claim_id: str) -> None:
        """Remove a claim."""
        self._network.remove(claim_id)
        self._out.discard(claim_id)
        del self._by_id[claim_id]
        self._finder.forget()
        self._bring_back()

    def _bring_back(self) -> None:
        """Claims left out before may fit now."""
        for name in sorted(self._out):
            if self._network.insert(name, self._by_id[name].constraints) is None:
                self._out.discard(name)
