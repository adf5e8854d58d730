from pathlib import Path

import pytest

from mlops_platform.core.clues.clue import Clue
from mlops_platform.core.clues.trackers import integration, lightning_logger, trainer_reports_to
from mlops_platform.core.facts.reading import read_checkout
from mlops_platform_tests.drawing import draw_checkout


def wandb(tmp_path: Path, code: str) -> list[int | None]:
    reading = read_checkout(draw_checkout(tmp_path, {"train.py": code}))
    clues: tuple[Clue, ...] = (
        *lightning_logger(reading, "WandbLogger", "wandb"),
        *integration(reading, "wandb"),
        *trainer_reports_to(reading, "wandb"),
    )
    return sorted({clue.place.line for clue in clues}, key=lambda line: line or 0)


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("from lightning.pytorch.loggers import WandbLogger\n", [1]),
        ("from pytorch_lightning.loggers.wandb import WandbLogger\n", [1]),
        ("import lightning.pytorch as pl\n\npl.loggers.WandbLogger()\n", [3]),
        ("from optuna.integration.wandb import WeightsAndBiasesCallback\n", [1]),
        ("import transformers\n\ntransformers.TrainingArguments('x', report_to='wandb')\n", [3]),
        ("from accelerate import Accelerator\n\nAccelerator(log_with='wandb')\n", [3]),
    ],
)
def test_a_tracker_behind_a_framework_is_found(
    tmp_path: Path, code: str, lines: list[int | None]
) -> None:
    assert wandb(tmp_path, code) == lines


@pytest.mark.parametrize(
    "code",
    [
        "from pytorch_lightning.loggers import CSVLogger\n",
        "import transformers\n\ntransformers.TrainingArguments('x', report_to='none')\n",
        "import transformers\n\ntransformers.TrainingArguments('wandb')\n",
        "from ours import send\n\nsend(report_to='wandb')\n",
        "from ours.loggers import WandbLogger\n",
    ],
)
def test_what_looks_alike_is_not(tmp_path: Path, code: str) -> None:
    assert wandb(tmp_path, code) == []
