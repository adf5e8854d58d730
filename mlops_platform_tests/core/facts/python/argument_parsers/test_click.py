import pytest

from mlops_platform_tests.core.facts.reading_code import argument, arguments

CASES = [
    ("@click.option('--epochs', default=10)", ("--epochs", False, "10")),
    ("@click.option('-e', '--epochs', 'n')", ("--epochs", False, None)),
    ("@click.option('--data', required=True)", ("--data", True, None)),
    ("@click.option('--name', prompt=True)", ("--name", True, None)),
    ("@click.option('--name', prompt='Your name')", ("--name", True, None)),
    ("@click.option('--fast/--slow', default=True)", ("--fast", False, "True")),
    ("@click.option('--fast', is_flag=True)", ("--fast", False, "False")),
    ("@click.argument('data')", ("data", True, None)),
    ("@click.argument('data', type=click.Path())", ("data", True, None)),
    ("@click.argument('data', required=False)", ("data", False, None)),
    ("@click.argument('data', default='x')", ("data", False, "x")),
    ("@click.argument('data', nargs=-1)", ("data", False, None)),
    ("@click.argument('data', nargs=-1, required=True)", ("data", True, None)),
    ("@click.argument('data', envvar='DATA')", ("data", False, None)),
]


@pytest.mark.parametrize(("decorator", "expected"), CASES)
def test_an_argument_is_described(decorator: str, expected: tuple[str, bool, str | None]) -> None:
    source = f"import click\n@click.command()\n{decorator}\ndef main(x): ...\n"
    assert argument(source) == [expected]


def test_choices_are_kept_and_names_imported_directly_count() -> None:
    source = """
    from click import Choice, option
    @option("--model", type=Choice(["a", "b"]))
    def main(model): ...
    """
    [found] = arguments(source)
    assert (found.parser, found.choices, found.scope) == ("click", ("a", "b"), "main")


def test_another_option_decorator_does_not_count() -> None:
    assert argument("from web import option\n@option('--x')\ndef f(): ...") == []
