"""The run asks for a key, a token or an account: none is ever invented or handed in."""

import re

from mlops_platform.core.causes import Cause
from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.explained import Explained
from mlops_platform.core.failures.failure import said
from mlops_platform.core.failures.variables import missing_variable

CERTAINTY = 1
_REFUSED = re.compile(
    r"NoCredentialsError|Unable to locate credentials|PartialCredentialsError"
    r"|DefaultCredentialsError"
    r"|No API key configured|api_key (?:client option )?must be set|Could not find kaggle\.json"
    r"|AuthenticationError|Invalid API [Kk]ey|GatedRepoError|Access to model .{1,120} is restricted"
    r"|401 Client Error|403 Client Error|InvalidCredentialsError|could not read Username for"
    r"|fatal: Authentication failed|AzureCliCredential|InteractiveLoginAuthentication"
    r"|NeptuneMissingApiTokenException|password authentication failed"
)
_NEXT = (
    "Let training read its data without an account, or give the value as a variable of the catalog"
    " and allow the network for this repository."
)


def explain(case: Case) -> Explained | None:
    """Name the variable or the service that wants to know who asks."""
    failure = case.failure
    missing = missing_variable(failure)
    if missing is not None and missing.is_secret:
        because = f"the code needs {missing.name}, which is a secret: {missing.because}"
        return Explained(Cause.CREDENTIALS_NEEDED, because, _NEXT)
    found = None if failure.is_install else failure.told(_REFUSED)
    return Explained(Cause.CREDENTIALS_NEEDED, said(found), _NEXT) if found else None
