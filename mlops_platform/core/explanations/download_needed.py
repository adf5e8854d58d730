"""The run fetches something from the network, which a sandbox has not while it runs."""

import re

from mlops_platform.core.causes import Cause
from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.explained import Explained
from mlops_platform.core.failures.failure import Failure, said

CERTAINTY = 2
_NO_NETWORK = re.compile(
    r"Temporary failure in name resolution|Name or service not known|NameResolutionError|gaierror"
    r"|getaddrinfo failed|nodename nor servname|Network is unreachable|\[Errno 101\]|URLError"
    r"|Max retries exceeded with url|Could not connect to the endpoint URL|EndpointConnectionError"
    r"|Couldn't connect to '?https?://|LocalEntryNotFoundError|We couldn't connect to"
    r"|Couldn't reach |on the Hugging ?Face Hub|[Dd]ownload failure|URL fetch failure"
    r"|Can't load (?:tokenizer|the model|the configuration|image processor|feature extractor)"
    r"|APIConnectionError|Failed to resolve|Could not resolve host|ConnectTimeout|ConnectionError"
    r"|unable to access 'https?://|\[nltk_data\] Error loading|Error loading (?:stopwords|punkt)"
    r"|Resource '?\w{1,60}'? not found\.|offline mode is enabled"
    r"|Dataset not found(?: or corrupted)?\. You can use download=True"
    r"|Can't find model '\w{1,60}'\. It doesn't seem to be a (?:Python package|shortcut link)"
)
_URL = re.compile(r"https?://([A-Za-z0-9.-]{1,100})[^\s'\"<>)]{0,300}")
_HOST = re.compile(r"(?:host='|resolve '|host: |for host\s{0,4}'?)([A-Za-z0-9.-]{3,100})'?")
_NLTK = re.compile(r"nltk\.download\('([\w./-]{1,60})'\)|Error loading (\w{1,60})")
_SPACY = re.compile(r"Can't find model '(\w{1,60})'")
_NOT_A_SOURCE = ("github.com/pypa", "docs.", "urllib3.readthedocs", "python.org")
_LOOKED_AT = 200


def explain(case: Case) -> Explained | None:
    """Name what is fetched, else from which host."""
    failure, plan = case.failure, case.plan
    found = None if failure.is_install else failure.told(_NO_NETWORK)
    if found is None and failure.has_unset_name():
        found = failure.find(_NO_NETWORK)
    if found is None or plan.limits.network != "none":
        return None
    what = _what(failure)
    source = f" ({what})" if what else ""
    return Explained(
        Cause.DOWNLOAD_NEEDED,
        f"the run downloads data or a model{source}, and has no network: {said(found)}",
        "Commit the data or fetch it with a step of its own; or allow the network for this"
        " repository (`--network bridge`).",
    )


def _what(failure: Failure) -> str:
    named = failure.find(_NLTK)
    if named:
        return f"NLTK's `{named[1] or named[2]}`"
    model = failure.find(_SPACY)
    if model:
        return f"spaCy's `{model[1]}`"
    for pattern in (_URL, _HOST):
        for line in reversed(failure.lines[-_LOOKED_AT:]):
            for found in pattern.finditer(line):
                if not any(part in found[0] for part in _NOT_A_SOURCE):
                    return found[1]
    return ""
