"""Stops leaked credentials and dangerous infrastructure code before they leave a machine."""

__version__ = "0.1.0"
__url__ = "https://github.com/seawall/seawall"
