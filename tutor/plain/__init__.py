"""The whole loop as lines of text, for screen readers, braille lines and dumb terminals.

No cursor moves, no drawn boxes, no colour: one line after the other, formulas in words. What
is typed is a letter, a number or a word, and Enter.
"""
