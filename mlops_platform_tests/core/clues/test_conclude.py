from mlops_platform.core.clues.clue import Clue
from mlops_platform.core.clues.conclude import MOST_PLACES, framework, practice, technology
from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.repository import Role


def clue(path: str, line: int = 1, role: Role = Role.SOURCE, *, is_optional: bool = False) -> Clue:
    return Clue(role, Evidence(path=path, line=line), is_optional)


DECLARED = (Evidence(path="requirements.txt", line=3),)


def test_no_clue_and_no_declaration_is_nothing() -> None:
    assert technology("x", ()) is None


def test_a_declaration_is_not_use() -> None:
    found = technology("x", (), DECLARED)
    assert found is not None
    assert (found.is_used, found.note, found.evidence) == (False, "declared only", DECLARED)


def test_a_clue_in_the_work_is_use_and_hides_the_declaration() -> None:
    found = technology("x", [clue("a.py")], DECLARED)
    assert found is not None
    assert (found.is_used, found.note) == (True, "")
    assert [place.path for place in found.evidence] == ["a.py"]


def test_tests_alone_are_use_of_a_framework_and_of_a_practice_only() -> None:
    clues = [clue("tests/test_a.py", role=Role.TEST)]
    found = [conclude("x", clues) for conclude in (technology, framework, practice)]
    told = [(each.is_used, each.note) for each in found if each]
    assert told == [(False, "in tests only"), (True, "in tests only"), (True, "")]


def test_documentation_alone_is_never_use() -> None:
    clues = [clue("docs/a.py", role=Role.DOCS)]
    for conclude in (technology, framework, practice):
        found = conclude("x", clues)
        assert found is not None
        assert (found.is_used, found.note) == (False, "in documentation only")


def test_examples_are_use_and_said_to_be_examples() -> None:
    found = technology("x", [clue("examples/a.py", role=Role.EXAMPLE)])
    assert found is not None
    assert (found.is_used, found.note) == (True, "in examples only")


def test_guarded_imports_alone_are_optional() -> None:
    both = technology("x", [clue("a.py", is_optional=True), clue("b.py")])
    alone = technology("x", [clue("a.py", is_optional=True)])
    assert both is not None
    assert alone is not None
    assert (both.note, alone.note) == ("", "optional")


def test_places_come_source_before_tests_before_examples_one_a_file() -> None:
    clues = [
        clue("examples/a.py", role=Role.EXAMPLE),
        clue("tests/test_a.py", role=Role.TEST),
        clue("z.py", 9),
        clue("z.py", 2),
        clue("a.py", 5),
    ]
    found = framework("x", clues)
    assert found is not None
    shown = [(place.path, place.line) for place in found.evidence]
    assert shown == [("a.py", 5), ("z.py", 2), ("tests/test_a.py", 1), ("examples/a.py", 1)]


def test_no_more_places_than_a_reader_wants() -> None:
    found = technology("x", [clue(f"f{number:03}.py") for number in range(50)])
    assert found is not None
    assert len(found.evidence) == MOST_PLACES
