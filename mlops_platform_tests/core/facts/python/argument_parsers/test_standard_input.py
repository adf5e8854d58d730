from mlops_platform_tests.core.facts.reading_code import arguments


def test_a_call_of_input_waits_for_standard_input() -> None:
    [found] = arguments("def ask():\n  return input('Name?')")
    assert (found.parser, found.name, found.is_required) == ("input", "stdin", True)
    assert (found.scope, found.line) == ("ask", 2)


def test_a_call_under_a_condition_need_not_happen() -> None:
    [found] = arguments("if asks:\n  input('Name?')")
    assert not found.is_required


def test_an_own_function_called_input_does_not() -> None:
    assert arguments("from forms import input\ninput('x')") == ()
    assert arguments("def f(input):\n  input('x')") == ()
