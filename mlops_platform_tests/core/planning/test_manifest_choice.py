from mlops_platform.core.planning.manifest_choice import choose_manifest, lock_beside
from mlops_platform.core.planning.needed_modules import needed_modules
from mlops_platform_tests.core.plans import PLAIN, TRAIN, planning_facts


def chosen(tmp_path, start, files):
    facts = planning_facts(tmp_path, {**PLAIN, start: TRAIN, **files})
    manifest = choose_manifest(start, needed_modules((start,), facts), facts).manifest
    return manifest.path if manifest else None


def test_the_nearest_above_is_chosen(tmp_path):
    files = {"requirements.txt": "pandas\n", "a/requirements.txt": "flask\n", "b/x.txt": "y\n"}
    assert chosen(tmp_path, "a/b/train.py", files) == "a/requirements.txt"
    assert chosen(tmp_path, "c/train.py", files) == "requirements.txt"


def test_files_for_development_and_documents_come_last(tmp_path):
    files = {"requirements-dev.txt": "pandas\nscikit-learn\n", "requirements.txt": "pandas\n"}
    assert chosen(tmp_path, "train.py", files) == "requirements.txt"


def test_a_lock_file_makes_its_manifest_the_firmest(tmp_path):
    project = "[tool.poetry.dependencies]\npython = '^3.9'\npandas = '^2'\n"
    files = {"requirements.txt": "pandas\n", "pyproject.toml": project}
    assert chosen(tmp_path, "train.py", files) == "requirements.txt"
    lock = "[[package]]\nname = 'pandas'\nversion = '2.1'\n"
    assert chosen(tmp_path, "train.py", {**files, "poetry.lock": lock}) == "pyproject.toml"


def test_nothing_that_declares_an_import_is_no_manifest(tmp_path):
    assert chosen(tmp_path, "train.py", {"docs/requirements.txt": "sphinx\n"}) is None


def test_a_lock_file_of_another_folder_belongs_to_another_manifest(tmp_path):
    project = "[tool.poetry.dependencies]\npandas = '^2'\n"
    facts = planning_facts(
        tmp_path, {**PLAIN, "a/pyproject.toml": project, "poetry.lock": "[[package]]\n"}
    )
    (manifest,) = facts.manifests.manifests
    assert lock_beside(manifest, facts) is None
