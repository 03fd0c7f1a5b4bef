"""Input that is made to do harm: to take all time or memory, to get out, to look like another."""
