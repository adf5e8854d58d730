import pytest

from mlops_platform.core.catalog import BadCatalogError, CatalogEntry, read_catalog


def mistakes(text: str) -> list[str]:
    with pytest.raises(BadCatalogError) as caught:
        read_catalog("repos.yaml", text)
    return str(caught.value).splitlines()


def test_entries_become_keys_with_their_refs():
    text = """\
repositories:
  - url: https://GitHub.com/owner/name.git
  - url: gitlab.com/group/sub/name
    ref: v1.2
"""
    assert read_catalog("repos.yaml", text) == (
        CatalogEntry(repository="github.com/owner/name"),
        CatalogEntry(repository="gitlab.com/group/sub/name", ref="v1.2"),
    )


def test_an_empty_list_is_a_catalog_of_nothing():
    assert read_catalog("repos.yaml", "repositories: []") == ()


def test_a_named_host_is_accepted():
    text = "repositories:\n- url: http://git:3000/team/model\n"
    (entry,) = read_catalog("repos.yaml", text, named_hosts={"git:3000"})
    assert entry.repository == "git:3000/team/model"


def test_every_mistake_is_named_with_its_line():
    text = """\
# ours
repositories:
  - url: https://user:secret@github.com/owner/name
  - ref: main
  - url: github.com/owner/name
    branch: main
  - just text
  - url: github.com/owner/other
    ref: 1.10
limits: none
"""
    found = mistakes(text)
    assert [line.split(" ")[0] for line in found] == [
        "repos.yaml:3:",
        "repos.yaml:4:",
        "repos.yaml:5:",
        "repos.yaml:7:",
        "repos.yaml:8:",
        "repos.yaml:10:",
    ]
    assert "secret" not in found[0]
    assert "`branch` is not known" in found[2]
    assert "put it in quotes" in found[4]


def test_a_repository_stands_only_once():
    text = "repositories:\n- url: github.com/a/b\n- url: https://github.com/a/b.git\n"
    assert mistakes(text) == ["repos.yaml:3: github.com/a/b stands in line 2 already."]


@pytest.mark.parametrize("text", ["", "- url: github.com/a/b", "repositories: github.com/a/b"])
def test_another_shape_is_refused(text):
    assert mistakes(text) == ["repos.yaml:1: a catalog is a list under the key `repositories`."]


def test_what_is_not_yaml_is_one_sentence():
    assert mistakes("repositories: a: b") == ["repos.yaml: not valid YAML (line 1)."]
