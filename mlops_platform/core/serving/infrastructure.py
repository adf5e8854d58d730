"""Files that declare where and how something runs: Kubernetes, Terraform, platforms, compose."""

import re

from mlops_platform.core.checkout import Checkout, UnreadFile
from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.repository import RepositoryFacts, Role, TrackedFile
from mlops_platform.core.facts.text.texts import decode, read_head
from mlops_platform.core.sections.project_profile import Place

NAMED = {
    "Chart.yaml": "helm",
    "kustomization.yaml": "kustomize",
    "kustomization.yml": "kustomize",
    "skaffold.yaml": "skaffold",
    "serverless.yml": "serverless framework",
    "serverless.yaml": "serverless framework",
    "Pulumi.yaml": "pulumi",
    "cdk.json": "aws cdk",
    "Procfile": "procfile",
    "heroku.yml": "heroku",
    "render.yaml": "render",
    "fly.toml": "fly",
    "railway.json": "railway",
    "railway.toml": "railway",
    "vercel.json": "vercel",
    "apprunner.yaml": "aws app runner",
    "Dockerrun.aws.json": "elastic beanstalk",
    "samconfig.toml": "aws sam",
    "bentofile.yaml": "bentoml",
    "databricks.yml": "databricks",
    "azure.yaml": "azure developer cli",
}
CONTENTS = (
    ("kubernetes", re.compile(r"^apiVersion:.*\n(?:.*\n){0,5}?kind:\s*[A-Z]", re.MULTILINE)),
    ("cloudformation", re.compile(r"^(AWSTemplateFormatVersion|Transform:\s*AWS::)", re.MULTILINE)),
    ("azureml deployment", re.compile(r"^\$schema:.*managedOnlineDeployment", re.MULTILINE)),
    ("cloud run", re.compile(r"serving\.knative\.dev/")),
)
# An environment of Kubeflow or Argo holds the same words; these declare work, not a service.
NOT_SERVICES = re.compile(r"^kind:\s*(Workflow|CronWorkflow|WorkflowTemplate|PipelineRun)", re.M)
COMPOSE = re.compile(r"^(docker-)?compose([.-][\w.-]+)?\.ya?ml$")
APP_ENGINE_NAME = re.compile(r"^app([.-]\w+)?\.ya?ml$")
APP_ENGINE = re.compile(r"^runtime:\s*(python|custom)", re.MULTILINE)
TERRAFORM_BUILD = re.compile(
    r"\bdocker (?:buildx )?build\b|^resource\s+\"docker_(?:image|registry_image)\"", re.MULTILINE
)
READ_BYTES = 32 * 1024
MOST_READ = 200


def infrastructure(checkout: Checkout, repository: RepositoryFacts) -> tuple[Place, ...]:
    """Return the declarations by path; the files of one Terraform folder count once."""
    own = [f for f in repository.files if f.role in {Role.SOURCE, Role.EXAMPLE}]
    found = {f.path: kind for f in own if (kind := NAMED.get(_name(f)))}
    terraform = {f.path.rpartition("/")[0]: f.path for f in reversed(own) if f.path.endswith(".tf")}
    found.update(dict.fromkeys(terraform.values(), "terraform"))
    yaml = [f for f in own if f.path.endswith((".yml", ".yaml")) and f.path not in found]
    for file in yaml[:MOST_READ]:
        kind = "" if _is_other(file) else _by_content(checkout, file)
        if kind:
            found[file.path] = kind
    return tuple(
        Place(name=kind, evidence=Evidence(path=path)) for path, kind in sorted(found.items())
    )


def images_built_by_terraform(
    checkout: Checkout, repository: RepositoryFacts
) -> tuple[Evidence, ...]:
    """Return where Terraform builds images when it is applied."""
    own = [f for f in repository.files if f.role in {Role.SOURCE, Role.EXAMPLE}]
    found = []
    for file in [f for f in own if f.path.endswith(".tf")][:MOST_READ]:
        head = read_head(checkout, file.path, READ_BYTES)
        text = "" if isinstance(head, UnreadFile) else decode(head) or ""
        if match := TERRAFORM_BUILD.search(text):
            line = text.count("\n", 0, match.start()) + 1
            found.append(Evidence(path=file.path, line=line, note="terraform"))
    return tuple(found)


def compose_files(repository: RepositoryFacts) -> tuple[Evidence, ...]:
    """Return the compose files."""
    return tuple(
        Evidence(path=file.path)
        for file in repository.files
        if file.role in {Role.SOURCE, Role.EXAMPLE} and COMPOSE.match(_name(file))
    )


def build_context_filter(repository: RepositoryFacts) -> Evidence | None:
    """Return the file that keeps files out of image builds."""
    names = (f.path for f in repository.files if f.role in {Role.SOURCE, Role.EXAMPLE})
    found = [path for path in names if path.rpartition("/")[2].endswith(".dockerignore")]
    return Evidence(path=min(found, key=lambda path: (path.count("/"), path))) if found else None


def _by_content(checkout: Checkout, file: TrackedFile) -> str:
    head = read_head(checkout, file.path, READ_BYTES)
    text = None if isinstance(head, UnreadFile) else decode(head)
    if not text or NOT_SERVICES.search(text):
        return ""
    if APP_ENGINE_NAME.match(_name(file)) and APP_ENGINE.search(text):
        return "app engine"
    return next((kind for kind, pattern in CONTENTS if pattern.search(text)), "")


def _is_other(file: TrackedFile) -> bool:
    return bool(COMPOSE.match(_name(file))) or file.path.startswith((".github/", ".circleci/"))


def _name(file: TrackedFile) -> str:
    return file.path.rpartition("/")[2]
