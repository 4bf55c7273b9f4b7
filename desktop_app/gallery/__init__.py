"""The example apps that the first start shows."""
