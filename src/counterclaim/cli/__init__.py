"""The command line: parse, call service, show."""
