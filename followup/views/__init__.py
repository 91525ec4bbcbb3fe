"""The public pages, a file a noun. They read; nothing here writes."""
