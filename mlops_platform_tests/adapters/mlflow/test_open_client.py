import os
import subprocess
import sys

import pytest

from mlops_platform.adapters.mlflow.open_client import StoreUnreachableError, told_in_a_sentence
from mlops_platform.adapters.mlflow_addresses import MlflowAddresses

ADDRESSES = MlflowAddresses("http://mlflow.example", "http://mlflow.example")


def test_what_goes_wrong_is_one_sentence_with_the_address():
    with pytest.raises(StoreUnreachableError) as caught, told_in_a_sentence(ADDRESSES):
        raise ConnectionRefusedError("no\n\x1b[2Jway" + "x" * 900)
    sentence = str(caught.value)
    assert sentence.startswith("MLflow at http://mlflow.example did not do what it was asked")
    assert "\x1b" not in sentence
    assert "\n" not in sentence
    assert len(sentence) < 400


def test_mistakes_of_ours_are_not_hidden():
    with pytest.raises(ZeroDivisionError), told_in_a_sentence(ADDRESSES):
        _ = 1 / 0


def test_it_is_quiet_and_what_the_operator_sets_stands():
    program = (
        "import os; from mlops_platform.adapters.mlflow.open_client import told_in_a_sentence;"
        "from mlops_platform.adapters.mlflow_addresses import MlflowAddresses;"
        "told_in_a_sentence(MlflowAddresses('http://x', 'http://x')).__enter__();"
        "print(os.environ['MLFLOW_DISABLE_TELEMETRY'], os.environ['MLFLOW_HTTP_REQUEST_TIMEOUT'])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"MLFLOW_HTTP_REQUEST_TIMEOUT": "7"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert (ended.stdout, ended.stderr) == ("true 7\n", "")
