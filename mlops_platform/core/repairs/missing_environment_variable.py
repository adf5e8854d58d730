"""A variable of the environment is not set: it gets a value where that is harmless and known.

A secret is never invented, nor an address of a service.
"""

import re

from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.change import Change, with_folder, with_variables
from mlops_platform.core.failures.log_lines import quoted
from mlops_platform.core.failures.variables import missing_variable
from mlops_platform.core.run_plan import OUTPUTS

CERTAINTY = 1
HARMLESS = {
    "PYTHONHASHSEED": "0",
    "USER": "sandbox",
    "USERNAME": "sandbox",
    "LOGNAME": "sandbox",
    "LOG_LEVEL": "INFO",
    "LOGLEVEL": "INFO",
    "LOGGING_LEVEL": "INFO",
    "RANK": "0",
    "LOCAL_RANK": "0",
    "WORLD_SIZE": "1",
    "MASTER_ADDR": "127.0.0.1",
    "MASTER_PORT": "29500",
    "CUDA_VISIBLE_DEVICES": "",
    "TOKENIZERS_PARALLELISM": "false",
    "OMP_NUM_THREADS": "2",
    "WANDB_MODE": "offline",
    "MPLBACKEND": "Agg",
    "PROJECT_ROOT": ".",
    "SM_NUM_GPUS": "0",
    "SM_HOSTS": '["localhost"]',
    "SM_CURRENT_HOST": "localhost",
}
"""Variables whose meaning is the same everywhere, with the value of a single plain run."""

FOLDERS = frozenset(
    "MODEL_DIR MODELS_DIR OUTPUT_DIR OUT_DIR RESULTS_DIR RESULT_DIR LOG_DIR LOGS_DIR CHECKPOINT_DIR"
    " SAVE_DIR ARTIFACTS_DIR ARTIFACT_DIR SM_MODEL_DIR SM_OUTPUT_DATA_DIR AIP_MODEL_DIR"
    " AZUREML_OUTPUT_DIR".split()
)
"""Variables that name a folder to write into."""

_OFFLINE_WANDB = re.compile(r"wandb.{0,80}(?:No API key configured|api_key not configured)")


def repair(case: Case) -> Change | None:
    """Give the variable its harmless value, a folder, or what the repository's example says."""
    failure, plan, facts = case
    offline = failure.find(_OFFLINE_WANDB)
    if offline and "WANDB_MODE" not in dict(plan.variables):
        change = "WANDB_MODE=offline: runs are recorded in a folder"
        return Change(
            with_variables(plan, {"WANDB_MODE": "offline"}), quoted(offline.string), change
        )
    missing = missing_variable(failure)
    if missing is None or missing.is_secret or missing.name in dict(plan.variables):
        return None
    example = dict(facts.variables).get(missing.name)
    if missing.name in FOLDERS:
        changed = with_folder(with_variables(plan, {missing.name: OUTPUTS}), OUTPUTS)
        change = f"{missing.name} is set to the folder `{OUTPUTS}`"
        return Change(changed, missing.because, change)
    value = HARMLESS.get(missing.name, example)
    if value is None:
        return None
    source = "" if missing.name in HARMLESS else ", as the repository's example says"
    change = f"{missing.name}={value} is set{source}"
    return Change(with_variables(plan, {missing.name: value}), missing.because, change)
