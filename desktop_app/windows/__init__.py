"""What a window of the app is, whoever shows it."""
