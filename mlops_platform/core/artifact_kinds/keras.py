"""Models of Keras: the archive of its third version, and HDF5 files with its groups."""

from mlops_platform.core.contents.content import Content, Kind

_HDF5 = b"\x89HDF\r\n\x1a\n"
_GROUPS = (
    b"model_weights",
    b"model_config",
    b"keras_version",
    b"layer_names",
    b"_layer_checkpoint",
)
_ARCHIVE = frozenset(("config.json", "model.weights.h5"))
LOOKED_AT = 4 << 20


def recognize(content: Content) -> Kind | None:
    """Tell a model of Keras by what its archive or its HDF5 groups are called."""
    if set(content.members) >= _ARCHIVE:
        return Kind("keras", is_model=True)
    if not content.head.startswith(_HDF5):
        return None
    looked_at = content.read()[:LOOKED_AT]
    if content.has_suffix(".weights.h5") or any(group in looked_at for group in _GROUPS):
        return Kind("keras_hdf5", is_model=True)
    return Kind("hdf5")
