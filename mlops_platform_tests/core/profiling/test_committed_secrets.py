"""Keys and passwords in settings, code and addresses, and what only looks like one."""

import base64
import json
from pathlib import Path

import pytest

from mlops_platform.core.facts.repository import read_repository
from mlops_platform.core.profiling.committed_secrets import (
    MOST_IN_A_FILE,
    CommittedSecrets,
    find_committed_secrets,
)
from mlops_platform_tests.core.costs import cheap_enough
from mlops_platform_tests.drawing import draw_checkout

ISSUED = "AKIA" + "Z" * 16
# Put together here, so that no scanner takes this file for what it looks for.
DRAWN = "7f3a" * 8
CHOSEN = "gooseberry" + "-Pie7"


def committed(tmp_path: Path, path: str, text: str) -> CommittedSecrets:
    checkout = draw_checkout(tmp_path, {path: text})
    return find_committed_secrets(checkout, read_repository(checkout))


def test_a_secret_is_named_by_place_and_sort_and_never_shown(tmp_path: Path) -> None:
    found = committed(tmp_path, "config.py", f"import os\nkey = '{ISSUED}'\n")
    assert [(place.path, place.line, place.note) for place in found.keys] == [
        ("config.py", 2, "AWS access key")
    ]
    assert ISSUED not in repr(found)


def test_a_documented_example_key_is_no_secret(tmp_path: Path) -> None:
    found = committed(tmp_path, "config.py", "key = 'AKIAIOSFODNN7EXAMPLE'\n")
    assert found == CommittedSecrets((), (), ())


@pytest.mark.parametrize("name", ["X-Amz-Credential", "AWSAccessKeyId"])
def test_the_sender_of_a_signed_address_is_no_secret(tmp_path: Path, name: str) -> None:
    found = committed(tmp_path, "log.ipynb", f"https://a.org/file?{name}={ISSUED}%2F2022\n")
    assert found == CommittedSecrets((), (), ())


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("kaggle.json", json.dumps({"username": "ada", "key": DRAWN}), 1),
        (".env", f"LEVEL=debug\nexport OPENAI_API_KEY={DRAWN}\n", 2),
        ("conf/app.yaml", f'db:\n  auth_token: "{DRAWN}"  # ours\n', 2),
        ("compose.yaml", f"services:\n  a:\n    environment:\n      - API_KEY={DRAWN}\n", 4),
        ("settings.toml", f'[aws]\nsecret_access_key = "{DRAWN}"\n', 2),
        (".dvc/config", f"['remote \"s3\"']\n    secret_access_key = {DRAWN}\n", 2),
        ("main.tf", f'resource "x" "y" {{\n  client_secret = "{DRAWN}"\n}}\n', 2),
        ("deploy.yaml", f"env:\n  - name: HF_TOKEN\n    value: {DRAWN}\n", 3),
        ("train.py", f'import wandb\nwandb.login(key="{"7f3a9" * 8}")\n', 2),
        ("train.py", f'import os\nos.environ["DAGSHUB_TOKEN"] = "{DRAWN}"\n', 2),
        ("train.py", f'import os\nos.environ.setdefault("HF_TOKEN", "{DRAWN}")\n', 2),
        ("content.js", f"var form = new FormData();\nform.append('api_key', '{DRAWN}');\n", 2),
    ],
)
def test_what_a_machine_drew_is_a_key_under_the_name_of_one(
    tmp_path: Path, path: str, text: str, line: int
) -> None:
    found = committed(tmp_path, path, text)
    assert [(place.path, place.line) for place in found.keys] == [(path, line)]
    assert found.passwords == found.default_passwords == ()
    assert DRAWN not in repr(found)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (".env", f"MYSQL_PASSWORD={CHOSEN}\n"),
        ("app.ini", f"password = {CHOSEN}\n"),
        ("infra/db.tf", f'password = "{CHOSEN}"\n'),
        ("settings.json", json.dumps({"db": {"password": CHOSEN}})),
        ("alembic.ini", f"url = postgresql://ada:{CHOSEN}@db.acme.org/orders\n"),
        (
            "secret.yaml",
            "kind: Secret\ndata:\n  password: " + base64.b64encode(CHOSEN.encode()).decode(),
        ),
    ],
)
def test_a_password_that_a_person_chose_is_told_apart(tmp_path: Path, path: str, text: str) -> None:
    found = committed(tmp_path, path, text)
    assert [place.path for place in found.passwords] == [path]
    assert found.keys == found.default_passwords == ()
    assert CHOSEN not in repr(found)


@pytest.mark.parametrize(
    "text",
    [
        "MINIO_ROOT_PASSWORD=minio123\n",
        "MINIO_ROOT_PASSWORD: minio_root\n",
        "GF_SECURITY_ADMIN_PASSWORD=admin\n",
        "POSTGRES_PASSWORD: 123456\n",
        "POSTGRES_USER: orders\nPOSTGRES_PASSWORD: orders_pass\n",
        "BACKEND: postgresql://mlflow:mlflow@db:5432/mlflow\n",
    ],
)
def test_a_password_made_of_its_service_and_account_is_a_default(tmp_path: Path, text: str) -> None:
    found = committed(tmp_path, "compose.yml", text)
    assert len(found.default_passwords) == 1
    assert found.keys == found.passwords == ()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.yaml", "password: ${DB_PASSWORD}\ntoken: $TOKEN\n"),
        ("a.yaml", "password: ${{ secrets.DB_PASSWORD }}\nsecret: <your secret>\n"),
        ("a.yaml", "password: changeme\napi_key: your-key-here\ntoken: GITHUB_TOKEN\n"),
        ("a.yaml", "password: ''\nsecret: null\ntoken: '****'\npassword_file: /run/secrets/db\n"),
        ("a.yaml", "password: !vault abc\nsecret: ENC[AES256,data]\n"),
        ("a.yaml", "pad_token: '[PAD]'\neos_token: </s>\ntokenizer: bert-base-uncased\n"),
        ("a.yaml", "secretKeyRef:\n  name: database\n  key: password\n"),
        ("a.json", json.dumps({"password": 2344, "token": 17, "##word": 3})),
        ("a.json", json.dumps({"integrity": DRAWN, "hash": DRAWN, "cache_key": DRAWN})),
        ("a.tf", "password = random_password.db.result\ntoken = var.token\n"),
        (".env.example", f"API_KEY={DRAWN}\n"),
        ("a.py", 'password = input("password")\npassword = "gooseberry"\n'),
        ("a.py", f'commit = "{DRAWN}"\npath = "data/token/2023-01-02/part-00001.csv"\n'),
        ("tests/test_a.py", f'API_KEY = "{DRAWN}"\n'),
        ("README.md", "postgresql://user:password@localhost/db\n"),
    ],
)
def test_what_only_says_where_a_secret_is_is_none(tmp_path: Path, path: str, text: str) -> None:
    assert committed(tmp_path, path, text) == CommittedSecrets((), (), ())


def test_a_table_of_users_is_no_endless_list(tmp_path: Path) -> None:
    rows = [{"user": f"u{each}", "password": f"{CHOSEN}{each}"} for each in range(200)]
    assert len(committed(tmp_path, "users.json", json.dumps(rows, indent=1)).passwords) == (
        MOST_IN_A_FILE
    )


@pytest.mark.parametrize("line", ["k: v\n", '"password": "x"\n', "name: x\n value: y\n"])
def test_many_values_take_no_longer_than_their_number(tmp_path: Path, line: str) -> None:
    with cheap_enough():
        committed(tmp_path, "a.yaml", "token: x\n" + line * (200_000 // len(line)))
