"""Loading that can run code: pickles behind arrays and weights, YAML with tags, code from afar."""

import ast
from collections.abc import Iterator

from mlops_platform.core.facts.practices.seen import Seen, fault, sound
from mlops_platform.core.facts.python.blocks import Site
from mlops_platform.core.facts.python.call_parts import called, given, is_false, is_true, spelled
from mlops_platform.core.facts.python.code import Code
from mlops_platform.core.facts.python.kin import Kin

_SAFE_YAML = frozenset(
    "SafeLoader CSafeLoader BaseLoader CBaseLoader FullLoader CFullLoader".split()
)
_UNSAFE_YAML = frozenset("Loader CLoader UnsafeLoader".split())
_PICKLES = ("pickle.load", "pickle.loads", "joblib.load", "dill.load", "cloudpickle.load")
_FETCHES = frozenset(
    "urlopen urlretrieve hf_hub_download snapshot_download cached_download download_file".split()
)


def loading_runs_no_code(code: Code, _kin: Kin) -> Iterator[Seen]:
    """Yield the loads that may run what a file holds, or are told not to."""
    for site in code.calls("load", "unsafe_load"):
        name = code.name(site.node.func)
        if name == "torch.load":
            yield from _weights(code, site)
        elif name == "numpy.load" and is_true(given(site.node, "allow_pickle")):
            yield fault(
                code, site.node, "numpy.load", "`allow_pickle=True` runs what the file holds"
            )
        elif name in {"yaml.load", "yaml.unsafe_load"}:
            yield from _yaml(code, site)


def code_from_afar_is_not_run(code: Code, _kin: Kin) -> Iterator[Seen]:
    """Yield the calls that run code of a model's publisher, or unpickle a download."""
    for site in code.layout.sites:
        if site.node.keywords and is_true(given(site.node, "trust_remote_code")):
            note = "runs the code that lies beside the model or data set, at its newest revision"
            if given(site.node, "revision", "code_revision") is None:
                yield fault(code, site.node, called(site), note)
            else:
                yield sound(code, site.node, called(site))
    for site in code.calls("load", "loads"):
        if code.name(site.node.func) in _PICKLES and _is_fetched(code, site):
            yield fault(code, site.node, called(site), "unpickles what was fetched from elsewhere")


def _weights(code: Code, site: Site) -> Iterator[Seen]:
    only = given(site.node, "weights_only")
    if is_true(only):
        yield sound(code, site.node, "torch.load")
    elif is_false(only):
        yield fault(code, site.node, "torch.load", "`weights_only=False` runs what the file holds")


def _yaml(code: Code, site: Site) -> Iterator[Seen]:
    second = site.node.args[1] if len(site.node.args) > 1 else given(site.node, "Loader")
    loader = code.name(second).rpartition(".")[2] if second is not None else ""
    if loader in _SAFE_YAML:
        yield sound(code, site.node, "yaml.load")
    elif loader in _UNSAFE_YAML or called(site) == "unsafe_load":
        yield fault(
            code, site.node, "yaml.load", "this loader can make any object of a file's tags"
        )


def _is_fetched(code: Code, site: Site) -> bool:
    """Tell whether what is unpickled comes from a download in the same function."""
    parts = [part for argument in site.node.args for part in ast.walk(argument)]
    names = {part.id for part in parts if isinstance(part, ast.Name)}
    values: list[ast.AST] = list(site.node.args)
    values += [
        binding.value
        for binding in code.layout.bindings
        if binding.block.function is site.block.function
        and any(spelled(target) in names for target in binding.targets)
    ]
    return any(
        isinstance(part, ast.Call) and _fetches(code, part)
        for value in values
        for part in ast.walk(value)
    )


def _fetches(code: Code, call: ast.Call) -> bool:
    name = code.name(call.func)
    return name.rpartition(".")[2] in _FETCHES or name == "requests.get"


READERS = (loading_runs_no_code, code_from_afar_is_not_run)
