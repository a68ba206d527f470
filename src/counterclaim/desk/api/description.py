"""The API described: an OpenAPI document whose schemas are made from the very values that are printed and taken."""

from http import HTTPStatus
from typing import Any

import msgspec
from fastapi import APIRouter, FastAPI
from fastapi.openapi.utils import get_openapi

from counterclaim.export.schema import as_printed

REFERENCE = "#/components/schemas/{name}"

FAILURE: dict[str, Any] = {
    "type": "object",
    "properties": {"detail": {"type": "string", "description": "Why, in a sentence."}},
    "required": ["detail"],
}

DENIED = (401, 403)
"""What every route may answer: nobody is in, or not with the role it takes."""


def answers(value: Any, *failures: int, status: int = 200) -> dict[int | str, dict[str, Any]]:
    """What a route answers: ``value`` as JSON, or a sentence with one of the statuses ``failures``."""
    found: dict[int | str, dict[str, Any]] = {c: _json(FAILURE, HTTPStatus(c).phrase) for c in (*DENIED, *failures)}
    (schema,), _ = msgspec.json.schema_components([value], ref_template=REFERENCE)
    return found | {status: _json(schema, "What was asked for.")}


def takes(value: Any) -> dict[str, Any]:
    """What a route takes: ``value`` as JSON."""
    (schema,), _ = msgspec.json.schema_components([value], ref_template=REFERENCE)
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


def _json(schema: dict[str, Any], said: str) -> dict[str, Any]:
    return {"description": said, "content": {"application/json": {"schema": schema}}}


def described(app: FastAPI, router: APIRouter, printed: tuple[Any, ...], taken: tuple[Any, ...]) -> dict[str, Any]:
    """The OpenAPI document.

    Args:
        app: The desk, for its title.
        router: The API's routes.
        printed: The values that are given out: described as they are printed.
        taken: The values that are sent in: described as they are accepted.
    """
    document = get_openapi(
        title=app.title,
        version=app.version,
        summary=app.summary,
        description="The same shapes as the command line prints. Every `start` and `end` counts Unicode code points.",
        routes=router.routes,
    )
    _, given = msgspec.json.schema_components(printed, ref_template=REFERENCE)
    _, accepted = msgspec.json.schema_components(taken, ref_template=REFERENCE)
    for component in given.values():
        as_printed(component)
    document.setdefault("components", {})["schemas"] = dict(sorted((given | accepted).items()))
    document["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
    document["security"] = [{"token": []}]
    return document
