"""The command line: `pristan ...`. Each command parses, calls a service and shows; faults become a sentence and an
exit code.

Exit codes: 0 done; 1 only from `check` and `law check`: something to look at; 2 bad input; 3 some files could not be
read, the rest done; 70 our fault.
"""

from __future__ import annotations

import sys
import traceback
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import click

from pristan import __version__
from pristan.cli.asked_language import VARIABLE, asked_language
from pristan.cli.help_words import in_language, speak_for_click
from pristan.kernel.errors import PristanError, RuleError
from pristan.kernel.fault_words import whole_text_of
from pristan.kernel.language import Language, Text
from pristan.kernel.law_data import LOCAL, SHIPPED, law_root

BAD_INPUT = 2
OUR_FAULT = 70


COMMANDS = {  # name: its module in this folder, and what it is called there
    "add": "add.add_command",
    "ask": "ask.ask_command",
    "assess": "assess.assess_command",
    "build": "build.build_command",
    "bundle": "bundle.bundle_command",
    "check": "check.check_command",
    "cite": "cite.cite_command",
    "confirm": "add.confirm_command",
    "country": "country.country_group",
    "deadlines": "deadlines.deadlines_command",
    "demo": "demo.demo_command",
    "emergency": "emergency.emergency_command",
    "form": "form.form_command",
    "law": "law.law_group",
    "library": "library.library_group",
    "maker": "maker.maker_command",
    "read": "read.read_command",
    "schema": "schema.schema_command",
    "serve": "serve.serve_command",
    "similar": "similar.similar_command",
    "translations": "translations.translations_command",
    "vault": "vault.vault_group",
}


class _Commands(click.Group):
    """Loads a command when it is asked for: the first hours of an arrest do not wait for what builds bundles."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, if there is one."""
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name].split(".")
        command: click.Command = getattr(import_module(f"pristan.cli.{module}"), name)
        return in_language(command)


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Begin with: pristan demo. CASE is a case folder (docs/case-format.md) or a case of the vault.",
)
@click.version_option(__version__, prog_name="pristan")
@click.option("--vault", type=click.Path(path_type=Path, file_okay=False), help="The vault to use, if not your own.")
@click.option(
    "--passphrase-fd", type=click.IntRange(0), metavar="N", help="Read passphrases, a line each, from this descriptor."
)
@click.option(
    "--lang",
    "language",
    type=click.Choice([one.value for one in Language]),
    envvar=VARIABLE,
    help="Language of help and of what is printed; also PRISTAN_LANG.",
)
def pristan(vault: Path | None, passphrase_fd: int | None, language: str | None) -> None:
    """From one person's story and papers to a reasoned protection case. Offline. It informs; a lawyer or the person
    decides.
    """


_WRONG_RECORD = Text(
    "A record of the law base is wrong (not your case)", "Ошибка в записи правовой базы (не в вашем деле)"
)

_WRONG_OWN_RECORD = Text(
    "A record of your office's own is wrong (not your case)", "Ошибка в собственной записи вашего офиса (не в деле)"
)

_WRONG_PACKAGE = Text(
    "The law package in use does not fit this program (not your case)",
    "Установленный пакет законов не подходит к этой программе (не ошибка в вашем деле)",
)
_RESET = Text(
    "`pristan law reset` goes back to the law that ships with the program; then ask for a newer package.",
    "`pristan law reset` вернёт законы, поставленные с программой; потом попросите более новый пакет.",
)

_A_FILE = Text("a file", "файл")
_LOOK_THERE = Text(
    "Check that it exists and that you may read and write there.",
    "Проверьте, есть ли он и можно ли вам там читать и писать.",
)


def main() -> None:
    """Run the command line; every fault of the input becomes a sentence, anything else is shown as our own."""
    try:
        speak_for_click()
        in_language(pristan)(prog_name="pristan", standalone_mode=False)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as fault:
        fault.show()
        sys.exit(BAD_INPUT)
    except RuleError as fault:
        _say_wrong_record(fault)
    except PristanError as fault:
        click.echo(whole_text_of(fault).to(asked_language()), err=True)
        sys.exit(BAD_INPUT)
    except OSError as fault:
        name = _A_FILE.to(asked_language()) if fault.filename is None else fault.filename
        click.echo(f"{name}: {fault.strerror}. {_LOOK_THERE.to(asked_language())}", err=True)
        sys.exit(BAD_INPUT)
    except Exception:  # noqa: BLE001 - the door: what no room foresaw is our fault, and never exit code 1
        traceback.print_exc()
        sys.exit(OUR_FAULT)


def _say_wrong_record(fault: RuleError) -> NoReturn:
    """The fault, whose record it stands in, and what to do about it."""
    language = asked_language()
    own, installed = (fault.where or "").startswith(f"{LOCAL}/"), law_root() != SHIPPED
    wrong = _WRONG_OWN_RECORD if own else _WRONG_PACKAGE if installed else _WRONG_RECORD
    click.echo(f"{wrong.to(language)}: {whole_text_of(fault).to(language)}", err=True)
    if installed and not own:
        click.echo(_RESET.to(language), err=True)
    sys.exit(BAD_INPUT if own or installed else OUR_FAULT)


if __name__ == "__main__":
    main()
