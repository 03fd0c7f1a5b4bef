"""The commands, each in the module of its name; what several need is beside this folder."""
