from mlops_platform.core.serving.delivery import deployments
from mlops_platform_tests.core.rules.cases import workflow


def lines(*commands: str) -> list[int | None]:
    return [place.line for place in deployments([workflow(*commands)])]


def test_a_platform_that_is_asked_by_its_hook_deploys() -> None:
    assert lines('curl "$deploy_url"', "curl -X POST $RENDER_DEPLOY_HOOK") == [1, 2]
    assert lines("curl https://api.render.com/deploy/srv-1?key=$KEY") == [1]


def test_other_addresses_deploy_nothing() -> None:
    assert lines("curl https://example.org/deployment.md", "echo $deploy_url", "wget a.zip") == []


def test_commands_that_deploy() -> None:
    assert lines("pytest", "helm upgrade app ./chart") == [2]
