from mlops_platform.core.rules.project_profile.dependencies_are_pinned import answer
from mlops_platform.core.sections.project_profile import Dependency, DependencyState
from mlops_platform_tests.core.rules.cases import (
    is_met,
    is_not_applicable,
    is_partly_met,
    is_unknown,
    is_unmet,
    of_kind,
    profile,
    used,
)


def requirement(name: str, line: int, *, is_pinned: bool) -> Dependency:
    return Dependency(name=name, is_pinned=is_pinned, path="requirements.txt", line=line)


def test_met_with_a_lock_file() -> None:
    lock = used("uv", "uv.lock")
    is_met(answer(profile(dependency_state=DependencyState.LOCKED, lock_files=(lock,))), "uv.lock")


def test_met_when_every_package_has_one_version() -> None:
    is_met(answer(profile(dependencies=(requirement("numpy", 1, is_pinned=True),))))


def test_partly_met_by_the_share_of_packages() -> None:
    pinned, loose = (
        requirement("numpy", 1, is_pinned=True),
        requirement("torch", 2, is_pinned=False),
    )
    said = answer(profile(dependencies=(pinned, loose)))
    is_partly_met(said, 0.5, "1 package of 2")
    assert [(e.line, e.note) for e in said.evidence] == [(2, "torch")]


def test_a_package_pinned_in_one_file_counts_as_pinned() -> None:
    pinned, loose = (
        requirement("numpy", 1, is_pinned=True),
        requirement("numpy", 2, is_pinned=False),
    )
    is_met(answer(profile(dependencies=(loose, pinned))))


def test_unmet_when_none_is_pinned() -> None:
    is_unmet(
        answer(profile(dependencies=(requirement("numpy", 1, is_pinned=False),))), "1 package of 1"
    )


def test_a_lock_file_fixes_its_own_folder_only() -> None:
    inside = Dependency(name="numpy", path="api/pyproject.toml", line=1)
    outside = Dependency(name="torch", path="train/requirements.txt", line=2)
    facts = profile(
        dependency_state=DependencyState.LOCKED,
        lock_files=(used("uv", "api/uv.lock"),),
        dependencies=(inside, outside),
    )
    said = answer(facts)
    is_partly_met(said, 0.5, "1 package of 2")
    assert [e.note for e in said.evidence] == ["torch"]


def test_tools_of_development_do_not_count() -> None:
    tool = Dependency(name="pytest", group="dev", path="pyproject.toml", line=9)
    is_met(answer(profile(dependencies=(requirement("numpy", 1, is_pinned=True), tool))))


def test_unknown_when_the_manifest_could_not_be_read() -> None:
    is_unknown(answer(profile()), "could not be read")


def test_not_applicable_without_declarations() -> None:
    is_not_applicable(answer(profile(dependency_state=DependencyState.NONE)), "no dependencies")


def test_not_applicable_to_a_library() -> None:
    is_not_applicable(answer(profile(**of_kind("library"))), "library")
