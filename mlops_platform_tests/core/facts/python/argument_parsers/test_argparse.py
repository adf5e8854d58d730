import pytest

from mlops_platform_tests.core.facts.reading_code import argument, arguments

CASES = [
    ("'--epochs', type=int, default=10", ("--epochs", False, "10")),
    ("'-e', '--epochs'", ("--epochs", False, None)),
    ("'-e'", ("-e", False, None)),
    ("'--data', required=True", ("--data", True, None)),
    ("'--data', required=not DEBUG", ("--data", False, None)),
    ("'data'", ("data", True, None)),
    ("'data', nargs='?'", ("data", False, None)),
    ("'data', nargs='*'", ("data", False, None)),
    ("'data', nargs='+'", ("data", True, None)),
    ("'data', nargs=argparse.REMAINDER", ("data", False, None)),
    ("'--fast', action='store_true'", ("--fast", False, "False")),
    ("'--slow', action='store_false'", ("--slow", False, "True")),
    ("'--name', default=None", ("--name", False, None)),
    ("'--root', default=ROOT / 'x'", ("--root", False, "ROOT / 'x'")),
    ("'--out', default='model.pkl'", ("--out", False, "model.pkl")),
]


@pytest.mark.parametrize(("call", "expected"), CASES)
def test_an_argument_is_described(call: str, expected: tuple[str, bool, str | None]) -> None:
    source = f"import argparse\np = argparse.ArgumentParser()\np.add_argument({call})\n"
    assert argument(source) == [expected]


RECEIVERS = [
    "import argparse\ng = argparse.ArgumentParser().add_argument_group('x')\ng.add_argument('--a')",
    "import argparse\ndef add(p):\n  p.add_argument('--a')",
    "def add(parent_parser):\n  parent_parser.add_argument('--a')",
    "from argparse import ArgumentParser as P\nwith f() as x: ...\nP().add_argument('--a')",
    (
        "import argparse\ns = argparse.ArgumentParser().add_subparsers()\n"
        "t = s.add_parser('train')\nt.add_argument('--a')"
    ),
]


@pytest.mark.parametrize("source", RECEIVERS)
def test_groups_subparsers_and_handed_parsers_count(source: str) -> None:
    assert argument(source) == [("--a", False, None)]


def test_another_librarys_add_argument_does_not_count() -> None:
    source = """
    import argparse
    from selenium import webdriver
    options = webdriver.ChromeOptions()
    options.add_argument("--headless")
    """
    assert argument(source) == []
    assert argument("def f(options):\n  options.add_argument('--headless')") == []


def test_choices_line_and_scope_are_kept() -> None:
    source = """
    import argparse
    def parse():
        p = argparse.ArgumentParser()
        p.add_argument("--model", choices=["a", "b", 3])
    """
    [found] = arguments(source)
    assert (found.choices, found.line, found.scope) == (("a", "b", "3"), 5, "parse")


def test_help_and_version_are_no_arguments() -> None:
    assert (
        argument("import argparse\nargparse.ArgumentParser().add_argument('-v', action='version')")
        == []
    )
