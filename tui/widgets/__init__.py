"""Widgets: each draws one thing and posts what a person did with it. They hold no rule."""
