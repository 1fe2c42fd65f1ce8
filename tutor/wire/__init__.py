"""How values travel between judge and learner process: frames of a closed, typed format.

Nothing here unpickles, evaluates or calls anything that came over the wire.
"""
