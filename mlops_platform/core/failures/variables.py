"""Variables of the environment that a run did not find, and whether their value is a secret."""

import re
from typing import NamedTuple

from mlops_platform.core.failures.failure import Failure
from mlops_platform.core.failures.log_lines import quoted

_KEY = re.compile(r"'([A-Za-z_]\w{0,100})'")
_IN_WORDS = re.compile(
    r"(?:[Ee]nvironment variable|[Ee]nv var|env variable)s?:? [`'\"]?([A-Z][A-Z0-9_]{2,100})[`'\"]?"
    r" (?:is |was |must be |has )?(?:not (?:set|found|defined|been set)|missing|required|set)"
    r"|[`'\"]?([A-Z][A-Z0-9_]{2,100})[`'\"]? (?:environment variable )?(?:is |was )?not set"
    r"|(?:[Mm]issing|[Pp]lease set|must set)(?: the)?(?: required)?"
    r"(?: environment variable:? [`'\"]?(?=[A-Z])|:? [`'\"]?(?=[A-Z][A-Z0-9]{0,50}_))"
    r"([A-Z][A-Z0-9_]{2,100})\b"
)
_SECRET = re.compile(
    r"KEY|TOKEN|SECRET|PASSW|PASSPHRASE|CREDENTIAL|PWD|_PAT$|AUTH|DSN|CONNECTION_STRING|WEBHOOK",
    re.IGNORECASE,
)


class MissingVariable(NamedTuple):
    """A variable by name, and the line that tells."""

    name: str
    because: str

    @property
    def is_secret(self) -> bool:
        """Tell whether its name speaks of a secret; such a value is never invented."""
        return is_secret_name(self.name)


def missing_variable(failure: Failure) -> MissingVariable | None:
    """Return the variable that ended the run, None where it was something else."""
    error = failure.error
    if failure.is_install or error is None:
        return None
    if error.kind == "KeyError":
        found = _KEY.fullmatch(error.message.strip())
        asked = error.frames[-2:]
        in_environment = any(
            "environ[" in frame.code or "<frozen os>" in frame.path or frame.path.endswith("/os.py")
            for frame in asked
        )
        return (
            MissingVariable(found[1], quoted(error.first_line))
            if found and in_environment
            else None
        )
    told = _IN_WORDS.search(error.message.split("\n", 1)[0])
    if told is None:
        return None
    return MissingVariable(told[1] or told[2] or told[3], quoted(error.first_line))


def is_secret_name(name: str) -> bool:
    """Tell whether a name speaks of a secret."""
    return bool(_SECRET.search(name))
