import pytest

from mlops_platform.core.facts.pipelines.image_builds import (
    dockerfiles_of_command,
    dockerfiles_of_inputs,
)


@pytest.mark.parametrize(
    ("command", "folder", "paths"),
    [
        ("docker build -f images/serve -t app .", ".", ["images/serve"]),
        ("cd a && docker buildx build --file=../images/gpu .", "a", ["images/gpu"]),
        ("sudo podman build --file 'serve.Containerfile' .", "b", ["b/serve.Containerfile"]),
        ("docker image build -t x -f ./deploy/x .", ".", ["deploy/x"]),
        ("docker build -t app .", ".", []),
        ("docker compose -f docker-compose.yml up --build", ".", []),
        ("docker run -f x image", ".", []),
        ("docker build -f $FILE .", ".", []),
        ("docker build -f ../../secret .", "a", []),
        ("docker build -f", ".", []),
        ("kubectl apply -f serve.yaml", ".", []),
    ],
)
def test_the_file_that_a_build_names(command, folder, paths):
    assert list(dockerfiles_of_command(command, folder)) == paths


def test_inputs_of_steps_name_files_too():
    text = (
        "- uses: docker/build-push-action@v5\n  with:\n    file: ./images/serve\n"
        "- task: Docker@2\n  inputs:\n    Dockerfile: '$(here)/x'\n    dockerFile: 'images/b'\n"
    )
    assert list(dockerfiles_of_inputs(text)) == ["images/serve", "images/b"]
