"""What keeps the desk to those who may use it: hosts, origins, headers, sessions, roles, limits, and where it may fetch."""
