"""The API: the contract's shapes, described by its own OpenAPI document, and fuzzed from it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from counterclaim.desk.app import make_app
from counterclaim.desk.settings import Settings
from counterclaim.export.schema import comparison_schema, sheet_schema
from counterclaim.kit import Kit
from counterclaim.ledger.session import Ledger, open_ledger
from counterclaim.ledger.verify import verify
from tests.desk.conftest import DOSSIER, TOKEN
from tests.service.reviewed import keep
from tests.show.compared import compared

EXAMPLES = 50
"""Requests made up for each operation: the whole stays under half a minute."""

HELD_TO = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
)

HERE = {"dossier": DOSSIER, "document": "one"}


def test_what_is_given_out_has_the_contracts_shape(client: TestClient) -> None:
    sheet = client.get("/api/sheet", params=HERE)
    jsonschema.validate(sheet.json(), sheet_schema())
    assert "text" not in sheet.json()["document"]
    assert "Lodva shelled" in client.get("/api/sheet", params={**HERE, "with_text": "true"}).json()["document"]["text"]
    jsonschema.validate(client.get("/api/comparison", params=HERE).json(), comparison_schema())
    assert [row["name"] for row in client.get("/api/documents", params=HERE).json()] == ["one", "two", "three"]
    assert client.get("/api/dossiers").json() == [{"name": DOSSIER, "documents": 3}]


def test_a_program_judges_and_takes_back(client: TestClient) -> None:
    target = client.get("/api/targets", params=HERE).json()["a1"]
    kept = client.post("/api/judgements", params=HERE, json={"target": target, "verdict": "accept", "why": "heard it"})
    assert (kept.status_code, kept.json()["by"]) == (201, "ana")
    assert client.get("/api/standings", params=HERE).json()["a1"]["agreed"]["id"] == kept.json()["id"]
    undone = client.post(f"/api/judgements/{kept.json()['id']}/undo")
    assert (undone.status_code, undone.json()["undoes"]) == (201, kept.json()["id"])
    assert client.get("/api/standings", params=HERE).json() == {}
    assert [one["verdict"] for one in client.get("/api/judgements", params=HERE).json()] == ["accept", "undo"]


@pytest.mark.parametrize(
    "sent", [b"", b"{", b"[]", b"null", b'{"verdict": "accept"}', b'{"target": {"kind": "x"}, "verdict": "accept"}', b"\xff"]
)
def test_what_cannot_be_read_is_refused_in_a_sentence(client: TestClient, sent: bytes) -> None:
    answer = client.post("/api/judgements", params=HERE, content=sent)
    assert answer.status_code == 422
    assert answer.json()["detail"]


def test_what_is_not_there(client: TestClient) -> None:
    assert client.get("/api/documents", params={"dossier": "none"}).status_code == 404
    assert client.get("/api/sheet", params={"dossier": DOSSIER, "document": "none"}).status_code == 404
    assert client.get("/api/nope").json()["detail"]


@pytest.fixture(scope="module")
def fuzzed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[schemathesis.BaseSchema, str, Ledger]]:
    """The API's own description of a desk that nobody else writes to, and a token for it."""
    comparison, outlines = compared()
    ledger = open_ledger(str(Path(tmp_path_factory.mktemp("fuzzed")) / "ledger.db"))
    for laid in outlines:
        keep(ledger, laid.sheet, dossier=DOSSIER)
    run = Settings(host="127.0.0.1", port=80, origins=("http://localhost",), user="ana", link_token=TOKEN)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("counterclaim.service.kept.compare", lambda *_: comparison)
        patched.setattr("counterclaim.desk.api.routes.read_text", lambda text, kit: outlines[0].sheet)
        app = make_app(run, ledger, key=b"k" * 32, kit=Kit())
        token = app.state.door.local.enter(TOKEN)
        schema = schemathesis.openapi.from_asgi(
            "/api/openapi.json", app, headers={"Host": "localhost", "Authorization": f"Bearer {token}"}
        )
        yield schema, token, ledger
    ledger.close()


def test_no_request_breaks_it_and_every_answer_is_as_described(
    fuzzed: tuple[schemathesis.BaseSchema, str, Ledger],
) -> None:
    schema, token, ledger = fuzzed
    headers = {"Host": "localhost", "Authorization": f"Bearer {token}"}
    operations = [found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)]
    assert len(operations) >= 13
    for operation in operations:

        @given(st.data(), st.just(operation))
        @settings(
            max_examples=EXAMPLES,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        def one(data: st.DataObject, operation: schemathesis.APIOperation[Any, Any, Any, Any]) -> None:
            case = data.draw(operation.as_strategy())
            for name, value in HERE.items():  # made-up names lead nowhere: give every second request one that is there
                if case.query and name in case.query and data.draw(st.booleans()):
                    case.query[name] = value
            response = case.call(headers=headers)
            assert response.status_code < 500, case.as_curl_command()
            case.validate_response(response, checks=[*HELD_TO])

        one()
    assert verify(ledger) == ()


def test_the_description_is_for_those_who_are_in(client: TestClient) -> None:
    described = client.get("/api/openapi.json").json()
    assert described["openapi"].startswith("3.")
    assert set(described["components"]["schemas"]) >= {"Sheet", "Comparison", "Judgement", "Standing", "LogRow"}
    for path in described["paths"].values():
        for operation in path.values():
            assert operation["description"]
            assert {"401", "403"} <= set(operation["responses"])
    references = {part.split('"')[0] for part in json.dumps(described).split('"#/components/schemas/')[1:]}
    assert references <= set(described["components"]["schemas"])
    client.cookies.clear()
    assert client.get("/api/openapi.json").status_code == 401
