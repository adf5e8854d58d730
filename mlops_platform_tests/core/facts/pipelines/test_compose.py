import pytest

from mlops_platform.core.facts.pipelines.compose import compose_services
from mlops_platform.core.facts.text.yaml_documents import parse_yaml


def services(text, path="deploy/compose.yaml"):
    documents = parse_yaml(path, text)
    return compose_services(path, documents[0])


@pytest.mark.parametrize(
    ("build", "path"),
    [
        ("./serve", "deploy/serve/Dockerfile"),
        ("{context: .., dockerfile: images/serve}", "images/serve"),
        ("{dockerfile: serve}", "deploy/serve"),
        ("{context: 'https://host.org/a.git'}", ""),
        ("{context: '${HERE}'}", ""),
        ("{context: ../.., dockerfile: x}", ""),
        ("{context: ., dockerfile_inline: 'FROM python'}", ""),
    ],
)
def test_what_a_service_builds(build, path):
    (service,) = services(f"services:\n  api:\n    build: {build}\n")
    assert service.is_built
    assert service.dockerfile == path


def test_what_a_service_starts_and_where():
    (service,) = services(
        "services:\n  api:\n    image: acme/api:1\n    entrypoint: [sh, -c]\n"
        "    command: gunicorn app:app\n"
    )
    assert (service.image, service.is_built, service.dockerfile) == ("acme/api:1", False, "")
    assert (service.command, service.line) == ("sh -c gunicorn app:app", 5)


@pytest.mark.parametrize(
    ("service", "is_own"),
    [
        ("{image: 'python:3.11', volumes: ['./src:/app']}", True),
        ("{image: 'apache/airflow:2.8', volumes: [{type: bind, source: ./dags}]}", True),
        ("{image: 'python:3.11'}", False),
        ("{image: 'localstack/localstack', volumes: ['./data:/tmp']}", False),
        ("{image: 'postgres:16', volumes: ['db:/var/lib']}", False),
    ],
)
def test_an_image_of_others_may_run_the_code_of_the_repository(service, is_own):
    (found,) = services(f"services:\n  it: {service}\n")
    assert found.runs_mounted_code is is_own


@pytest.mark.parametrize("text", ["", "a: 1\n", "services: [a]\n", "services:\n  a: null\n"])
def test_what_is_no_compose_file_says_nothing(text):
    assert all(not each.is_built for each in services(text))
