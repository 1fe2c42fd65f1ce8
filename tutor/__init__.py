"""dltutor: learn deep learning by building it, in the terminal."""

__version__ = "0.1.0"
