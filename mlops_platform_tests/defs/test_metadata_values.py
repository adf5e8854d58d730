from dataclasses import replace

from mlops_platform.core.evidence import Evidence, Finding, Outcome
from mlops_platform.defs import metadata_values as values
from mlops_platform_tests.core.samples import REVISION


def finding(*evidence: Evidence, omitted: int = 0) -> Finding:
    return Finding(
        rule="a_rule",
        outcome=Outcome.UNMET,
        share=0.0,
        claim="A claim.",
        because="",
        why="",
        fix="",
        effort="minutes",
        weight=1,
        evidence=evidence,
        evidence_omitted=omitted,
    )


def test_places_are_named_up_to_three_and_the_rest_counted():
    many = [Evidence(path=f"{name}.py", line=1) for name in "abcde"]
    assert values.places(finding(*many, omitted=7)) == "a.py:1, b.py:1, c.py:1, 9 more"


def test_a_place_without_a_path_shows_its_note():
    assert values.places(finding(Evidence(note="release notes"))) == "release notes"


def test_the_first_link_skips_what_the_host_cannot_show():
    found = finding(Evidence(note="somewhere"), Evidence(path="src/a b.py", line=2))
    assert values.first_link(REVISION, found) == (
        f"https://{REVISION.repository}/blob/{REVISION.commit}/src/a%20b.py#L2"
    )
    local = replace(REVISION, repository="local/project-0123456789ab", url=None)
    assert values.first_link(local, found) is None
    assert "repository" not in values.revision_of(local)


def test_an_image_becomes_a_link():
    shown = values.markdown("see ![tracker](https://evil.example/x.png) and hello!")
    assert shown.value == "see [tracker](https://evil.example/x.png) and hello!"


def test_a_missing_score_is_left_out():
    assert values.score("score", None) == {}
    assert values.score("score", 0.0)["score"].value == 0.0


def test_a_table_without_rows_is_left_out():
    assert values.table("findings", []) == {}
