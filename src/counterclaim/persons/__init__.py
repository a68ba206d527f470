"""Who in a document must not be exposed: contact details, children, prisoners, private persons who are named."""
