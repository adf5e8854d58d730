"""Models of CatBoost: its binary form begins with `CBM1`."""

from mlops_platform.core.contents.content import Content, Kind


def recognize(content: Content) -> Kind | None:
    """Tell a model of CatBoost by its mark."""
    return Kind("catboost", is_model=True) if content.head.startswith(b"CBM1") else None
