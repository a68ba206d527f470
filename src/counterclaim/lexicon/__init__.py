"""Words are data: one TOML file per language and kind, decoded into typed entries, and matched here."""
