"""TensorBoard: curves and histograms from event files."""

from mlops_platform.core.clues.clue import commanded, declared, imported, named
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.clues.trackers import lightning_logger, trainer_reports_to
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading

WRITERS = (
    "tensorflow.keras.callbacks.TensorBoard",
    "keras.callbacks.TensorBoard",
    "tensorflow.summary.create_file_writer",
    "tensorflow.summary.FileWriter",
    "tensorflow.compat.v1.summary.FileWriter",
    "flax.metrics.tensorboard",
)


def detect(reading: Reading) -> Detection | None:
    """Find its writers, of whichever framework, else its declaration."""
    used = (
        *imported(reading, "tensorboard", "torch.utils.tensorboard"),
        *named(reading, *WRITERS),
        *lightning_logger(reading, "TensorBoardLogger", "tensorboard"),
        *trainer_reports_to(reading, "tensorboard"),
        *commanded(reading, "load_ext tensorboard"),
    )
    return technology("tensorboard", used, declared(reading, "tensorboard"))
