"""What tests of the whole suite may ask for: the Docker engine that `make test` brings up."""

import signal

import docker
import pytest
from docker.errors import DockerException, ImageNotFound

BASE_IMAGE = "python:3.11-slim"

# A shell starts what it puts in the background with interrupts ignored, and every process that a
# test starts would inherit that; some are ended by one.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def docker_engine():
    """Give a client of a real engine that has the base image; a missing one fails loudly."""
    try:
        client = docker.from_env(timeout=60)
        client.ping()
    except DockerException as error:
        pytest.fail(f"no Docker engine answers ({error}); `make test` starts one")
    try:
        client.images.get(BASE_IMAGE)
    except ImageNotFound:
        pytest.fail(f"the engine has no {BASE_IMAGE}; run docker/base-image.sh as root")
    yield client
    client.close()
