"""The same as `starts`, as an app of which several run at a time."""

import tests.native.apps.starts as starts

demo = starts.demo
demo.app_id = "starts-several"
LAUNCH = {"single_instance": False}
