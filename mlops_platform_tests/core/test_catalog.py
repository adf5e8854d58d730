import pytest

from mlops_platform.core.catalog import BadCatalogError, read_catalog
from mlops_platform.core.catalog_entry import CatalogEntry


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
        "repos.yaml:6:",
        "repos.yaml:7:",
        "repos.yaml:9:",
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


WATCHED = """\
repositories:
  - url: github.com/acme/churn
    reference: data/train.csv
    current: /srv/live/latest.parquet
    target: churned
    drift_schedule: "0 6 * * MON-FRI"
"""


def test_an_entry_states_what_to_compare_and_when():
    (entry,) = read_catalog("repos.yaml", WATCHED)
    assert entry == CatalogEntry(
        repository="github.com/acme/churn",
        reference="data/train.csv",
        current="/srv/live/latest.parquet",
        target="churned",
        drift_schedule="0 6 * * MON-FRI",
    )


def test_a_schedule_or_a_target_may_stand_without_tables():
    text = "repositories:\n- url: github.com/a/b\n  target: y\n  drift_schedule: '0 6 * * *'\n"
    (entry,) = read_catalog("repos.yaml", text)
    assert (entry.target, entry.drift_schedule, entry.current) == ("y", "0 6 * * *", None)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["reference: a.csv"], ["3: `reference` needs `current`"]),
        (["reference: a.csv", "current: a.csv"], ["4: `current` is the same table"]),
        (["reference: 7", "current: a.csv"], ["3: `reference` is the path of a table as text"]),
        (["reference: ''", "current: a.csv"], ["3: `reference` is the path of a table as text"]),
        (["reference: a.csv", "current: s3://bucket/b.csv"], ["4: `current` is an address"]),
        (["reference: ~/a.csv", "current: b.csv"], ["3: `reference` begins with `~`"]),
        (
            ["reference: ../a.csv", "current: /b/../c"],
            ["3: `reference` climbs", "4: `current`"],
        ),
        (["target: [a, b]"], ["3: `target` is the name of a column as text"]),
        (["target: 2024"], ["3: `target` is the name of a column as text; put it in quotes"]),
        (["drift_schedule: hourly"], ["3: `drift_schedule` is no cron expression: it needs five"]),
        (["drift_schedule: 0 25 * * *"], ["3: `drift_schedule` is no cron expression: bad hour."]),
        (["drift_schedule: 5"], ["3: `drift_schedule` is a cron expression in quotes"]),
        (
            ["drift_schedule: 0 0 30 2 *", "cron: x", "ref: 1.0"],
            ["3: `drift_schedule` is no cron", "4: the key `cron` is not known", "5: `ref` is a"],
        ),
    ],
)
def test_a_mistake_about_data_is_named_in_its_line(lines, found):
    text = "\n    ".join(["repositories:\n  - url: github.com/acme/churn", *lines])
    named = mistakes(text)
    assert len(named) == len(found)
    for line, start in zip(named, found, strict=True):
        assert line.startswith(f"repos.yaml:{start}")


def test_mistakes_of_the_url_hide_no_others():
    text = "repositories:\n- url: http://10.0.0.1/a/b\n  drift_schedule: never\n- reference: x\n"
    lines = [line.split(":")[1] for line in mistakes(text)]
    assert lines == ["2", "3", "4", "4"]
