from mlops_platform.core.sections.evaluation_assessment import EvaluationAssessmentFacts


def test_it_judges_what_two_sections_have_stored(analyzed):
    training = analyzed.result.output_for_node("training_assessment")
    data = analyzed.result.output_for_node("dataset_health")
    section = analyzed.result.output_for_node("evaluation_assessment")
    assert section.facts == EvaluationAssessmentFacts.of(training.facts, data.facts)
    assert section.facts.defects == training.facts.defects
    assert section.facts.tables[0].path == data.facts.profiles[0].path


def test_a_confirmed_leak_caps_the_section_and_the_total(analyzed):
    section = analyzed.result.output_for_node("evaluation_assessment")
    report = analyzed.result.output_for_node("readiness_report")
    mine = [cap for cap in report.caps if cap.asset == "evaluation_assessment"]
    assert {cap.scope for cap in mine} == {"section", "total"}
    assert section.score <= min(cap.limit for cap in mine if cap.scope == "section")
    assert report.readiness_score <= min(cap.limit for cap in mine if cap.scope == "total")


def test_it_asks_no_child_of_its_own(analyzed):
    asked = [name for name, _, _ in analyzed.platform.isolation.asked]
    assert "evaluation_assessment" not in asked


def test_without_training_facts_it_says_why(unread):
    section = unread.result.output_for_node("evaluation_assessment")
    assert section.facts is None
    assert section.failure == unread.result.output_for_node("training_assessment").failure
