"""Why an execution ends without a result: the closed list of causes."""

from enum import StrEnum


class Cause(StrEnum):
    """One word for one cause; each is said with a sentence and with what to do next."""

    NOTHING_TO_TRAIN = "nothing_to_train"
    NO_TRAINING_SCRIPT = "no_training_script"
    NOTHING_TO_EVALUATE = "nothing_to_evaluate"
    DATA_MISSING = "data_missing"
    DATA_UNFIT = "data_unfit"
    DOWNLOAD_NEEDED = "download_needed"
    SERVICE_NEEDED = "service_needed"
    CREDENTIALS_NEEDED = "credentials_needed"
    ARGUMENT_UNKNOWN = "argument_unknown"
    DEPENDENCIES_CONFLICT = "dependencies_conflict"
    DEPENDENCY_NOT_FOUND = "dependency_not_found"
    INDEX_UNREACHABLE = "index_unreachable"
    PYTHON_NOT_AVAILABLE = "python_not_available"
    SYSTEM_LIBRARY_MISSING = "system_library_missing"
    PLATFORM_NOT_SUPPORTED = "platform_not_supported"
    GPU_NEEDED = "gpu_needed"
    CODE_RAISES = "code_raises"
    CODE_DOES_NOT_PARSE = "code_does_not_parse"
    TIME_LIMIT = "time_limit"
    MEMORY_LIMIT = "memory_limit"
    DISK_LIMIT = "disk_limit"
    KILLED = "killed"
    SOURCES_MODIFIED = "sources_modified"
    NOTHING_MEASURED = "nothing_measured"
    ENGINE_UNAVAILABLE = "engine_unavailable"
    SANDBOX_NOT_SAFE = "sandbox_not_safe"
