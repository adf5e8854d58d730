"""Brings one exchange with a language model to MLflow: a trace, and its prompt in the registry.

What was asked is sent as it was asked, so as it was redacted; it is foreign text all the same.
"""

import json
import re
import uuid
from base64 import b64encode
from typing import NamedTuple

from mlflow.entities import Span, TraceInfo, TraceLocation, TraceState
from mlflow.entities.model_registry import PromptVersion
from mlflow.exceptions import MlflowException
from mlflow.tracing.client import TracingClient
from mlflow.tracing.constant import (
    CostKey,
    SpanAttributeKey,
    TokenUsageKey,
    TraceMetadataKey,
    TraceTagKey,
)
from mlflow.tracking import MlflowClient

from mlops_platform.core.language_model import Exchange, Reply, Usage
from mlops_platform.core.report.escaping import one_line, storable

LONGEST_TEXT = 100_000
LONGEST_TAG = 1_000
NOT_THERE = ("RESOURCE_DOES_NOT_EXIST", "INVALID_PARAMETER_VALUE")
"""What the registry answers for a prompt, and for an alias, that it does not have."""


class Conversation(NamedTuple):
    """What the exchanges of one report share; `ended_at` is in seconds since 1970."""

    experiment: str
    session: str
    model: str
    ended_at: float


def send_exchange(
    client: MlflowClient, tracing: TracingClient, conversation: Conversation, exchange: Exchange
) -> None:
    """Send a trace with one span, and link it to the version of its prompt."""
    number = uuid.uuid4()
    trace = f"tr-{number.hex}"
    tracing.log_spans(conversation.experiment, [_span(number, trace, conversation, exchange)])
    tracing.start_trace(_info(trace, conversation, exchange))
    # The client's own way asks whatever tracking server the process has by default.
    tracing.store.link_prompts_to_trace(trace, [_prompt(client, exchange)])


def _prompt(client: MlflowClient, exchange: Exchange) -> PromptVersion:
    """Return the version of this very text; a new one only where the text is new."""
    name, alias = exchange.question.asset, f"sha256-{exchange.prompt[:32]}"
    try:
        return client.get_prompt_version_by_alias(name, alias)
    except MlflowException as error:
        if error.error_code not in NOT_THERE:
            raise
    text = "\n\n".join(m.text for m in exchange.question.messages if m.role == "system")
    known = client.register_prompt(name, text, tags={"mlops.prompt": exchange.prompt})
    client.set_prompt_alias(name, alias, known.version)
    return known


def _span(number: uuid.UUID, trace: str, conversation: Conversation, exchange: Exchange) -> Span:
    usage, is_reply = exchange.reply.usage, isinstance(exchange.reply, Reply)
    ended = int(conversation.ended_at * 1e9)
    values = {
        SpanAttributeKey.REQUEST_ID: trace,
        SpanAttributeKey.SPAN_TYPE: "CHAT_MODEL",
        SpanAttributeKey.INPUTS: _asked(exchange),
        SpanAttributeKey.OUTPUTS: _answered(exchange),
        SpanAttributeKey.MODEL: one_line(conversation.model, LONGEST_TAG),
        SpanAttributeKey.CHAT_USAGE: _tokens(usage),
        "prompt_sha256": exchange.prompt,
        "verdict": one_line(exchange.verdict, LONGEST_TAG),
        "requests": usage.requests,
        "latency_seconds": usage.seconds,
    }
    if usage.cost is not None:
        values |= {"cost_in_dollars": usage.cost, SpanAttributeKey.LLM_COST: _cost(usage.cost)}
    return Span.from_dict(
        {
            "name": exchange.question.asset,
            "trace_id": b64encode(number.bytes).decode(),
            "span_id": b64encode(number.bytes[:8]).decode(),
            "parent_span_id": "",
            "start_time_unix_nano": ended - int(usage.seconds * 1e9),
            "end_time_unix_nano": ended,
            "attributes": {name: json.dumps(value) for name, value in values.items()},
            "status": {"code": "STATUS_CODE_OK" if is_reply else "STATUS_CODE_ERROR"},
            "events": [],
        }
    )


def _info(trace: str, conversation: Conversation, exchange: Exchange) -> TraceInfo:
    usage, is_reply = exchange.reply.usage, isinstance(exchange.reply, Reply)
    metadata = {
        TraceMetadataKey.TRACE_SESSION: conversation.session,
        TraceMetadataKey.TOKEN_USAGE: json.dumps(_tokens(usage)),
    }
    if usage.cost is not None:
        metadata[TraceMetadataKey.COST] = json.dumps(_cost(usage.cost))
    tags = {
        TraceTagKey.TRACE_NAME: exchange.question.asset,
        "mlops.kind": "interpretation",
        "mlops.model": one_line(conversation.model, LONGEST_TAG),
        "mlops.prompt": exchange.prompt,
        "mlops.evidence": exchange.evidence,
        "mlops.verdict": one_line(exchange.verdict, LONGEST_TAG),
    }
    return TraceInfo(
        trace_id=trace,
        trace_location=TraceLocation.from_experiment_id(conversation.experiment),
        request_time=int((conversation.ended_at - usage.seconds) * 1000),
        state=TraceState.OK if is_reply else TraceState.ERROR,
        request_preview=exchange.question.asset,
        response_preview=one_line(exchange.verdict, LONGEST_TAG),
        execution_duration=int(usage.seconds * 1000),
        trace_metadata=metadata,
        tags=tags,
    )


def _asked(exchange: Exchange) -> dict[str, object]:
    messages = exchange.question.messages
    return {"messages": [{"role": m.role, "content": _inert(m.text)} for m in messages]}


def _answered(exchange: Exchange) -> dict[str, object]:
    reply = exchange.reply
    if isinstance(reply, Reply):
        message = {"role": "assistant", "content": _inert(reply.text)}
        return {"choices": [{"message": message}]}
    return {"silence": reply.silence.value, "because": _inert(reply.because)}


def _inert(text: str) -> str:
    """Return foreign text as a block of code: MLflow's pages read messages as Markdown."""
    shown = storable(text[:LONGEST_TEXT])
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", shown)), default=0))
    return f"{fence}\n{shown}\n{fence}"


def _tokens(usage: Usage) -> dict[str, int]:
    return {
        TokenUsageKey.INPUT_TOKENS: usage.prompt_tokens,
        TokenUsageKey.OUTPUT_TOKENS: usage.completion_tokens,
        TokenUsageKey.TOTAL_TOKENS: usage.prompt_tokens + usage.completion_tokens,
    }


def _cost(dollars: float) -> dict[str, float]:
    return {CostKey.TOTAL_COST: dollars}
