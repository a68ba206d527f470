"""The desk: the web application over the ledger, for those who verify. One of the three doors: it parses, calls services, shows."""
