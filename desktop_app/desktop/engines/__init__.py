"""One adapter for each native webview; the only place that touches pywebview's private parts."""
