"""`pristan schema`: the published forms of all JSON."""

from __future__ import annotations

import json

import click

from pristan.services.schemas import schema, schema_names


@click.command("schema")
@click.argument("name", required=False)
def schema_command(name: str | None) -> None:
    """Print the JSON Schema called NAME; without a name, list them."""
    if name is None:
        for known in schema_names():
            click.echo(known)
        return
    click.echo(json.dumps(schema(name), ensure_ascii=False, indent=1))
