"""The front door: finds the commands, runs one, and turns every ending into an exit code.

0 done; 1 done, but below a bound that was asked for; 2 bad usage or input; 3 the platform failed.
`--help` must answer at once, so nothing heavy is imported before a command is chosen.
"""

import gc
import importlib
import os
import pkgutil
import signal
import sys
import traceback
import warnings
from collections.abc import Sequence

import click

from mlops_platform import commands

OBJECTS_BETWEEN_LOOKS = 100_000
BAD_INPUT, PLATFORM_FAILED, INTERRUPTED = 2, 3, 130


class _Shelf(click.Group):
    """The commands of the shelf; only those that are asked for are loaded."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*super().list_commands(ctx), *_names()})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.commands and cmd_name in _names():
            module = importlib.import_module(f"{commands.__name__}.{cmd_name}")
            self.add_command(getattr(module, cmd_name))
        return super().get_command(ctx, cmd_name)


def _names() -> list[str]:
    return [found.name for found in pkgutil.iter_modules(commands.__path__)]


@click.group(
    cls=_Shelf, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(package_name="mlops-platform")
@click.option("--debug", is_flag=True, expose_value=False, help="Show tracebacks and warnings.")
def front_door() -> None:
    """Assess machine-learning repositories, with evidence."""


def main() -> None:
    """Run the command line of this process."""
    # What is imported stays: looking for garbage among it takes a tenth of the time to start.
    gc.set_threshold(OBJECTS_BETWEEN_LOOKS)
    # Nobody's plugin has a say in our models, and looking for plugins takes half as long.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # A request to end is an interrupt: containers and servers of ours end before we do.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; every error is one sentence on stderr."""
    is_debugging = "--debug" in arguments
    if not is_debugging:
        warnings.simplefilter("ignore")
    try:
        # Accepted anywhere: whoever needs it adds it at the end of the line that failed.
        wanted = [argument for argument in arguments if argument != "--debug"]
        code = front_door.main(wanted, "mlops-platform", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return BAD_INPUT
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output left (`| head`); what is still buffered must not fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001 (the last door: nothing leaves as a traceback)
        return _explain(error, is_debugging=is_debugging)
    return int(code or 0)


def _explain(error: Exception, *, is_debugging: bool) -> int:
    from mlops_platform.core.errors import BadInputError, PlatformError

    if is_debugging or _is_debug_set():
        traceback.print_exception(error)
    if isinstance(error, PlatformError):
        click.echo(f"error: {error}", err=True)
        return BAD_INPUT if isinstance(error, BadInputError) else PLATFORM_FAILED
    what = " ".join(f"{type(error).__name__}: {error}".split())[:300]
    click.echo(
        f"error: the platform failed ({what}); run with --debug to see where, and report it.",
        err=True,
    )
    return PLATFORM_FAILED


def _is_debug_set() -> bool:
    """Tell what the setting DEBUG says; read late, as most commands end well."""
    from mlops_platform.core.errors import PlatformError
    from mlops_platform.core.settings import load_settings

    try:
        return load_settings().debug
    except PlatformError:
        return False  # a setting is what failed


if __name__ == "__main__":
    main()
