"""Where lines end, in many scripts."""

# ruff: noqa: RUF001 - characters that look like others are meant

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.render.linebreak import Line, wrap, wrapped
from argmap.render.measure import clusters, is_fitted, units, width

NO_LIMIT = 10**9
SCRIPTS = {
    "English": "The committee found no evidence, and three well-known sources deny it.",
    "Greek": "Η επιτροπή δεν βρήκε αποδείξεις, και τρεις πηγές το αρνούνται.",
    "Russian": "Комиссия не нашла доказательств, и три источника это отрицают.",
    "Chinese": "委员会没有发现证据，三个消息来源（见报告）否认了这一点。",
    "Japanese": "委員会は証拠を見つけられず、「コンピューター」の資料も否定している。",
    "Korean": "위원회는 증거를 찾지 못했고, 세 출처가 이를 부인한다.",
    "Arabic": "لم تجد اللجنة أي دليل، وثلاثة مصادر تنفي ذلك.",
    "Hebrew": "הוועדה לא מצאה ראיות, ושלושה מקורות מכחישים זאת.",
    "Hindi": "समिति को कोई प्रमाण नहीं मिला, और तीन स्रोत इसका खंडन करते हैं।",
    "Thai": "คณะกรรมการไม่พบหลักฐานและแหล่งข้อมูลสามแห่งปฏิเสธเรื่องนี้",
    "Bengali": "কমিটি কোনো প্রমাণ পায়নি, এবং তিনটি সূত্র তা অস্বীকার করে।",
    "Tamil": "குழு எந்த ஆதாரத்தையும் காணவில்லை, மூன்று ஆதாரங்கள் மறுக்கின்றன.",
    "Khmer": "គណៈកម្មាធិការរកមិនឃើញភស្តុតាងទេ ហើយប្រភពបីបដិសេធរឿងនេះ។",
    "emoji": "👨‍👩‍👧‍👦🇩🇪🇫🇷👍🏽❤️1️⃣😀✅ 👩‍🔬🏴󠁧󠁢󠁳󠁣󠁴󠁿🇯🇵",
}
FITTED = {"Arabic", "Hebrew", "Hindi", "Thai", "Bengali", "Tamil", "Khmer"}
any_text = st.text() | st.text(
    st.sampled_from(sorted(set("".join(SCRIPTS.values()) + " \t\n\u00a0\u200b\u200d\ufe0f-/–—«»!")))
)


def texts(text: str, limit: float, *, max_lines: int = 12) -> list[str]:
    return [line.text for line in wrap(text, limit, 10, max_lines=max_lines)]


def without_space(text: str) -> str:
    return "".join(text.split())


def test_lines_end_at_spaces_and_say_how_wide_they_are() -> None:
    assert wrap("no evidence found", 60, 10) == (
        Line("no", width("no", 10), fitted=False),
        Line("evidence", width("evidence", 10), fitted=False),
        Line("found", width("found", 10), fitted=False),
    )


def test_a_line_as_wide_as_the_limit_fits() -> None:
    limit = width("no evidence", 13)
    assert [line.text for line in wrap("no evidence", limit, 13)] == ["no evidence"]
    assert [line.text for line in wrap("no evidence", limit - 0.001, 13)] == ["no", "evidence"]


def test_bold_lines_hold_less() -> None:
    limit = width("no evidence", 13)
    assert [line.text for line in wrap("no evidence", limit, 13, bold=True)] == ["no", "evidence"]


@pytest.mark.parametrize("text", ["", " ", "\n\t \u3000"])
def test_an_empty_text_has_no_lines(text: str) -> None:
    assert wrap(text, 100, 10) == ()


def test_runs_of_white_space_and_line_ends_count_as_one_space() -> None:
    assert texts("  no\n\n evidence\t\u2003found ", 500) == ["no evidence found"]


def test_no_break_spaces_do_not_break() -> None:
    assert texts("page\u00a012 10\u202f%", 45) == ["page\u00a012", "10\u202f%"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("well-known", ["well-", "known"]),
        ("either/or", ["either/", "or"]),
        ("claims—facts", ["claims—", "facts"]),
        ("e-mails", ["e-mails"]),
        ("2019–2020", ["2019–2020"]),
        ("COVID-19", ["COVID-19"]),
        ("--option", ["--option"]),
        ("on/off-line", ["on/off-", "line"]),
    ],
)
def test_lines_end_after_hyphens_dashes_and_slashes_between_words(
    text: str, expected: list[str]
) -> None:
    limit = max(width(part, 10) for part in expected)
    assert texts(text, limit) == expected


def test_a_long_address_starts_on_its_own_line_and_breaks_at_its_joints() -> None:
    address = "https://www.example.org/wiki/Some_long_name?x=1&y=2"
    assert texts(f"see {address} now", 125) == [
        "see",
        "https://www.example.",
        "org/wiki/Some_long_",
        "name?x=1&y=2 now",
    ]


def test_a_word_that_is_too_long_breaks_anywhere() -> None:
    assert texts("Donaudampfschiff", 40) == ["Donaud", "ampfsc", "hiff"]


def test_a_character_that_is_too_wide_stands_alone() -> None:
    assert texts("ab", 1) == ["a", "b"]


def test_chinese_breaks_anywhere_but_before_closing_and_after_opening_signs() -> None:
    assert texts("我们说，他们（不）是", 30) == ["我们", "说，他", "们", "（不）", "是"]


def test_japanese_lines_start_with_no_small_kana_and_no_long_vowel() -> None:
    assert texts("ああコーヒーをちょっと", 30) == ["ああ", "コー", "ヒーを", "ちょっ", "と"]


def test_latin_words_stay_whole_in_chinese() -> None:
    assert texts("使用Python語言", 45) == ["使用", "Python", "語言"]


def test_korean_words_stay_whole() -> None:
    assert texts("증거를 찾지 못했다", 65) == ["증거를 찾지", "못했다"]


def test_french_marks_stay_with_their_words() -> None:
    assert texts("Vrai ? « Oui » !", 45) == ["Vrai\u00a0?", "«\u00a0Oui\u00a0»\u00a0!"]


def test_thai_breaks_at_spaces_if_it_can() -> None:
    assert texts("ไม่พบ หลักฐาน", 50) == ["ไม่พบ", "หลักฐาน"]


def test_thai_without_spaces_breaks_with_vowels_and_tones_in_place() -> None:
    assert texts("เปล่าเลยแม้แต่น้ำ", 30) == ["เปล่า", "เลย", "แม้แต่", "น้ำ"]


def test_a_zero_width_space_ends_a_line() -> None:
    assert texts("អ្នក\u200bមិន\u200bឃើញ", 20) == ["អ្នក\u200b", "មិន\u200b", "ឃើញ"]


def test_tibetan_breaks_after_the_dot_between_syllables() -> None:
    assert texts("བོད་སྐད་ཡིན།", 20) == ["བོད་", "སྐད་", "ཡིན།"]


def test_emoji_are_never_torn() -> None:
    assert texts("👨‍👩‍👧‍👦🇩🇪🇫🇷👍🏽", 53) == ["👨‍👩‍👧‍👦", "🇩🇪🇫🇷", "👍🏽"]


def test_too_many_lines_end_in_an_ellipsis() -> None:
    assert texts("no evidence was found at all", 60, max_lines=2) == ["no", "evidence…"]


def test_the_ellipsis_takes_the_place_of_a_word_that_leaves_no_room() -> None:
    limit = width("some proof", 10)
    assert texts("some proof was found", limit, max_lines=1) == ["some…"]


def test_the_ellipsis_cuts_a_word_rather_than_half_the_line() -> None:
    limit = width("a remarkableness", 10)
    assert texts("a remarkableness found", limit, max_lines=1) == ["a remarkablene…"]


def test_what_just_fits_has_no_ellipsis() -> None:
    assert texts("no evidence", 60, max_lines=2) == ["no", "evidence"]


@pytest.mark.parametrize("script", SCRIPTS)
def test_only_lines_of_complex_scripts_are_fitted(script: str) -> None:
    lines = wrap(SCRIPTS[script], 150, 13)
    assert len(lines) > 1
    assert {line.fitted for line in lines} == {script in FITTED}


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("limit", [1, 15, 40, 120, 273])
def test_every_script_keeps_to_the_limit_and_loses_nothing(script: str, limit: int) -> None:
    lines = wrap(SCRIPTS[script], limit, 13, max_lines=NO_LIMIT)
    assert without_space("".join(line.text for line in lines)) == without_space(SCRIPTS[script])
    for line in lines:
        assert line.width <= limit or len(list(clusters(line.text))) == 1


@given(text=any_text, limit=st.floats(0, 400), size=st.floats(1, 40), bold=st.booleans())
def test_no_line_is_wider_than_the_limit_unless_it_is_one_cluster(
    text: str, limit: float, size: float, *, bold: bool
) -> None:
    for line in wrap(text, limit, size, bold=bold):
        assert line.width <= limit or len(list(clusters(line.text.removesuffix("…")))) <= 1


@given(any_text, st.floats(0, 400))
def test_lines_joined_have_every_character_but_spaces(text: str, limit: float) -> None:
    lines = wrap(text, limit, 13, max_lines=NO_LIMIT)
    assert without_space("".join(line.text for line in lines)) == without_space(text)


@given(text=any_text, limit=st.floats(0, 400), max_lines=st.integers(1, 5), bold=st.booleans())
def test_a_line_says_of_its_text_what_measuring_says(
    text: str, limit: float, max_lines: int, *, bold: bool
) -> None:
    lines = wrap(text, limit, 13, bold=bold, max_lines=max_lines)
    assert lines == tuple(
        Line(line.text, width(line.text, 13, bold=bold), is_fitted(line.text)) for line in lines
    )
    assert lines == wrap(text, limit, 13, bold=bold, max_lines=max_lines)


@given(text=any_text, limit=st.floats(0, 400), max_lines=st.integers(1, 5), bold=st.booleans())
def test_lines_as_mere_texts_are_the_same(
    text: str, limit: float, max_lines: int, *, bold: bool
) -> None:
    lines = wrap(text, limit, 13, bold=bold, max_lines=max_lines)
    assert wrapped(text, limit, 13, bold=bold, max_lines=max_lines) == tuple(
        line.text for line in lines
    )


@pytest.mark.parametrize("bold", [False, True])
def test_plain_words_break_where_other_words_do(*, bold: bool) -> None:
    text = "The committee found no evidence and three sources of it deny that it ever met at all."
    # Cyrillic a, just as wide, makes a text that is not in ASCII and is broken piece by piece.
    other = text.replace("a", "\u0430")
    for limit in range(60, 400, 7):
        plain = wrapped(text, limit, 13, bold=bold)
        assert plain == tuple(
            line.replace("\u0430", "a") for line in wrapped(other, limit, 13, bold=bold)
        )


@given(any_text, st.floats(0, 400), st.integers(1, 5))
def test_there_are_never_more_lines_than_asked_for(text: str, limit: float, max_lines: int) -> None:
    everything = wrap(text, limit, 13, max_lines=NO_LIMIT)
    some = wrap(text, limit, 13, max_lines=max_lines)
    assert len(some) == min(max_lines, len(everything))
    assert some[: max_lines - 1] == everything[: max_lines - 1]
    assert len(everything) <= max_lines or some[-1].text.endswith("…")


@given(any_text, st.floats(0, 400))
def test_no_cluster_of_a_word_is_torn(text: str, limit: float) -> None:
    whole = [cluster for word in text.split() for cluster in clusters(word)]
    lines = wrap(text, limit, 13, max_lines=NO_LIMIT)
    assert [c for line in lines for word in line.text.split() for c in clusters(word)] == whole


@pytest.mark.parametrize("unit", ["a", "文", "ก", "\u0301", "👩\u200d", ")", "ab/", "! ", "«", "🇩"])
def test_a_very_long_word_is_broken_to_the_end(unit: str) -> None:
    lines = wrap(unit * 80_000, 273, 13, max_lines=NO_LIMIT)
    assert "".join("".join(line.text.split()) for line in lines) == (unit * 80_000).replace(" ", "")


def test_units_of_a_long_text_are_exact() -> None:
    assert units("evidence " * 1000) == 1000 * units("evidence ")
