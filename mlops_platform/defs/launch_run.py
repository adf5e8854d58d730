"""Hands a run to a Dagster that is running, by its GraphQL API."""

from typing import Any, NamedTuple

from mlops_platform.core.errors import BadInputError, PlatformError
from mlops_platform.defs.execute_in_process import ExecutionOrder, run_config
from mlops_platform.defs.partitions import REPOSITORY_SET

LOCATION, REPOSITORY = "mlops_platform.definitions", "__repository__"
SECONDS = 60
PARTITION_TAG = "dagster/partition"

ADD_PARTITION = """
mutation ($selector: RepositorySelector!, $set: String!, $key: String!) {
  addDynamicPartition(
    repositorySelector: $selector, partitionsDefName: $set, partitionKey: $key
  ) { __typename ... on PythonError { message } ... on UnauthorizedError { message } }
}
"""
LAUNCH = """
mutation ($params: ExecutionParams!) {
  launchRun(executionParams: $params) {
    __typename
    ... on LaunchRunSuccess { run { id } }
    ... on Error { message }
    ... on RunConfigValidationInvalid { errors { message } }
  }
}
"""
ADDED = frozenset({"AddDynamicPartitionSuccess", "DuplicateDynamicPartitionError"})
Answer = dict[str, Any]  # GraphQL answers have no types here


class Launched(NamedTuple):
    """A run that Dagster took, and where it shows it."""

    run_id: str
    link: str


def launch_execution(order: ExecutionOrder, server: str) -> Launched:
    """Ask a running Dagster for the job `execute`. Raises PlatformError where it does not take it.

    The repository becomes a partition there, if it is none yet.
    """
    selector = {"repositoryName": REPOSITORY, "repositoryLocationName": LOCATION}
    key = order.repository
    variables = {"selector": selector, "set": REPOSITORY_SET, "key": key}
    _expect(_asked(server, ADD_PARTITION, variables)["addDynamicPartition"], ADDED)
    params = {
        "selector": {**selector, "jobName": "execute"},
        "runConfigData": run_config(order),
        "executionMetadata": {"tags": [{"key": PARTITION_TAG, "value": key}]},
    }
    answer = _asked(server, LAUNCH, {"params": params})["launchRun"]
    _expect(answer, frozenset({"LaunchRunSuccess"}))
    run_id = str(answer["run"]["id"])
    return Launched(run_id, f"{server.rstrip('/')}/runs/{run_id}")


def _asked(server: str, query: str, variables: Answer) -> Answer:
    import requests  # noqa: PLC0415 (only here)

    address = f"{server.rstrip('/')}/graphql"
    try:
        response = requests.post(
            address, json={"query": query, "variables": variables}, timeout=SECONDS
        )
        answer: Answer = response.json()
    except requests.RequestException as error:
        raise PlatformError(
            f"No Dagster answers at {server} ({type(error).__name__}); start `mlops-platform dev`,"
            " or name another with --server."
        ) from error
    if "data" not in answer or answer["data"] is None:
        raise PlatformError(f"What answers at {server} is no Dagster of this platform.")
    data: Answer = answer["data"]
    return data


def _expect(answer: Answer, wanted: frozenset[str]) -> None:
    if answer["__typename"] in wanted:
        return
    said = [each["message"] for each in answer.get("errors", [])] or [answer.get("message", "")]
    raise BadInputError(f"Dagster refused the run: {'; '.join(said) or answer['__typename']}.")
