"""Models of XGBoost: JSON, UBJSON, and the binary form of old."""

from mlops_platform.core.contents.content import Content, Kind


def recognize(content: Content) -> Kind | None:
    """Tell a model of XGBoost by the first keys of its document."""
    start = content.head.lstrip()[:4096]
    if start.startswith(b"binf"):
        return Kind("xgboost", is_model=True)
    is_json = start.startswith(b"{") and b'"learner"' in start
    is_ubjson = start.startswith(b"{L") and b"learner" in start
    if not (is_json or is_ubjson):
        return None
    return Kind("xgboost", is_model=True)
