"""The web page. Gradio is told to stay quiet here, before any module of this package imports it."""

import os

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
os.environ["HF_HUB_OFFLINE"] = "1"
