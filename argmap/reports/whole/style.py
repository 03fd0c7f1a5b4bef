"""The style sheet of the page that reports on a map, on screens and on paper.

Colour is never alone: each badge has its word.
"""

from typing import Final

BADGES: Final = frozenset(
    (
        *("unsupported", "refuted", "contested", "supported", "assumed", "withdrawn"),
        *("error", "warning", "info", "waived"),
        *("new", "accepted", "rejected", "stale", "suspect", "flagged"),
    )
)
"""The words of badges that have a colour."""

STYLE: Final = """\
:root { color-scheme: light dark;
  --page: #ffffff; --ink: #1f2328; --muted: #59636e; --line: #d0d7de; --link: #0060a0;
  --card: #f6f8fa; --grey: #e8eaed; --red: #fde6e6; --red-ink: #9c1a1a; --amber: #fff0d9;
  --amber-ink: #854300; --violet: #ece6fa; --violet-ink: #5634a0; --green: #e0f3ea;
  --green-ink: #005a3f; --blue: #e3edf6; --blue-ink: #2f4f6a; --yellow: #fdf3c0;
  --yellow-ink: #665300; --target: #fff3bf; }
@media screen and (prefers-color-scheme: dark) { :root {
  --page: #14171c; --ink: #e8ebef; --muted: #a3adb8; --line: #3a424d; --link: #6cbcf0;
  --card: #1e2228; --grey: #343a42; --red: #4c2223; --red-ink: #ffb3ae; --amber: #46310f;
  --amber-ink: #ffc47e; --violet: #352a54; --violet-ink: #cdbbff; --green: #12352a;
  --green-ink: #6fe0b8; --blue: #24374a; --blue-ink: #accdea; --yellow: #423910;
  --yellow-ink: #f2de7d; --target: #4a4212; } }
body { margin: 0 auto; padding: 1.5rem; max-width: 60rem; background: var(--page);
  color: var(--ink); font: 16px/1.55 Arial, Helvetica, "Liberation Sans", "Noto Sans",
  "Hiragino Sans", "Yu Gothic", Meiryo, sans-serif; overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.25; }
h1 { font-size: 1.7rem; } h2 { font-size: 1.3rem; margin: 2.5rem 0 .8rem; }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .3rem; }
a { color: var(--link); }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .4rem 1.4rem; }
nav a { display: inline-block; padding: .2rem 0; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 8px;
  padding: .7rem 1rem; margin: 0 0 .8rem; }
.card p { margin: 0 0 .3rem; } .card ul { margin: .3rem 0 0; padding-left: 1.2rem; }
.card:target { background: var(--target); outline: 3px solid var(--link); }
.card .words { font-size: 1.05rem; }
.id { font-weight: bold; margin-right: .3rem; }
.note, .place { color: var(--muted); font-size: .9rem; margin-right: .3rem; }
.badge { display: inline-block; border-radius: 1em; padding: 0 .6em; font-size: .85rem;
  font-weight: bold; line-height: 1.5; background: var(--grey); color: var(--ink); }
.unsupported, .warning { background: var(--amber); color: var(--amber-ink); }
.refuted, .error, .rejected { background: var(--red); color: var(--red-ink); }
.contested { background: var(--violet); color: var(--violet-ink); }
.supported, .accepted { background: var(--green); color: var(--green-ink); }
.stale, .suspect, .info { background: var(--blue); color: var(--blue-ink); }
.flagged { background: var(--yellow); color: var(--yellow-ink); }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
caption { text-align: left; color: var(--muted); padding: .3rem 0; }
th, td { overflow-wrap: break-word; text-align: left; vertical-align: top;
  border-bottom: 1px solid var(--line); padding: .35rem .6rem .35rem 0; }
th[scope=row] { overflow-wrap: anywhere; min-width: 5rem; }
meter { width: 12rem; max-width: 100%; }
.picture { overflow: auto; max-height: 90vh; border: 1px solid var(--line); border-radius: 8px; }
.picture:focus-visible { outline: 3px solid var(--link); }
.picture svg { display: block; width: 100%; height: auto; }
.size { display: block; margin: 0 0 .5rem; } .size input { width: 1.2rem; height: 1.2rem; }
.size:has(:checked) + .picture svg { width: auto; max-width: none; }
@media (max-width: 30rem) { body { padding: 1rem; } table { font-size: .8rem; }
  .card { padding: .6rem .7rem; } }
@media print { @page { margin: 15mm; } body { max-width: none; padding: 0; font-size: 10.5pt; }
  nav, .size { display: none; } .card { break-inside: avoid; } h2, h3 { break-after: avoid; }
  .badge, meter { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .picture { max-height: none; overflow: visible; border: 0; }
  .picture svg { width: 100%; height: auto; max-height: 250mm; } a { color: inherit; } }
"""
