"""The durable store: what it promises whatever happens to the process, the disk and the file."""
