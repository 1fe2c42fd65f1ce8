"""Pure drawing: data in, a picture of styled text rows out. Knows no terminal and no Textual."""
