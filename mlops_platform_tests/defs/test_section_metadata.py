import re

import dagster as dg
import pytest

from mlops_platform.core.evidence import Evidence, Frozen, unmet
from mlops_platform.core.sections.portfolio_overview import PortfolioEntry, PortfolioOverview
from mlops_platform.core.summarize import summarize
from mlops_platform.defs.section_metadata import metadata_of
from mlops_platform_tests.core.sample_claims import claim
from mlops_platform_tests.core.samples import (
    REVISION,
    not_ml_report,
    sample_report,
    sample_sections,
    unread_report,
)

CODE = re.compile(r"`[^`\n]*`")
LIVE = re.compile(r"(?<!\\)\]\(javascript|(?<!\\)<img")
HOSTILE = (
    "![x](https://evil.example/x.png) <img src=https://evil.example/y> [a](javascript:b) | \x1b[2J"
)


def rows(value: dg.MetadataValue) -> list[dict[str, object]]:
    assert isinstance(value, dg.TableMetadataValue)
    return [dict(record.data) for record in value.records]


def hostile_sections():
    evidence = [Evidence(path=f"src/{HOSTILE}.py", line=3, note=HOSTILE)]
    claims = {
        "mlops_readiness": [claim("mlops_readiness", "tests_exist", unmet(HOSTILE, evidence))]
    }
    return sample_sections(claims)


def test_a_report_shows_its_score_and_what_to_do_first():
    report = sample_report()
    shown = metadata_of(report)
    assert shown["readiness_score"].value == report.readiness_score
    assert shown["verdict"].value == report.verdict
    assert [row["Section"] for row in rows(shown["sections"])] == [
        "Project profile",
        "Dataset health",
        "Training",
        "Evaluation",
        "MLOps practice",
        "Deployment readiness",
        "Monitoring",
        "Retraining",
    ]
    first = report.priority_actions[0]
    assert rows(shown["do_these_first"])[0]["Effort"] == first.effort
    assert len(rows(shown["what_holds_the_score"])) == len(report.caps)


def test_the_whole_report_is_there_with_links_at_the_commit():
    text = metadata_of(sample_report())["report"].value
    assert f"https://{REVISION.repository}/blob/{REVISION.commit}/Dockerfile#L14" in text


def test_a_report_without_a_score_shows_none_instead_of_zero():
    shown = metadata_of(not_ml_report())
    assert "readiness_score" not in shown
    assert "do_these_first" not in shown
    assert shown["verdict"].value.startswith("Not a machine-learning project")


def test_a_section_shows_every_finding_and_where():
    section = sample_sections().mlops_readiness
    shown = metadata_of(section)
    assert shown["score"].value == section.score
    assert len(rows(shown["findings"])) == len(section.findings)
    assert "src/train.py:58" in {row["Where"] for row in rows(shown["findings"])}
    link = f"https://{REVISION.repository}/blob/{REVISION.commit}/src/train.py#L58"
    assert f"[src/train.py:58]({link})" in shown["findings_with_links"].value


def test_a_profile_shows_what_the_repository_is_made_of():
    shown = rows(metadata_of(sample_sections().project_profile)["what_it_is_made_of"])
    assert {"Part": "Licence", "Found": "MIT"} in shown


def test_a_section_that_could_not_be_assessed_says_so():
    shown = metadata_of(unread_report().sections.mlops_readiness)
    assert shown["could_not_be_assessed"].value == "Reading src/train.py killed the reader."
    assert "score" not in shown


@pytest.mark.parametrize("name", ["report", "section"])
def test_nothing_from_a_repository_is_fetched_or_obeyed(name):
    sections = hostile_sections()
    stored: Frozen = summarize(sections, {}) if name == "report" else sections.mlops_readiness
    for value in metadata_of(stored).values():
        if isinstance(value, dg.MarkdownMetadataValue):
            assert "evil" in value.value
            assert "![" not in value.value
            assert not LIVE.search(CODE.sub("", value.value))
        assert "\x1b" not in str(value.value)


def test_the_portfolio_links_to_the_page_of_each_partition():
    entry = PortfolioEntry(
        repository="github.com/acme/churn",
        commit="c" * 40,
        is_ml_project=True,
        readiness_score=6.25,
        coverage=0.5,
        section_scores={"mlops_readiness": None},
        weakest_section=None,
        first_action="write a lock file",
    )
    portfolio = PortfolioOverview(entries=(entry,), unreadable=("github.com/acme/old",))
    shown = metadata_of(portfolio)
    page = "/assets/readiness_report?view=partitions&partition=github.com%2Facme%2Fchurn"
    assert f"| [github.com/acme/churn]({page}) | 6.2 | 50 % | — |" in shown["overview"].value
    assert rows(shown["do_these_first"]) == [
        {
            "Repository": "github.com/acme/churn",
            "Score": "6.2",
            "First action": "Write a lock file.",
        }
    ]
    assert rows(shown["analyze_again"]) == [{"Repository": "github.com/acme/old"}]


def test_a_type_without_metadata_is_refused():
    with pytest.raises(TypeError, match="Evidence"):
        metadata_of(Evidence(path="a"))
