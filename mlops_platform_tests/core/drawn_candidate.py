"""A candidate as an execution would bring it."""

from mlops_platform.core.model_version import Candidate


def drawn_candidate(run: str = "0" * 32, **more: object) -> Candidate:
    """Return a candidate of one run; `more` replaces fields."""
    values: dict[str, object] = {
        "model": "acme.churn",
        "run_id": run,
        "source": f"runs:/{run}/model",
        "repository": "github.com/acme/churn",
        "commit": "abcdef0123456789",
    }
    return Candidate.model_validate(values | more)
