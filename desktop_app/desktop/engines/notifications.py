"""Where the freedesktop.org specification of notifications has them on the D-Bus."""

NOTIFICATIONS = "org.freedesktop.Notifications"
NOTIFICATIONS_PATH = "/org/freedesktop/Notifications"
