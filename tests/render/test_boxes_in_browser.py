"""No text leaves its box in a browser: ten scripts, emoji, both directions, endless words."""

# ruff: noqa: RUF001 - characters that look like others are meant

import re
from pathlib import Path

import pytest

from argmap.model import ArgumentMap, Claim, Evidence, Passage, Relation, Source, Stance
from argmap.render import render
from tests.render.in_browser import CHROMIUM, FONTS, answer

TEXTS = {
    "latin": "Die Bundesregierung hat im Frühjahr beschlossen, größere Förderungen für die Öfen zu "
    "kürzen; “Why?” ask WAVE, AVOID and https://example.org/a/very/long/path?with=a&query=too",
    "greek": "Η κυβέρνηση ισχυρίζεται ότι το πρόγραμμα μείωσε "
    "τις εκπομπές, αλλά οι μελέτες διαφωνούν.",
    "cyrillic": "Щебёночный шум: правительство утверждает, что новая программа сократила выбросы.",
    "chinese": "政府声称新计划减少了百分之十二的排放量，但独立研究（见年度报告）并未证实这一点。",
    "japanese": "政府は「新しいプログラムが排出量を12％削減した」と主張しているが、"
    "コンピューターのデータはない。",
    "korean": "정부는 새 프로그램이 배출량을 12퍼센트 줄였다고 "
    "주장하지만 연구는 이를 확인하지 못했다.",
    "arabic": "تزعم الحكومة أن البرنامج الجديد خفض الانبعاثات بنسبة "
    "اثني عشر في المئة، لكن الدراسات لا تؤكد ذلك.",
    "hebrew": "הממשלה טוענת שהתוכנית החדשה הפחיתה את הפליטות "
    "בשנים עשר אחוזים, אך המחקרים אינם מאשרים זאת.",
    "hindi": "सरकार का दावा है कि नए कार्यक्रम ने उत्सर्जन में बारह "
    "प्रतिशत की कमी की, पर अध्ययन इसकी पुष्टि नहीं करते।",
    "thai": "รัฐบาลอ้างว่าโครงการใหม่ลดการปล่อยก๊าซลงร้อยละสิบสองแต่งานวิจัยอิสระยังไม่ได้ยืนยันเรื่องนี้",
    "emoji": "👨‍👩‍👧‍👦🇩🇪🇫🇷👍🏽❤️1️⃣😀✅ 👩‍🔬🏴󠁧󠁢󠁳󠁣󠁴󠁿🇯🇵 are what "
    "people say 😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀",
    "bidi": "The word שלום means “peace” (سلام, 12%) and the "
    "ministry says: ההוצאות עלו ב־12% in 2019!",
    "idib": "המילה peace פירושה “שלום” (12%), and the ministry "
    "of finance says: see https://example.org/x",
    "long-latin": "W" * 90 + "m" * 90,
    "long-greek": "ΩΨ" * 60,
    "long-thai": "กำ" * 70,
    "long-arabic": "سلام" * 40,
    "long-hindi": "क्षत्रिय" * 20,
    "long-hebrew": "שלום" * 40,
    "long-korean": "값" * 70,
}
LEAVING = """<!doctype html><meta charset="utf-8"><body>PICTURES<script>
const leaving = [];
for (const picture of document.querySelectorAll("svg")) {
  for (const text of picture.querySelectorAll("text")) {
    const shape = text.closest("g:has(> title)")?.querySelector(":scope > rect, :scope > path");
    const seen = text.getBBox();
    const box = shape ? shape.getBBox() : picture.viewBox.baseVal;
    const out = [
      box.x - seen.x,
      seen.x + seen.width - box.x - box.width,
      box.y - seen.y,
      seen.y + seen.height - box.y - box.height,
    ].map(far => Math.round(far * 10) / 10);
    if (seen.width === 0 || out.some(far => far > 0)) leaving.push([text.textContent, out]);
  }
}
document.body.textContent = JSON.stringify(leaving);
</script>"""

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs chromium to measure with")


def drawn(text: str) -> str:
    """Return a picture in which a text stands wherever texts may stand."""
    before = ArgumentMap(
        text,
        nodes=[
            Claim("main", text, main=True),
            Claim("reworded", f"{text} {text}"),
            Evidence("gone", text, passages=[Passage("source")]),
        ],
        relations=[Relation(Stance.SUPPORTS, "reworded", "main")],
        sources=[Source("source", text)],
    )
    after = ArgumentMap(
        text,
        nodes=[
            Claim("main", text, main=True),
            Claim("bare", text, section=text),
            Claim("reworded", text, section=text),
            Claim("other", text, section="other"),
            Claim("further", text, section="other", type=text),
            Claim("assumed", text, assumed=text),
            Evidence("quoted", text, passages=[Passage("source", section=text, quote=text)]),
        ],
        relations=[
            Relation(Stance.SUPPORTS, "bare", "main"),
            Relation(Stance.CONTRASTS, "reworded", "main"),
            Relation(Stance.SUPPORTS, "other", "main"),
            Relation(Stance.SUPPORTS, "further", "other"),
            Relation(Stance.SUPPORTS, "quoted", "reworded"),
            Relation(Stance.SUPPORTS, "quoted", "bare"),
            Relation(Stance.SUPPORTS, "missing", "other"),
            Relation(Stance.UNDERCUTS, "assumed", "bare-supports-main"),
        ],
        sources=[Source("source", text), Source("another", text)],
    )
    plain = render(after, theme="light", frames=True, cross_edges="stub", marks={"bare": ["stale"]})
    return plain + render(after, theme="light", before=before, since=text)


def in_font(picture: str, font: str) -> str:
    """Return a picture with another font than its own."""
    return re.sub(' font-family="[^"]*"', f" font-family='{font}'", picture, count=1)


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.partition(",")[0].strip('"'))
def test_no_text_leaves_its_box(font: str, tmp_path: Path) -> None:
    pictures = "".join(map(drawn, TEXTS.values())).split("<svg ")[1:]
    page = "".join(in_font(f"<svg {picture}", font) for picture in pictures)
    assert answer(LEAVING.replace("PICTURES", page), tmp_path) == []
