from pathlib import Path

from mlops_platform.core.facts.repository import Role, read_repository
from mlops_platform.core.facts.tool_settings import (
    MOST_BYTES,
    ToolSettingsFacts,
    read_tool_settings,
)
from mlops_platform_tests.drawing import draw_checkout


def read(tmp_path: Path, files: dict[str, str | bytes]) -> ToolSettingsFacts:
    checkout = draw_checkout(tmp_path, files)
    return read_tool_settings(checkout, read_repository(checkout))


def spelled(facts: ToolSettingsFacts) -> list[tuple[str, str, int]]:
    return [(setting.kind, setting.name, setting.line) for setting in facts.settings]


def test_tables_of_pyproject_come_with_their_lines(tmp_path: Path) -> None:
    text = "[project]\nname = 'p'\n\n[tool.ruff]\nline-length = 100\n\n[[tool.uv.index]]\n"
    found = spelled(read(tmp_path, {"pyproject.toml": text}))
    assert found == [
        ("toml_table", "project", 1),
        ("toml_table", "tool.ruff", 4),
        ("toml_table", "tool.uv.index", 7),
    ]


def test_a_template_that_no_parser_takes_is_read_all_the_same(tmp_path: Path) -> None:
    text = "{% if lint %}\n[tool.ruff]\n{% endif %}\n"
    found = spelled(read(tmp_path, {"pyproject.toml": text}))
    assert found == [("toml_table", "tool.ruff", 2)]


def test_a_value_is_no_table(tmp_path: Path) -> None:
    text = "[tool.x]\nnames = [\n  'a',\n]\nrows = [[1, 2]]\n# [tool.black]\n"
    assert spelled(read(tmp_path, {"pyproject.toml": text})) == [("toml_table", "tool.x", 1)]


def test_sections_of_ini_files_come_with_their_lines(tmp_path: Path) -> None:
    found = spelled(read(tmp_path, {"setup.cfg": "[metadata]\nname = p\n[tool:pytest]\n"}))
    assert found == [("ini_section", "metadata", 1), ("ini_section", "tool:pytest", 3)]


def test_hooks_come_by_their_id(tmp_path: Path) -> None:
    text = "repos:\n- repo: https://example.com/ruff\n  hooks:\n  - id: ruff\n    name: x\n"
    found = spelled(read(tmp_path, {".pre-commit-config.yaml": text}))
    assert found == [("hook", "ruff", 4)]


def test_each_document_of_a_manifest_is_an_object(tmp_path: Path) -> None:
    text = "apiVersion: v1\nkind: Service\n---\nkind: Job\napiVersion: batch/v1\n"
    found = spelled(read(tmp_path, {"k8s/all.yaml": text}))
    assert found == [("kubernetes", "v1 Service", 2), ("kubernetes", "batch/v1 Job", 4)]


def test_a_kind_without_a_version_is_no_object(tmp_path: Path) -> None:
    assert spelled(read(tmp_path, {"model.yaml": "kind: Job\nspec:\n  apiVersion: v1\n"})) == []


def test_the_sweeper_that_hydra_is_told_is_found(tmp_path: Path) -> None:
    text = "defaults:\n  - override hydra/sweeper: optuna\n  - hydra/launcher: ray\n"
    found = spelled(read(tmp_path, {"conf/main.yaml": text}))
    assert found == [("hydra", "sweeper optuna", 2), ("hydra", "launcher ray", 3)]


def test_settings_of_vendored_files_are_not_the_projects(tmp_path: Path) -> None:
    assert spelled(read(tmp_path, {"node_modules/x/tox.ini": "[tox]\n"})) == []


def test_the_role_of_the_file_is_kept(tmp_path: Path) -> None:
    facts = read(tmp_path, {"tests/tox.ini": "[tox]\n"})
    assert [setting.role for setting in facts.settings] == [Role.TEST]


def test_a_file_too_large_is_said_to_be_unread(tmp_path: Path) -> None:
    facts = read(tmp_path, {"tox.ini": "[tox]\n" + "#" * MOST_BYTES})
    assert facts.settings == ()
    assert [file.path for file in facts.unread] == ["tox.ini"]


def test_bytes_that_are_no_text_are_said_to_be_unread(tmp_path: Path) -> None:
    facts = read(tmp_path, {"setup.cfg": b"[a]\x00\x01\x02" * 99})
    assert [file.path for file in facts.unread] == ["setup.cfg"]
