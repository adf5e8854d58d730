from mlops_platform.core.planning.started_files import (
    file_of,
    import_paths,
    is_module_run,
    reached_files,
    started_file,
    started_scopes,
)
from mlops_platform_tests.core.plans import PLAIN, planning_facts

FILES = {
    **PLAIN,
    "src/pack/__init__.py": "",
    "src/pack/run.py": "from pack.rows import load\ndef main():\n    load()\nmain()\n",
    "src/pack/rows.py": "def load(): ...\ndef unused(): ...\n",
    "pyproject.toml": "[project]\nname = 'pack'\nversion = '1'\nscripts = {pk = 'pack.run:main'}\n",
}


def test_a_command_starts_a_file_by_path_module_or_installed_name(tmp_path):
    facts = planning_facts(tmp_path, FILES)
    for words, folder in (
        (("python", "src/pack/run.py"), "."),
        (("python", "run.py"), "src/pack"),
        (("python", "-m", "pack.run"), "."),
        (("pk",), "."),
        (("torchrun", "--nproc", "2", "src/pack/run.py"), "."),
    ):
        assert started_file(words, folder, facts) == "src/pack/run.py"
    assert started_file(("python", "-m", "pytest"), ".", facts) is None
    assert started_file(("ls", "train.py"), ".", facts) is None


def test_a_command_of_a_document_starts_the_same_file(tmp_path):
    lines = "run:\n\tpk --fast\nother:\n\tpython -m pytest\n"
    facts = planning_facts(tmp_path, {**FILES, "Makefile": lines})
    found = [file_of(each, facts) for each in facts.commands.commands if each.path == "Makefile"]
    assert found == ["src/pack/run.py", None]


def test_imports_and_scopes_are_followed(tmp_path):
    facts = planning_facts(tmp_path, FILES)
    files = reached_files(["src/pack/run.py"], facts)
    assert {each.path for each in files} >= {"src/pack/run.py", "src/pack/rows.py"}
    scopes = started_scopes(["src/pack/run.py"], files, facts)
    assert ("src/pack/rows.py", "load") in scopes
    assert ("src/pack/rows.py", "unused") not in scopes


def test_the_folder_that_imports_need_is_told(tmp_path):
    facts = planning_facts(tmp_path, FILES)
    file = facts.program.files["src/pack/run.py"]
    assert import_paths(file, ".", facts, is_module=False) == "src"
    assert import_paths(file, "src", facts, is_module=True) == ""
    assert is_module_run(("python", "-m", "pack.run"))
    assert not is_module_run(("python", "run.py"))
