"""The read-only API, version 1: the lists of the site as JSON, over the same filters and the same columns."""
