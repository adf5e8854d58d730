"""What model_registration stores: the gates, as judged, and the version that was registered."""

from typing import Literal

from mlops_platform.core.checkout import Revision
from mlops_platform.core.evidence import Frozen
from mlops_platform.core.model_version import Gate


class ModelRegistration(Frozen):
    """May this model be a candidate? `version` is None where it may not, `because` says why.

    `trial` is what came of loading and asking it in the sandbox, by name; () where nobody tried.
    """

    asset: Literal["model_registration"] = "model_registration"
    revision: Revision
    model: str
    version: int | None = None
    because: str
    gates: tuple[Gate, ...] = ()
    trial: tuple[tuple[str, str], ...] = ()
