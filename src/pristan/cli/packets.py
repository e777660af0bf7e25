"""`pristan build --packet`: one packet for one registry, and which packets fit a case."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from pristan.case.model import Case
from pristan.cli.progress import steps
from pristan.filings.packets.checking import refusals
from pristan.filings.packets.official_forms import EmptyForms
from pristan.kernel.language import Language, Text
from pristan.services.cases import read_day
from pristan.services.packets import build_one, packets_that_fit

REFUSED = 1


def list_packets(case: Case, *, person: str | None, on: str | None, language: Language, as_json: bool) -> None:
    """Print each packet that fits the case, and for which routes."""
    fits = packets_that_fit(case, person=person, on=read_day(on) if on else None)
    if as_json:
        found = [
            {"packet": one.profile.id, "title": one.profile.title.both(), "routes": _all(one.routes)} for one in fits
        ]
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return
    for fit in fits:
        click.echo(f"{fit.profile.id}: {fit.profile.title.to(language)}")
        for route in fit.routes:
            click.echo(f"  - {route.to(language)}")


def _all(texts: tuple[Text, ...]) -> list[dict[str, str]]:
    return [one.both() for one in texts]


def build_packet(
    case: Case,
    packet: str,
    out: Path,
    *,
    person: str | None,
    on: str | None,
    language: Language,
    final: bool,
    as_json: bool,
    forms: tuple[Path, ...] = (),
    accepted: tuple[str, ...] = (),
    pdfa: bool = False,
    pictures: bool = False,
) -> None:
    """Build it, and say where it lies and what would be refused; with --check exit 1 if anything would."""
    with steps() as step:
        built = build_one(
            case,
            packet,
            out,
            person=person,
            language=language,
            on=read_day(on) if on else None,
            final=final,
            empty_forms=EmptyForms(tuple((one.name, one.read_bytes()) for one in forms), frozenset(accepted)),
            pdfa=pdfa,
            pictures=pictures,
            progress=step,
        )
    refused = refusals(built.findings)
    if as_json:
        click.echo((built.folder / "packet.json").read_text(encoding="utf-8"), nl=False)
    else:
        for name in sorted(built.files):
            click.echo(str(built.folder / name))
        click.echo((built.folder / "not_for_filing" / "checks.txt").read_text(encoding="utf-8"))
    if final and refused:
        sys.exit(REFUSED)
