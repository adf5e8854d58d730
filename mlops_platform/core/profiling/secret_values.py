"""What a value under the name of a secret is: a key, a password, a guessable one, or nothing."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from mlops_platform.core.private_shapes import NOT_REAL, PASSWORD_NAME, SECRET_NAME, is_random
from mlops_platform.core.profiling.named_values import NamedValue


class Sort(StrEnum):
    """What stands in the file."""

    KEY = "key"
    PASSWORD = "password"  # noqa: S105 – the name of a sort
    DEFAULT_PASSWORD = "default_password"  # noqa: S105 – the name of a sort


_ELSEWHERE = re.compile(
    r"[<>{}…]|\$[\w({]|%\(|\.\.\.|^[*x#-]+$|^[!\[]|^(?:null|none|nil|~|true|false|yes|no)$"
    r"|^ENC\[|^(?:\.{0,2}/|file:|vault:|ssm:|secrets?[./:]|var\.)"
    r"|^(?:os|env|config|settings|data|local|module|self|params|input)[.\[(]|\(\)|^\|[-+]?$",
    re.IGNORECASE,
)
"""Values that only say where the secret is: a variable, a path, a mask."""

_CONSTANT = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+")
_KAGGLE_KEY = re.compile(r"[0-9a-f]{32}")
_ACCOUNT = re.compile(r"user|login|(^|[_.-])(db|database|name|host|schema)s?$", re.IGNORECASE)
_EVERYDAY = frozenset(
    "a admin administrator adminadmin airflow and app bitnami changeit clickhouse dagster data"
    " database db default demo dev docker elastic grafana guest guestpass influx influxdb jupyter"
    " kafka key keycloak letmein local localhost login lakefs mage magic mariadb metabase minio"
    " minioadmin minioadminpassword miniopassword ml mlflow mlops mongo mongodb mssql my mypassword"
    " mysecret mysecretpassword mysql neo neo4j pass passw passwd password passwort pg postgres"
    " postgresadmin postgresql prefect prometheus pw pwd qwerty rabbit rabbitmq redash redis root"
    " rootpassword s3 sa secret secretkey server service storage strong super superadmin superset"
    " supersecret superuser system temp the toor user username vagrant welcome word zenml".split()
)
"""Words of which default passwords are made: services and their accounts."""

_WORDS = ("pass", "pwd", "secret", "token", "key")
_DIGITS = "01234567890"
LONGEST_ACCOUNT = 40
_NUMBERED = re.compile(r"[^A-Za-z]+")


def sorts_of(values: Sequence[NamedValue]) -> Iterator[tuple[Sort, NamedValue]]:
    """Yield the values of one file that are something, each with what it is."""
    if not any(_is_named_secretly(value) for value in values):
        return
    known = _EVERYDAY.union(*(_words(each) for each in _accounts(values)))
    is_kaggle = any(value.name == "username" for value in values)
    for value in values:
        if not _is_named_secretly(value) or not value.value or _is_elsewhere(value.value):
            continue
        if is_kaggle and value.name == "key" and _KAGGLE_KEY.fullmatch(value.value):
            yield Sort.KEY, value
        elif sort := _sort(value, known):
            yield sort, value


def _is_named_secretly(value: NamedValue) -> bool:
    """Ask cheaply whether a name is worth a closer look."""
    name = value.name.lower()
    return not name or any(word in name for word in _WORDS)


def _accounts(values: Sequence[NamedValue]) -> Iterator[str]:
    for value in values:
        if value.user or (_ACCOUNT.search(value.name) and len(value.value) <= LONGEST_ACCOUNT):
            yield value.user or value.value


def _sort(value: NamedValue, known: frozenset[str]) -> Sort | None:
    is_password = not value.name or bool(PASSWORD_NAME.search(value.name))
    if not is_password and not SECRET_NAME.search(value.name):
        return None
    if is_random(value.value):
        return Sort.KEY
    if not is_password or " " in value.value:
        return None
    return Sort.DEFAULT_PASSWORD if _is_guessable(value.value, known) else Sort.PASSWORD


def _is_elsewhere(value: str) -> bool:
    is_constant = bool(_CONSTANT.fullmatch(value))
    return is_constant or bool(_ELSEWHERE.search(value)) or bool(NOT_REAL.search(value))


def _is_guessable(password: str, known: frozenset[str]) -> bool:
    """Tell whether a password is made of the words of its service and its account."""
    words = _words(password)
    return password in _DIGITS or (bool(words) and words <= known)


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in _NUMBERED.split(text.lower()) if word)
