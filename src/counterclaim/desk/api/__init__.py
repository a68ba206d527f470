"""The desk's JSON API under ``/api``: the contract's shapes, described by its own OpenAPI document."""
