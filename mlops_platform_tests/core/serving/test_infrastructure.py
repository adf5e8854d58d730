from mlops_platform.core.facts.repository import read_repository
from mlops_platform.core.gather.deployment_readiness import gather_deployment_readiness
from mlops_platform.core.serving.infrastructure import images_built_by_terraform
from mlops_platform_tests.core.rules.cases import profile, workflow
from mlops_platform_tests.drawing import draw_checkout

BUILDING = """
resource "null_resource" "image" {
  provisioner "local-exec" {
    command = "docker build -t ${local.repo} ."
  }
}
"""


def test_terraform_that_builds_an_image(tmp_path):
    files = {"infra/ecr.tf": BUILDING, "infra/s3.tf": 'resource "aws_s3_bucket" "b" {}\n'}
    checkout = draw_checkout(tmp_path, files)
    (place,) = images_built_by_terraform(checkout, read_repository(checkout))
    assert (place.path, place.line) == ("infra/ecr.tf", 4)


def test_it_builds_in_ci_where_ci_applies_it(tmp_path):
    checkout = draw_checkout(tmp_path, {"infra/ecr.tf": BUILDING})
    built = {
        command: gather_deployment_readiness(
            checkout, profile(workflows=(workflow(command),))
        ).images_built_in_ci
        for command in ("terraform apply -auto-approve", "terraform plan")
    }
    assert [len(places) for places in built.values()] == [1, 0]
