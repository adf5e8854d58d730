"""What CI ships: the steps that build an image, and those that deploy."""

import re
from collections.abc import Iterable

from mlops_platform.core.ci_steps import ci_actions, ci_steps, steps_that_start
from mlops_platform.core.evidence import Evidence
from mlops_platform.core.sections.project_profile import Workflow

BUILDS = (
    "docker build",
    "docker buildx build",
    "docker buildx bake",
    "docker image build",
    "docker compose build",
    "docker-compose build",
    "docker compose up --build",
    "podman build",
    "buildah bud",
    "buildah build",
    "gcloud builds submit",
    "az acr build",
    "skaffold build",
    "bentoml containerize",
    "executor --context",
)
BUILD_ACTIONS = ("docker/build-push-action", "docker/bake-action", "redhat-actions/buildah-build")
DEPLOYS = (
    "kubectl apply",
    "kubectl rollout",
    "kubectl set image",
    "helm upgrade",
    "helm install",
    "terraform apply",
    "tofu apply",
    "pulumi up",
    "gcloud run deploy",
    "gcloud app deploy",
    "gcloud functions deploy",
    "aws ecs update-service",
    "aws lambda update-function-code",
    "aws cloudformation deploy",
    "aws sagemaker create-endpoint",
    "aws sagemaker update-endpoint",
    "sam deploy",
    "cdk deploy",
    "serverless deploy",
    "sls deploy",
    "eb deploy",
    "az webapp",
    "az containerapp up",
    "az containerapp update",
    "az ml online-deployment",
    "az functionapp deploy",
    "heroku container:release",
    "flyctl deploy",
    "fly deploy",
    "railway up",
    "vercel deploy",
    "modal deploy",
    "bentoml deploy",
    "mlflow deployments create",
    "databricks bundle deploy",
)
DEPLOY_ACTIONS = (
    "google-github-actions/deploy-",
    "aws-actions/amazon-ecs-deploy-task-definition",
    "aws-actions/aws-cloudformation-github-deploy",
    "azure/webapps-deploy",
    "azure/k8s-deploy",
    "azure/container-apps-deploy-action",
    "azure/functions-action",
    "akhileshns/heroku-deploy",
    "superfly/flyctl-actions",
    "einaregilsson/beanstalk-deploy",
)
_HOOK = re.compile(r"deploy_?(?:web)?_?(?:hook|url)|//api\.render\.com/deploy", re.IGNORECASE)
"""An address that a platform deploys from when it is asked: `curl "$RENDER_DEPLOY_HOOK_URL"`."""


def images_built(workflows: Iterable[Workflow]) -> tuple[Evidence, ...]:
    """Return the steps that build a container image."""
    pipelines = list(workflows)
    return (*steps_that_start(pipelines, *BUILDS), *_uses(pipelines, BUILD_ACTIONS))


def terraform_is_applied(workflows: Iterable[Workflow]) -> bool:
    """Tell whether a pipeline applies Terraform, which may build images by itself."""
    return bool(steps_that_start(workflows, "terraform apply", "tofu apply"))


def deployments(workflows: Iterable[Workflow]) -> tuple[Evidence, ...]:
    """Return the steps that bring something to where it runs."""
    pipelines = list(workflows)
    pushes = [
        step.place
        for step in ci_steps(pipelines)
        if step.words[:2] == ("git", "push")
        and any(host in word for word in step.words for host in ("heroku", "huggingface.co"))
    ]
    hooks = [
        step.place
        for step in ci_steps(pipelines)
        if step.words[0] in {"curl", "wget"} and any(_HOOK.search(each) for each in step.words)
    ]
    started = steps_that_start(pipelines, *DEPLOYS)
    return (*started, *_uses(pipelines, DEPLOY_ACTIONS), *pushes, *hooks)


def _uses(workflows: list[Workflow], names: tuple[str, ...]) -> list[Evidence]:
    return [step.place for step in ci_actions(workflows) if step.words[0].lower().startswith(names)]
