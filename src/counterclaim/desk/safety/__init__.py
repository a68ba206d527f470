"""What keeps the desk to those who may use it: hosts and origins, headers, sessions, roles, limits, addresses it may fetch from."""
