"""What was read, kept: append-only tables, judgements beside what was observed."""
