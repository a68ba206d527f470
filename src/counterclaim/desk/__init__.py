"""The desk: the web application over the ledger, for those who verify. It parses, calls services, shows."""
