import pytest

from mlops_platform_tests.core.facts.reading_code import argument

CASES = [
    ("data: str", ("data", True, None)),
    ("epochs: int = 5", ("--epochs", False, "5")),
    ("learning_rate: float = 0.1", ("--learning-rate", False, "0.1")),
    ("name: str = None", ("--name", False, None)),
    ("data: str = typer.Option(...)", ("--data", True, None)),
    ("data: str = typer.Option()", ("--data", True, None)),
    ("data: str = typer.Option('x')", ("--data", False, "x")),
    ("data: str = typer.Option(default='x')", ("--data", False, "x")),
    ("data: str = typer.Option('x', '-d', '--from')", ("--from", False, "x")),
    ("data: str = typer.Argument(...)", ("data", True, None)),
    ("data: str = typer.Argument('x')", ("data", False, "x")),
    ("data: Annotated[str, typer.Option()]", ("--data", True, None)),
    ("data: Annotated[str, typer.Option()] = 'x'", ("--data", False, "x")),
    ("data: Annotated[str, typer.Argument()]", ("data", True, None)),
]


@pytest.mark.parametrize(("parameter", "expected"), CASES)
def test_a_parameter_is_described(parameter: str, expected: tuple[str, bool, str | None]) -> None:
    head = "import typer\nfrom typing import Annotated\n"
    command = f"{head}app = typer.Typer()\n@app.command()\ndef main({parameter}): ...\n"
    run = f"{head}def main({parameter}): ...\ntyper.run(main)\n"
    assert argument(command) == [expected]
    assert argument(run) == [expected]


def test_the_context_is_no_argument() -> None:
    source = "import typer\ndef main(context: typer.Context, x: int): ...\ntyper.run(main)"
    assert argument(source) == [("x", True, None)]


def test_a_function_that_is_no_command_does_not_count() -> None:
    assert argument("import typer\ndef main(x: int): ...\n") == []
