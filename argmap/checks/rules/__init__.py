"""The rules, a module for each thing that they look at; `argmap.checks.table` lists them all."""
