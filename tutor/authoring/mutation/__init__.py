"""Mutants: copies of a right program, each with one small mistake in it.

    for mutant in mutants(source):
        print(mutant.line, mutant.operator, mutant.before, "->", mutant.after)

Source text goes in and mutants come out; nothing is run. A harness that accepts a mutant
checks too little, or the mutant computes the same in another way. The mistakes are listed
in `tutor.authoring.mutation.table`.
"""

from tutor.authoring.mutation.engine import mutants
from tutor.authoring.mutation.mutant import Mutant

__all__ = ["Mutant", "mutants"]
