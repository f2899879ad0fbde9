"""Screens: layout and routing. What they show is made elsewhere; the desk keeps what is decided."""
