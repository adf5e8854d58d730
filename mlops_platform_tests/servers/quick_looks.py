"""The platform's definitions, whose drift sensor looks whenever Dagster's daemon lets it.

Every five seconds, that is: a test has no patience for thirty.
"""

from mlops_platform.definitions import defs
from mlops_platform.defs.sensors.drift_check_due import drift_check_due

__all__ = ["defs"]

drift_check_due._min_interval = 1
