"""Dagster's door: what `defs/` defines, with the adapters that `wiring` chose."""

import dagster as dg

from mlops_platform.core.settings import load_settings
from mlops_platform.defs import assets
from mlops_platform.defs.checks import rule_checks
from mlops_platform.defs.executing import Executing
from mlops_platform.defs.interpreting import Interpreting
from mlops_platform.defs.jobs import analyze, execute, monitor
from mlops_platform.defs.section_io_manager import SectionIOManager
from mlops_platform.defs.sensors.drift_check_due import drift_check_due
from mlops_platform.defs.sensors.new_commit import new_commit
from mlops_platform.defs.sensors.sandbox_reaper import sandbox_reaper
from mlops_platform.wiring import Ports, wire


def define(ports: Ports) -> dg.Definitions:
    """Put everything together on these adapters."""
    return dg.Definitions(
        assets=dg.load_assets_from_package_module(assets),
        asset_checks=rule_checks(),
        jobs=[analyze, execute, monitor],
        sensors=[drift_check_due, new_commit, sandbox_reaper],
        resources={
            "catalog": ports.catalog,
            "checkouts": ports.checkouts,
            "executing": Executing(
                catalog=ports.catalog,
                checkouts=ports.checkouts,
                isolation=ports.isolation,
                sandbox=ports.sandbox,
                experiments=ports.experiments,
                trials=ports.trials,
                limits=ports.limits,
            ),
            "experiments": ports.experiments,
            "interpreting": Interpreting(ports.language_model, ports.token_budget, ports.traces),
            "isolation": ports.isolation,
            "models": ports.models,
            "sandbox": ports.sandbox,
            "sections": ports.sections,
            "section_io_manager": SectionIOManager(ports.sections),
        },
        # A process for every step would cost seconds each, and the steps are short.
        executor=dg.in_process_executor,
    )


defs = define(wire(load_settings()))
