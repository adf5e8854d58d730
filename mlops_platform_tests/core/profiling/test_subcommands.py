"""Commands of apps that hold several are named as they are typed, and each is its own start."""

from pathlib import Path

import pytest

from mlops_platform.core.facts.reading import read_checkout
from mlops_platform.core.profiling.entry_points import EntryPoints, find_entry_points
from mlops_platform.core.profiling.local_names import LocalNames
from mlops_platform.core.profiling.subcommands import Subcommands
from mlops_platform_tests.drawing import draw_checkout

MODELLING = """
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score

def fit(path):
    return LogisticRegression().fit(path, path)

def measure(model):
    print(accuracy_score([1], model.predict([1])))
"""
TYPER = """
import typer
from modelling import fit, measure

app = typer.Typer(no_args_is_help=True)

@app.command()
def prepare_rows(): ...

@app.command(name="train")
def fit_it(data: str, epochs: int = 3):
    fit(data)

@app.command("evaluate")
def measure_it(model: str = "m.pkl"):
    measure(model)

if __name__ == "__main__":
    app()
"""
CLICK = """
import click
from modelling import fit

@click.group()
@click.option("--seed", default=1)
def cli(seed): ...

@cli.command()
def make_data(): ...

@cli.command()
@click.option("--rows", required=True)
def fit_model(rows):
    fit(rows)

if __name__ == "__main__":
    cli()
"""

PARTS = {
    "shop/__init__.py": "from shop.cli import app, cli\n",
    "shop/cli.py": """
import click, typer
app = typer.Typer(name="model")
@app.command()
def train(): ...
@app.command("show-all")
def show(): ...
@click.group()
def cli(): ...
@cli.command()
def fit(): ...
@click.command("plots")
def draw(): ...
""",
}
ADDED_TYPER = """
import typer
from shop import app as shop_app
app = typer.Typer()
app.add_typer(shop_app)
@app.command()
def hello(): ...
app()
"""
REGISTERED = """
import typer
from modelling import fit
app = typer.Typer()
app.command("train")(fit)
app.command()(fit)
app()
"""
ADDED_CLICK = """
import click
from shop import cli
from shop.cli import draw
@click.group()
def main(): ...
main.add_command(cli, "model")
main.add_command(draw)
@main.group()
def rows(): ...
@rows.command("make")
def make_rows(): ...
main()
"""
PARSERS = """
import argparse
from modelling import fit, measure

def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", default=1)
    sub = parser.add_subparsers(dest="command", required=True)
    show = sub.add_parser("show")
    show.add_argument("--rows", required=True)
    train = sub.add_parser("train")
    train.add_argument("--data", required=True)
    args = parser.parse_args()
    if args.command == "train":
        fit(args.data)
    elif args.command == "show":
        print(args.rows)

if __name__ == "__main__":
    main()
"""
HANDLED = """
import argparse
from modelling import fit, measure

parser = argparse.ArgumentParser()
sub = parser.add_subparsers()
p = sub.add_parser("measure")
p.add_argument("--model", required=True)
p.set_defaults(handler=measure)
p = sub.add_parser("learn")
p.add_argument("rows")
p.set_defaults(handler=fit)
sub.add_parser("show").set_defaults(handler=print)
args = parser.parse_args()
args.handler(args)
"""
FIRE = """
import fire
from modelling import fit

def show(kind):
    print(kind)

def learn(rows, seed=1):
    fit(rows)

if __name__ == "__main__":
    fire.Fire({"show": show, "go": learn})
"""
AROUND = """
import typer
app, other = typer.Typer(), typer.Typer()
app = typer.Typer()
other = typer.Typer()
app.add_typer(other, name="in")
other.add_typer(app, name="out")
@app.command()
def train(): ...
"""

ODDLY_NAMED = """
import typer
app = typer.Typer()
@app.callback()
def main(): ...
@app.command("a; rm")
def train(): ...
"""


def entries(tmp_path: Path, code: str, **others: str) -> EntryPoints:
    files = {"main.py": code, "modelling.py": MODELLING, **others}
    return find_entry_points(read_checkout(draw_checkout(tmp_path, files)))


def names(tmp_path: Path, code: str, others: dict[str, str] | None = None) -> list[str]:
    reading = read_checkout(draw_checkout(tmp_path, {"main.py": code, **(others or {})}))
    known = LocalNames(reading.code.files)
    return [each.name for each in Subcommands(known).of(known.files["main.py"])]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (TYPER, ["prepare-rows", "train", "evaluate"]),
        (CLICK, ["make-data", "fit-model"]),
        ("import typer\napp = typer.Typer()\n@app.command()\ndef train(): ...\n", []),
        (ODDLY_NAMED, []),
        ("import click\n@click.command()\ndef train(): ...\n", []),
    ],
)
def test_names_are_those_that_are_typed(tmp_path: Path, code: str, expected: list[str]) -> None:
    assert names(tmp_path, code) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (ADDED_TYPER, ["model train", "model show-all", "hello"]),
        (
            ADDED_TYPER.replace("(shop_app)", "(shop_app, name='m')"),
            ["m train", "m show-all", "hello"],
        ),
        (REGISTERED, ["train", "fit"]),
        (ADDED_CLICK, ["model fit", "plots", "rows make"]),
        (
            "from shop.cli import app\nif __name__ == '__main__':\n    app()\n",
            ["train", "show-all"],
        ),
        ("from shop import cli as run\nrun()\n", ["fit"]),
        ("from shop.cli import app\n", []),
        ("import fastapi\napp = fastapi.FastAPI()\n@app.command()\ndef train(): ...\napp()\n", []),
    ],
)
def test_commands_of_other_files_and_groups_are_named_with_all_their_words(
    tmp_path: Path, code: str, expected: list[str]
) -> None:
    files = {**PARTS, "modelling.py": MODELLING}
    assert sorted(names(tmp_path, code, files)) == sorted(expected)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (PARSERS, ("python main.py train --data DATA", ("--data",))),
        (HANDLED, ("python main.py learn ROWS", ("rows",))),
        (FIRE, ("python main.py go --rows ROWS", ("--rows",))),
        (
            FIRE.replace('{"show": show, "go": learn}', ""),
            ("python main.py learn --rows ROWS", ("--rows",)),
        ),
    ],
)
def test_a_word_is_started_with_its_own_arguments(
    tmp_path: Path, code: str, expected: tuple[str, tuple[str, ...]]
) -> None:
    first = entries(tmp_path, code).training[0]
    assert (first.command, first.required_arguments) == expected


def test_a_subparser_whose_word_says_nothing_and_that_names_no_function_is_not_guessed(
    tmp_path: Path,
) -> None:
    code = PARSERS.replace('"train"', '"go"')
    assert names(tmp_path, code, {"modelling.py": MODELLING}) == []


def test_parsers_below_parsers_are_not_guessed(tmp_path: Path) -> None:
    code = PARSERS.replace("    args = ", "    deep = train.add_subparsers()\n    args = ")
    assert names(tmp_path, code, {"modelling.py": MODELLING}) == []


def test_apps_that_hold_each_other_come_to_an_end(tmp_path: Path) -> None:
    assert len(names(tmp_path, AROUND)) < 20


def test_the_one_command_of_another_files_app_is_started_without_a_word(tmp_path: Path) -> None:
    app = "import typer\nfrom modelling import fit\napp = typer.Typer()\n@app.command()\n"
    app += "def train(data: str = 'rows.csv'):\n    fit(data)\n"
    found = entries(tmp_path, "from cli import app\napp()\n", **{"cli.py": app})
    assert [each.command for each in found.training if each.command] == ["python main.py"]


def test_the_command_that_trains_is_started_with_its_own_arguments(tmp_path: Path) -> None:
    found = entries(tmp_path, TYPER)
    assert found.training[0].command == "python main.py train DATA"
    assert found.training[0].required_arguments == ("data",)
    assert [each.command for each in found.evaluation] == ["python main.py evaluate"]


def test_a_documented_command_counts_for_the_command_that_it_names(tmp_path: Path) -> None:
    lines = "prepare:\n\tpython main.py prepare-rows\ntrain:\n\tpython main.py train rows.csv\n"
    first = entries(tmp_path, TYPER, Makefile=lines).training[0]
    assert first.command == "python main.py train rows.csv"
    assert first.required_arguments == ()


def test_a_group_of_click_is_started_by_the_name_of_its_command(tmp_path: Path) -> None:
    first = entries(tmp_path, CLICK).training[0]
    assert first.command == "python main.py fit-model --rows ROWS"
    assert first.required_arguments == ("--rows",)


def test_an_app_that_nothing_calls_is_started_by_its_installed_name(tmp_path: Path) -> None:
    code = CLICK.partition("if __name__")[0]
    project = "[project]\nname = 'own'\nversion = '1'\nscripts = {own = 'main:cli'}\n"
    found = entries(tmp_path, code, **{"pyproject.toml": project})
    assert found.training[0].command == "own fit-model --rows ROWS"


def test_an_app_that_nothing_calls_is_not_started_by_its_file(tmp_path: Path) -> None:
    assert entries(tmp_path, CLICK.partition("if __name__")[0]).training[0].command is None
