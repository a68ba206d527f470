"""What the program knows of a language, behind one declared set of abilities."""
