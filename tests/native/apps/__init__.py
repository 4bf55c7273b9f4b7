"""Small apps that the native tests launch."""
