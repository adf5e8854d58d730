"""TensorBoard: curves and histograms from event files."""

from mlops_platform.core.clues.clue import Clue, commanded, declared, imported, named
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.clues.trackers import lightning_logger, trainer_reports_to
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.own_code import own_code, place_in
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
        *_writers_of_libraries(reading),
        *lightning_logger(reading, "TensorBoardLogger", "tensorboard"),
        *trainer_reports_to(reading, "tensorboard"),
        *commanded(reading, "load_ext tensorboard"),
    )
    return technology("tensorboard", used, declared(reading, "tensorboard"))


def _writers_of_libraries(reading: Reading) -> tuple[Clue, ...]:
    """Find the summary writers that training libraries wrap around it."""
    return tuple(
        Clue(file.role, place_in(file, notebook, entry.line))
        for file, notebook in own_code(reading)
        for entry in file.imports
        if (entry.name or "").removesuffix("SummaryWriter") not in {entry.name or "", ""}
        and not entry.is_local
    )
