"""What the database itself forbids, whoever writes: changing the log, and tags that deny it.

Even a client that speaks to the database past the governed store is stopped here. Prompts are kept
in the same tables of MLflow, are no models, and have no lifecycle.
"""

import sqlalchemy as sa

from mlops_platform.adapters.mlflow.transition_table import TABLE

LOCK = 7_011_300_042
"""A number of our own: two servers that start at once prepare one after the other."""

FORMER_TAG = "lifecycle_before"
APPEND_ONLY = "lifecycle_transitions can only be appended to"
FOLLOWS = "what lifecycle_transitions does not say cannot be written"
KEPT = "evidence and lifecycle of a model version are kept"

_PROMPT = """EXISTS (SELECT 1 FROM registered_model_tags p WHERE p.workspace = {row}.workspace
 AND p.name = {row}.name AND p.key = 'mlflow.prompt.is_prompt' AND lower(p.value) = 'true')"""
_STATE = """(SELECT t.asked FROM lifecycle_transitions t WHERE t.workspace = {row}.workspace
 AND t.model = {row}.name AND t.version = {row}.version AND t.is_accepted
 ORDER BY t.number DESC LIMIT 1)"""
_NEW, _OLD = {"row": "NEW"}, {"row": "OLD"}
_IS_MODEL, _WAS_MODEL = (f"NOT {_PROMPT.format(**row)}" for row in (_NEW, _OLD))
_EVIDENCE = "substr({row}.key, 1, 6) = 'mlops.'"
_DENIED_TAG = (
    f"NEW.key = 'lifecycle' AND coalesce(NEW.value <> {_STATE.format(**_NEW)}, true)"
    f" AND {_IS_MODEL}"
)
_LOST_TAG = f"(OLD.key = 'lifecycle' OR {_EVIDENCE.format(**_OLD)}) AND {_WAS_MODEL}"
_REWRITTEN_TAG = (
    f"({_EVIDENCE.format(**_OLD)} OR {_EVIDENCE.format(**_NEW)}"
    f" OR (OLD.key = 'lifecycle' AND NEW.key <> 'lifecycle')) AND {_WAS_MODEL}"
)
_DENIED_ALIAS = (
    f"NEW.alias = 'production' AND coalesce({_STATE.format(**_NEW)} <> 'production', true)"
    f" AND {_IS_MODEL}"
)
_LOST_ALIAS = (
    f"OLD.alias = 'production' AND {_STATE.format(**_OLD)} = 'production' AND {_WAS_MODEL}"
)
_RENAMED_ALIAS = f"NEW.alias <> 'production' AND {_LOST_ALIAS}"

GUARDS = (
    ("lifecycle_log_update", "UPDATE", "lifecycle_transitions", "true", APPEND_ONLY),
    ("lifecycle_log_delete", "DELETE", "lifecycle_transitions", "true", APPEND_ONLY),
    ("lifecycle_tag_insert", "INSERT", "model_version_tags", _DENIED_TAG, FOLLOWS),
    ("lifecycle_tag_update", "UPDATE", "model_version_tags", _DENIED_TAG, FOLLOWS),
    ("lifecycle_tag_kept", "UPDATE", "model_version_tags", _REWRITTEN_TAG, KEPT),
    ("lifecycle_tag_delete", "DELETE", "model_version_tags", _LOST_TAG, KEPT),
    ("lifecycle_alias_insert", "INSERT", "registered_model_aliases", _DENIED_ALIAS, FOLLOWS),
    ("lifecycle_alias_update", "UPDATE", "registered_model_aliases", _DENIED_ALIAS, FOLLOWS),
    ("lifecycle_alias_kept", "UPDATE", "registered_model_aliases", _RENAMED_ALIAS, FOLLOWS),
    ("lifecycle_alias_delete", "DELETE", "registered_model_aliases", _LOST_ALIAS, FOLLOWS),
)
TRUNCATION = ("lifecycle_log_truncate", "TRUNCATE", TABLE.name, "true", APPEND_ONLY)


def prepare_log(engine: sa.Engine) -> None:
    """Make the table and its guards where they are not there yet."""
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(LOCK)))
            _create(connection)
            _guard_postgresql(connection)
        else:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            _create(connection)
            _guard_sqlite(connection)


def _create(connection: sa.Connection) -> None:
    if sa.inspect(connection).has_table(TABLE.name):
        return
    TABLE.create(connection)
    # A tag of that name from before says nothing that the log could show.
    connection.exec_driver_sql(
        f"UPDATE model_version_tags SET key = '{FORMER_TAG}' WHERE key = 'lifecycle'"  # noqa: S608 (ours)
        f" AND NOT {_PROMPT.format(row='model_version_tags')}"
    )


def _guard_sqlite(connection: sa.Connection) -> None:
    for name, event, table, condition, message in GUARDS:
        connection.exec_driver_sql(
            f"CREATE TRIGGER IF NOT EXISTS {name} BEFORE {event} ON {table} WHEN {condition}"
            f" BEGIN SELECT RAISE(ABORT, '{message}'); END"
        )


def _guard_postgresql(connection: sa.Connection) -> None:
    there = set(connection.execute(sa.text("SELECT tgname FROM pg_trigger")).scalars())
    if {guard[0] for guard in GUARDS} <= there:
        return
    for name, event, table, condition, message in (*GUARDS, TRUNCATION):
        scope = "STATEMENT" if event == "TRUNCATE" else "ROW"
        connection.exec_driver_sql(
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            f" IF {condition} THEN RAISE EXCEPTION USING MESSAGE = '{message}'; END IF;"
            f" RETURN {'OLD' if event == 'DELETE' else 'NEW'}; END $$"
        )
        connection.exec_driver_sql(
            f"CREATE OR REPLACE TRIGGER {name} BEFORE {event} ON {table}"
            f" FOR EACH {scope} EXECUTE FUNCTION {name}()"
        )
