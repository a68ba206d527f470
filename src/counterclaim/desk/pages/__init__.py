"""The desk's pages, one module each: a router whose functions ask a service and fill a template."""
