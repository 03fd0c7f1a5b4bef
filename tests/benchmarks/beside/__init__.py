"""argmap beside other tools on the same maps: CPU time, memory and growth of whole processes."""
