"""The style sheet of the page that shows how much of a text a map accounts for.

Colour is never alone: each kind of sentence has a line of its own below it, and the marks behind
it say the same with a sign.
"""

from typing import Final

STYLE: Final = """\
:root { color-scheme: light dark;
  --page: #ffffff; --ink: #1f2328; --muted: #59636e; --line: #d0d7de; --link: #0060a0;
  --claim: #eef1f5; --claim-line: #6b7280; --support: #e0f3ea; --support-line: #00724f;
  --contrast: #fdeadb; --contrast-line: #b34700; --missing: #fde6e6; --missing-line: #9c1a1a;
  --target: #fff3bf; }
@media (prefers-color-scheme: dark) { :root {
  --page: #14171c; --ink: #e8ebef; --muted: #a3adb8; --line: #3a424d; --link: #6cbcf0;
  --claim: #262b33; --claim-line: #9aa1ab; --support: #12352a; --support-line: #3ecfa0;
  --contrast: #43290f; --contrast-line: #ff9a57; --missing: #4c2223; --missing-line: #ffb3ae;
  --target: #4a4212; } }
body { margin: 0 auto; padding: 1.5rem; max-width: 76rem; background: var(--page);
  color: var(--ink); font: 16px/1.6 Arial, Helvetica, "Liberation Sans", "Noto Sans",
  "Hiragino Sans", "Yu Gothic", Meiryo, sans-serif; overflow-wrap: break-word; }
h1, h2, h3 { line-height: 1.25; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.3rem; margin: 2.5rem 0 0; } h3 { font-size: 1rem; }
a { color: var(--link); }
.by, .note { color: var(--muted); margin: .2rem 0; font-size: .9rem; }
.columns { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 22rem); gap: 2.5rem; }
@media (max-width: 56rem) { .columns { grid-template-columns: minmax(0, 1fr); } }
meter { width: 100%; max-width: 24rem; height: 1rem; }
.text p { position: relative; margin: 0 0 1rem 2rem; }
.text p > .number { position: absolute; left: -2rem; color: var(--muted); font-size: .8rem; }
.text h3 { margin: 1.5rem 0 .5rem 2rem; }
.s { border-bottom: 2px solid transparent; border-radius: 2px; padding: 0 1px;
  -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.claim { background: var(--claim); border-bottom-color: var(--claim-line); }
.evidence { background: var(--claim); border-bottom: 2px dotted var(--claim-line); }
.support { background: var(--support); border-bottom-color: var(--support-line); }
.contrast { background: var(--contrast); border-bottom: 2px dashed var(--contrast-line); }
.aside { color: var(--muted); border-bottom: 2px dotted var(--muted); font-style: italic; }
.missing { background: var(--missing); border-bottom: 3px double var(--missing-line); }
.s:target, li:target { background: var(--target); outline: 3px solid var(--link); }
sup { line-height: 0; font-size: .7rem; font-style: normal; }
sup a { padding: .35rem .15rem; text-decoration: none; }
sup a:hover, sup a:focus { text-decoration: underline; }
.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .4rem 1.4rem; }
.map { font-size: .9rem; line-height: 1.45; }
.map ul { padding-left: 0; list-style: none; } .map li { margin: 0 0 .9rem; padding: .1rem .3rem; }
.map .id { font-weight: bold; } .map .words { display: block; }
@media print { body { max-width: none; padding: 0; font-size: 11pt; }
  .columns { display: block; } .s, meter { print-color-adjust: exact; } }
"""
