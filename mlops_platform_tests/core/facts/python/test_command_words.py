"""Words of a command line are read with what they stand for, whichever way they are declared."""

import pytest

from mlops_platform_tests.core.facts.reading_code import index

TYPER = "import typer\napp = typer.Typer()\n"
CLICK = "import click\n@click.group()\ndef cli(): ...\n"
APP = ("app", "", "", "app")
GROUP = ("group", "", "cli", "cli")


def words(code: str) -> list[tuple[str, ...]]:
    return [tuple(each) for each in index(code).command_words]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (f"{TYPER}@app.command()\ndef fit_it(): ...\n", ("command", "app", "fit-it", "fit_it")),
        (f"{TYPER}@app.command('go')\ndef fit(): ...\n", ("command", "app", "go", "fit")),
        (f"{TYPER}@app.command(name='go')\ndef fit(): ...\n", ("command", "app", "go", "fit")),
        (f"{TYPER}@app.callback()\ndef main(): ...\n", ("callback", "app", "main", "main")),
        (
            f"{TYPER}from shop.model import fit\napp.command()(fit)\n",
            ("command", "app", "fit", "shop.model.fit"),
        ),
        (
            f"{TYPER}import shop.cli as c\napp.add_typer(c.app, name='m')\n",
            ("added", "app", "m", "shop.cli.app"),
        ),
        (f"{CLICK}@cli.command()\ndef fit(): ...\n", ("command", "cli", "fit", "fit")),
        (f"{CLICK}@cli.group('rows')\ndef data(): ...\n", ("group", "cli", "rows", "data")),
        (
            f"{CLICK}from shop import fit\ncli.add_command(fit)\n",
            ("added", "cli", "", "shop.fit"),
        ),
        (f"{CLICK}@click.command('go')\ndef fit(): ...\n", ("command", "", "go", "fit")),
    ],
)
def test_a_word_is_read_with_what_it_stands_for(code: str, expected: tuple[str, ...]) -> None:
    first, last = words(code)
    assert first in (APP, GROUP)
    assert last == expected


def test_the_name_that_an_app_gives_itself_is_its_word() -> None:
    assert words("import typer\nm = typer.Typer(name='model')\n") == [("app", "", "model", "m")]


def test_a_subparser_is_a_word_with_the_function_that_it_sets() -> None:
    code = (
        "from shop import fit\nsub = parser.add_subparsers()\na = sub.add_parser('train')\n"
        "a.set_defaults(func=fit)\nsub.add_parser('show')\n"
    )
    assert words(code) == [
        ("subparser", "", "train", "shop.fit"),
        ("subparser", "", "show", ""),
    ]


@pytest.mark.parametrize(
    "code",
    [
        "app = make_app()\n@app.get('/train')\ndef train(): ...\n",
        "import click\n@click.option('--a')\ndef train(a): ...\n",
        "class App:\n    def command(self): ...\n",
    ],
)
def test_what_only_looks_alike_holds_no_words(code: str) -> None:
    assert words(code) == []
