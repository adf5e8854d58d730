import pytest

from mlops_platform.core.errors import RefusedRepositoryError
from mlops_platform.core.repository_key import local_key
from mlops_platform.core.settings import Settings
from mlops_platform.terminal.locate import locate, locate_key

SETTINGS = Settings()


def test_a_directory_is_a_directory_under_every_spelling(tmp_path, monkeypatch):
    (tmp_path / "project").mkdir()
    monkeypatch.chdir(tmp_path / "project")
    monkeypatch.setenv("HOME", str(tmp_path))
    for spelling in (".", "../project", "~/project", str(tmp_path / "project")):
        assert locate(spelling, SETTINGS) == tmp_path / "project"


def test_a_url_is_a_key():
    assert locate("https://github.com/owner/name.git", SETTINGS) == "github.com/owner/name"


def test_the_key_of_a_directory_is_the_one_it_is_stored_under(tmp_path):
    assert locate_key(str(tmp_path), SETTINGS) == local_key(tmp_path)
    assert locate_key(local_key(tmp_path), SETTINGS) == local_key(tmp_path)


@pytest.mark.parametrize("spelling", ["./nowhere", "/nowhere/at/all", "~/nowhere", "", "-rf", "a"])
def test_what_is_neither_is_refused(spelling):
    with pytest.raises(RefusedRepositoryError):
        locate(spelling, SETTINGS)
