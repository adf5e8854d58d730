import json

from mlflow.exceptions import MlflowException, RestException

from mlops_platform.adapters.mlflow.refused_change import RefusedChangeError, refusal_of


def test_a_refusal_is_our_sentence_with_422_on_either_side_of_http():
    refused = RefusedChangeError("Not so.")
    assert refused.get_http_status_code() == 422
    assert refusal_of(refused) == "Not so."
    answered = json.loads(refused.serialize_as_json())
    assert answered["message"] == "Not so."
    assert refusal_of(RestException(answered)) == "Not so."


def test_other_errors_are_no_refusals():
    other = MlflowException("Not there.")
    assert refusal_of(other) is None
    assert refusal_of(RestException(json.loads(other.serialize_as_json()))) is None
