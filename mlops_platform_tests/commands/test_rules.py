from mlops_platform.core.registry import all_rules
from mlops_platform_tests.commands.calling import call


def test_every_rule_is_listed_with_its_claim(capfd):
    code, out, err = call(capfd, "rules")
    assert (code, err) == (0, "")
    assert len(all_rules()) >= 40
    for rule in all_rules():
        assert any(rule.name in line and rule.claim in line for line in out.splitlines())


def test_one_rule_is_shown_in_full(capfd):
    rule = all_rules()[0]
    out = call(capfd, "rules", rule.name).out
    for text in (rule.claim, rule.why, rule.fix, rule.effort, rule.asset):
        assert text in out


def test_a_rule_that_caps_says_so(capfd):
    rule = next(rule for rule in all_rules() if rule.caps_total is not None)
    assert f"readiness score is at most {rule.caps_total:g}" in call(capfd, "rules", rule.name).out


def test_a_misspelt_rule_gets_a_suggestion(capfd):
    rule = all_rules()[0].name
    code, _, err = call(capfd, "rules", rule[:-1])
    assert code == 2
    assert rule in err
