"""Documents: what is handed over."""
