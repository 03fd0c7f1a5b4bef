"""A file of a reviewer, with all that it may have."""

from typing import Final

A_REVIEW: Final = """\
reviewer: Ann Lee
node: charge
verdict:
  decision: accept
  at: 2026-01-31T12:00:00Z
  says: n1:7a27be8e97e33032fe003aa4375ed429
  rests_on: a1:affaff3f5a68a1af60ac606282b3fb60
  note: Read it.
  text: The city should charge.
  argument: [{stance: supports, by: [cuts], says: [n1:59e5bb9f21b5df9a3c9b3b3a9e9b3a55]}]
flags: [{flag: unclear, at: 2026-01-31T12:00:00Z, comment: Which traffic?}]
resolved: [{flag: unclear, of: Bo, at: 2026-02-01T12:00:00Z, comment: Cars.}]
"""
