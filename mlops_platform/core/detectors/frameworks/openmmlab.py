"""OpenMMLab: its family of vision toolboxes."""

from mlops_platform.core.clues.clue import declared, imported
from mlops_platform.core.clues.conclude import framework
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its imports, else its declaration."""
    used = imported(
        reading,
        "mmengine",
        "mmcv",
        "mmdet",
        "mmseg",
        "mmcls",
        "mmpretrain",
        "mmpose",
        "mmaction",
        "mmocr",
    )
    return framework(
        "openmmlab",
        used,
        declared(
            reading,
            "mmengine",
            "mmcv",
            "mmcv-full",
            "mmdet",
            "mmsegmentation",
            "mmpretrain",
            "mmpose",
        ),
    )
