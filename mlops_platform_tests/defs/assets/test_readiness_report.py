from mlops_platform_tests.defs.drawn_platform import KEY


def test_it_holds_every_section_as_it_was_judged(analyzed):
    report = analyzed.result.output_for_node("readiness_report")
    assert report.repository == KEY
    assert report.readiness_score is not None
    for asset, section in report.sections.by_asset().items():
        assert section.score == analyzed.result.output_for_node(asset).score


def test_a_repository_that_cannot_be_read_still_has_a_report(unread):
    report = unread.result.output_for_node("readiness_report")
    assert report.readiness_score is None
    assert "killed the reader" in report.verdict
