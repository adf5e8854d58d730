import pytest

from mlops_platform.adapters.yaml_catalog import YamlCatalog
from mlops_platform.core.catalog import BadCatalogError


def test_a_missing_file_declares_nothing(tmp_path):
    assert YamlCatalog(tmp_path / "repos.yaml").entries() == {}


def test_a_change_of_the_file_is_seen(tmp_path):
    catalog = YamlCatalog(tmp_path / "repos.yaml")
    catalog.path.write_text("repositories:\n- url: github.com/acme/a\n  ref: v1\n")
    assert catalog.entries()["github.com/acme/a"].ref == "v1"
    catalog.path.write_text("repositories:\n- url: github.com/acme/a\n")
    assert catalog.entries()["github.com/acme/a"].ref is None


def test_a_mistake_is_named_with_file_and_line(tmp_path):
    catalog = YamlCatalog(tmp_path / "repos.yaml")
    catalog.path.write_text("repositories:\n- ref: v1\n")
    with pytest.raises(BadCatalogError, match=r"repos\.yaml:2: an entry needs a `url`\.$"):
        catalog.entries()


def test_what_is_not_a_text_file_is_one_sentence(tmp_path):
    with pytest.raises(BadCatalogError, match="cannot be read"):
        YamlCatalog(tmp_path).entries()
    (tmp_path / "latin").write_bytes(b"\xff\xfe")
    with pytest.raises(BadCatalogError, match="cannot be read"):
        YamlCatalog(tmp_path / "latin").entries()
