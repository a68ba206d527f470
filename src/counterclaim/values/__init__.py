"""Frozen values: what the stages pass on, the ledger keeps and the doors show. Imports nothing else of ours."""
