"""What is run in the Pythons of other tools, where they have no command for a job."""

from typing import Final

ARGMAP_LOAD: Final = "import sys, argmap; print(len(argmap.load(sys.argv[1])[0].nodes))"
ARGUEBUF_LOAD: Final = "import sys, arguebuf; print(len(arguebuf.load.file(sys.argv[1]).nodes))"
ARGUEBUF_IMPORT: Final = "import arguebuf; print(arguebuf)"
ARGUEBUF_DRAW: Final = """
import sys, arguebuf
graph = arguebuf.load.file(sys.argv[1])
drawn = arguebuf.dump.graphviz(graph, max_nodes=10**9)
arguebuf.render.graphviz(drawn, sys.argv[2])
"""
ARGUEBUF_CONVERT: Final = """
import sys, arguebuf
arguebuf.dump.file(arguebuf.load.file(sys.argv[1]), sys.argv[2])
"""
ARGLIB_LOAD: Final = """
import sys
from arglib.io import load
print(len(load(sys.argv[1], validate=True).units))
"""
ARGLIB_WEIGH: Final = """
import sys
from arglib.io import load
from arglib.reasoning import compute_credibility
print(len(compute_credibility(load(sys.argv[1])).final_scores))
"""
IDEAGRAPH: Final = "from ideagraph.cli.main import app; app()"
"""Its `python -m` does nothing."""
IDEAGRAPH_LOAD: Final = """
import sys
from ideagraph.kg.persistence import load_graph
print(load_graph(sys.argv[1]))
"""
CLINGO: Final = """
import sys, clingo
program, path, *asked = sys.argv[1:]
query = [open(one).read() for one in asked]
control = clingo.Control(
    ["--heuristic=Domain", "--enum-mode=domRec"] if "#heuristic" in program else []
)
control.configuration.solve.models = 0 if query else 1
control.load(path)
control.add("base", [], program)
control.ground([("base", [])])
with control.solve(yield_=True) as found:
    for model in found:
        accepted = {str(one.arguments[0]) for one in model.symbols(atoms=True) if one.name == "in"}
        if query and query[0] not in accepted:
            print("NO")
            break
    else:
        print("YES" if query else len(accepted))
"""
GROUNDED: Final = """
in(X) :- arg(X), out(Y) : att(Y,X).
out(X) :- in(Y), att(Y,X).
"""
PREFERRED: Final = """
{ in(X) } :- arg(X).
out(X) :- in(Y), att(Y,X).
:- in(X), in(Y), att(X,Y).
:- in(X), att(Y,X), not out(Y).
#heuristic in(X) : arg(X). [1,true]
"""
PYGARG: Final = """
import sys
sys.argv[0] = "pygarg"
import runpy
runpy.run_module("pygarg", run_name="__main__")
"""
_ASK: Final = """
import runpy, sys
framework, query = sys.argv[1:]
sys.argv = ["{name}", *"{words}".split(), "-f", framework, "-a", open(query).read()]
runpy.run_module("{name}", run_name="__main__")
"""
ARGMAP_ASK: Final = _ASK.format(name="argmap", words="assess -p DS-PR")
PYGARG_ASK: Final = _ASK.format(name="pygarg", words="-p DS-PR -fo dimacs")
_PYARG: Final = """
import sys
from py_arg.abstract_argumentation_classes.abstract_argumentation_framework import (
    AbstractArgumentationFramework as AF)
from py_arg.abstract_argumentation_classes.argument import Argument
from py_arg.abstract_argumentation_classes.defeat import Defeat
from py_arg.algorithms.semantics.get_{name} import get_{name}
"""
PYARG_IMPORT: Final = _PYARG.format(name="grounded_extension") + "print(AF)"
_PYARG_RUN: Final = """
lines = open(sys.argv[1]).read().split("\\n")
arguments = [Argument(str(one + 1)) for one in range(int(lines[0].split()[2]))]
pairs = (line.split() for line in lines[1:] if line)
attacks = [Defeat(arguments[int(a) - 1], arguments[int(b) - 1]) for a, b in pairs]
print(len(get_{name}(AF("x", arguments, attacks))))
"""
PYARG_GROUNDED: Final = (_PYARG + _PYARG_RUN).format(name="grounded_extension")
PYARG_PREFERRED: Final = (_PYARG + _PYARG_RUN).format(name="preferred_extensions")
