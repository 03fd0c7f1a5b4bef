"""Wrapped lines are no wider in a browser than they say."""

# ruff: noqa: RUF001 - characters that look like others are meant

import json
from pathlib import Path

import pytest

from argmap.render.linebreak import Line, wrap
from tests.render.in_browser import CHROMIUM, FONTS, answer

TEXTS = (
    "The committee found no evidence of a fall in 2019, although three of its sources claim 12%.",
    "“Why?” (See the annual report: emissions rose across the region; nobody had measured them.)",
    "WAVE: To AVOID illicit films, Will fills mommy's maximum warmth [sic] @ https://example.org/?",
    "Die Bundesregierung hat im Frühjahr beschlossen, größere Förderungen für Öfen zu kürzen.",
    "Chính phủ tuyên bố rằng chương trình mới đã giảm lượng khí thải mười hai phần trăm.",
    "Rząd twierdzi, że nowy program zmniejszył emisję; źródła są wątpliwe. Příliš žluťoučký kůň.",
    "Η κυβέρνηση ισχυρίζεται ότι το πρόγραμμα μείωσε τις εκπομπές, αλλά οι μελέτες διαφωνούν.",
    "Правительство утверждает, что новая программа сократила выбросы на двенадцать процентов.",
    "Щедрі їжаки юшкою з'їли фунт ґрунту; однако щебёночный шум жжёт широкую эпоху.",
    "政府声称新计划减少了百分之十二的排放量，但独立研究（见年度报告）并未证实这一点。",
    "政府は「新しいプログラムが排出量を12％削減した」と主張しているが、データはない。",
    "정부는 새 프로그램이 배출량을 12퍼센트 줄였다고 주장하지만 연구는 확인하지 못했다.",
    "If x ≤ y → z, then ¬(a ∧ b) ∨ c … ± 3 × 10⁻⁵ €, £ or ¥; § 7 ✓ ½ ™ © № ① ★ ■",
)
# Browsers count in 64ths of a pixel, rounded up; bold is a factor, good for lines, not for letters.
SLACK = {False: 1 / 64, True: 1 / 4}
LIMITS = (90, 180, 273)
MEASURE = """<!doctype html><meta charset="utf-8"><body><svg id="paper"></svg><script>
const paper = document.getElementById("paper");
const widths = CASES.map(([font, weight, text]) => {
  const drawn = document.createElementNS("http://www.w3.org/2000/svg", "text");
  drawn.setAttribute("font-family", font);
  drawn.setAttribute("font-weight", weight);
  drawn.setAttribute("font-size", "13");
  drawn.textContent = text;
  return paper.appendChild(drawn);
}).map(drawn => drawn.getComputedTextLength());
document.body.textContent = JSON.stringify(widths);
</script>"""

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs chromium to measure with")


@pytest.mark.parametrize("bold", [False, True], ids=["regular", "bold"])
def test_no_line_is_wider_in_a_browser_than_it_says(*, bold: bool, tmp_path: Path) -> None:
    lines = [
        line for text in TEXTS for limit in LIMITS for line in wrap(text, limit, 13, bold=bold)
    ]
    weight = "bold" if bold else "normal"
    cases = [(font, weight, line.text) for font in FONTS for line in lines]
    drawn = widths_in_browser(cases, tmp_path)
    too_wide = [
        (font, line, seen)
        for (font, _, _), line, seen in zip(cases, lines * len(FONTS), drawn, strict=True)
        if seen > line.width + SLACK[bold]
    ]
    assert too_wide == []


def test_lines_are_not_taken_for_much_wider_than_they_are(tmp_path: Path) -> None:
    lines: list[Line] = [line for text in TEXTS for line in wrap(text, 273, 13)]
    drawn = widths_in_browser([(FONTS[3], "normal", line.text) for line in lines], tmp_path)
    assert sum(drawn) > 0.9 * sum(line.width for line in lines)


def widths_in_browser(cases: list[tuple[str, str, str]], folder: Path) -> list[float]:
    """Return what a browser says of each font family, weight, and text."""
    widths = answer(MEASURE.replace("CASES", json.dumps(cases)), folder)
    assert isinstance(widths, list)
    return widths
