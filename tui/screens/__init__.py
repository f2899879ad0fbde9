"""Screens: layout and routing. What they show is made elsewhere; what is decided, the desk keeps."""
