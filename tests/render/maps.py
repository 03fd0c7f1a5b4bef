"""Maps to draw: a debate, attacks upon attacks, circles, missing nodes, scripts, hostile texts."""

# ruff: noqa: E501, RUF001 - long and foreign texts are meant

from argmap.model import ArgumentMap, Claim, Evidence, Extent, Passage, Relation, Source

DRIVING_SOURCES = (
    Source(
        "tfl",
        "Central London congestion charging, fifth annual report",
        author="TfL",
        date="2007-07",
        url="https://example.org/tfl.pdf",
    ),
    Source("eliasson", "The Stockholm congestion charges", author="Eliasson", date="2008"),
    Source("census", "Journey to work"),
)

DRIVING = ArgumentMap(
    "Should the city charge for driving into the centre?",
    language="en",
    sources=DRIVING_SOURCES,
    nodes=[
        Claim(
            "charge",
            "The city should charge cars for driving into the centre on working days.",
            type="policy",
            main=True,
        ),
        Claim("cuts-traffic", "A charge cuts car traffic in the zone.", type="cause"),
        Evidence(
            "counts",
            "Traffic entering the zone fell by 18 percent in the first year.",
            type="statistic",
            passages=[Passage("tfl", page="12", quote="reduced by 18 percent")],
        ),
        Evidence(
            "stockholm",
            "In the Stockholm trial, traffic across the cordon fell by 22 percent, and rose again when the trial ended.",
            type="study",
            passages=[Passage("eliasson", page="397"), Passage("eliasson", page="401")],
        ),
        Claim(
            "comparable",
            "Stockholm and this city are alike in size, density and public transport.",
            type="fact",
            assumed="Nobody in the debate disputes it.",
        ),
        Claim("taxis", "Taxi and delivery trips rose at the same time.", type="fact"),
        Evidence(
            "taxi-counts",
            "Licensed taxis entering the zone rose by 13 percent.",
            type="statistic",
            passages=[Passage("tfl", page="14")],
        ),
        Claim(
            "bridges",
            "Stockholm's cordon crosses a few bridges; here hundreds of streets lead in.",
            type="fact",
        ),
        Evidence(
            "bridges-map",
            "The Stockholm cordon had 18 control points, nearly all on bridges.",
            type="document",
            passages=[Passage("eliasson", section="2")],
        ),
        Claim("cameras", "Cameras make the number of streets irrelevant.", type="fact"),
        Evidence(
            "camera-rate",
            "Number plates were read correctly in 90 percent of passages.",
            type="statistic",
            passages=[Passage("tfl", page="30")],
        ),
        Claim("unfair", "The charge burdens people with low incomes most.", type="value"),
        Claim("flat-fee", "A flat fee is a larger part of a small income.", type="fact"),
        Claim(
            "poor-drive-less", "People with low incomes rarely drive into the centre.", type="fact"
        ),
        Evidence(
            "commuting",
            "Of commuters into the centre in the lowest quintile, 8 percent come by car.",
            type="statistic",
            passages=[Passage("census", page="7")],
        ),
        Claim("exempt", "Low incomes can be exempted.", type="policy"),
        Claim(
            "revenue", "The revenue pays for buses that people with low incomes use.", type="policy"
        ),
        Claim(
            "cleaner",
            "Less traffic means cleaner air.",
            type="cause",
            withdrawn="Better said by air-quality.",
        ),
        Claim(
            "air-quality",
            "The air in the zone becomes cleaner, and fewer children fall ill with asthma.",
            type="prediction",
        ),
        Claim("fewer-cars", "There will be fewer cars in the zone.", type="prediction"),
    ],
    relations=[
        Relation("supports", ["cuts-traffic"], "charge", strength=0.9),
        Relation("supports", ["counts"], "cuts-traffic"),
        Relation(
            "supports",
            ["stockholm", "comparable"],
            "cuts-traffic",
            id="by-analogy",
            scheme="analogy",
            because="What worked in one city works in one that is like it.",
        ),
        Relation("undercuts", ["bridges"], "by-analogy", id="not-alike"),
        Relation("supports", ["bridges-map"], "bridges"),
        Relation("undercuts", ["cameras"], "not-alike"),
        Relation("supports", ["camera-rate"], "cameras"),
        Relation("contrasts", ["taxis"], "cuts-traffic", strength=0.2),
        Relation("supports", ["taxi-counts"], "taxis"),
        Relation("contrasts", ["unfair"], "charge"),
        Relation("supports", ["flat-fee", "poor-pay"], "unfair"),
        Relation("contrasts", ["poor-drive-less"], "unfair"),
        Relation("supports", ["commuting"], "poor-drive-less"),
        Relation("contrasts", ["exempt"], "unfair"),
        Relation("supports", ["revenue"], "charge"),
        Relation("contrasts", ["revenue"], "unfair"),
        Relation("supports", ["air-quality"], "charge"),
        Relation("supports", ["cuts-traffic", "cleaner"], "air-quality"),
        Relation("restates", ["fewer-cars"], "cuts-traffic"),
    ],
)

CIRCLES = ArgumentMap(
    "Circles",
    nodes=[Claim(letter, f"Claim {letter}.") for letter in "abcdefgh"],
    relations=[
        Relation("supports", ["a"], "b"),
        Relation("supports", ["b"], "c"),
        Relation("supports", ["c"], "a"),
        Relation("contrasts", ["a"], "c"),
        Relation("supports", ["d"], "d"),
        Relation("contrasts", ["e"], "f"),
        Relation("contrasts", ["f"], "e"),
        Relation("undercuts", ["g"], "second", id="first"),
        Relation("undercuts", ["h"], "first", id="second"),
        Relation("undercuts", ["g"], "own", id="own"),
        Relation("supports", ["a", "b", "d"], "e"),
        Relation("undercuts", ["c"], "nothing"),
        Relation("supports", ["ghost"], "b"),
        Relation("supports", ["b"], "other-ghost"),
    ],
)

SCRIPTS = ArgumentMap(
    "世界の言語 · لغات العالم · विश्व की भाषाएँ",
    language="ja",
    nodes=[
        Claim(
            "ja",
            "日本語の文章は、単語のあいだに空白を置かないので、行の折り返しには禁則処理が必要になる。「かぎ括弧」や句読点は行頭に来てはならない。",
            main=True,
        ),
        Claim(
            "zh",
            "中文没有空格，标点符号不能出现在行首，例如：“这样的引号”、《书名号》以及（括号）。",
        ),
        Claim(
            "ar",
            "النص العربي يكتب من اليمين إلى اليسار، والأرقام مثل 1234 تكتب من اليسار إلى اليمين داخل السطر.",
        ),
        Claim("he", "עברית נכתבת מימין לשמאל, גם כשיש English words באמצע."),
        Claim("hi", "हिन्दी देवनागरी लिपि में लिखी जाती है, जिसमें संयुक्ताक्षर और मात्राएँ होती हैं।"),
        Claim("bn", "বাংলা লিপিতে যুক্তাক্ষর আছে এবং শব্দের মধ্যে ফাঁকা জায়গা থাকে।"),
        Claim("ta", "தமிழ் எழுத்துக்கள் அகலமானவை, எனவே வரிகள் கவனமாக உடைக்கப்பட வேண்டும்."),
        Claim("th", "ภาษาไทยไม่มีช่องว่างระหว่างคำดังนั้นการตัดบรรทัดจึงทำได้ยากกว่าภาษาอื่น"),
        Claim(
            "ko", "한국어는 단어 사이에 공백이 있으므로 단어 단위로 줄을 바꾸는 것이 읽기에 좋다."
        ),
        Claim("ru", "Русский текст шире английского, поэтому строк получается больше."),
        Claim(
            "de",
            "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft ist ein langes Wort.",
        ),
        Claim("emoji", "Emoji 👩‍👩‍👧‍👦 🏳️‍🌈 🇨🇭 ❤️ 1️⃣ stay whole, and so do é and ñ."),
        Evidence(
            "url",
            "See https://example.org/a/very/long/path/that/does/not/end?with=parameters&and=more#fragment for more.",
            type="document",
        ),
    ],
    relations=[
        Relation("supports", [name], "ja")
        for name in ("zh", "ar", "he", "hi", "bn", "ta", "th", "ko", "ru")
    ]
    + [Relation("contrasts", ["de", "emoji"], "ru"), Relation("supports", ["url"], "emoji")],
)

HOSTILE = ArgumentMap(
    'Evil </title><script>alert(1)</script> & "title" \u202egnp.exe\u202c',
    language='en" onload="alert(1)',
    sources=[
        Source("s", "</text><script>alert(2)</script>", url="javascript:alert(3)"),
        Source("t", "Fine", url='https://example.org/?a="b"&c=<d>'),
    ],
    nodes=[
        Claim("x\x00y", "\x00\x01\x08\x0b\x1b[31mred\x1b[0m \ud800 \ufffe \uffff", main=True),
        Claim("</g></svg>", "]]> <!-- --> <![CDATA[ x ]]> &amp; &#x3c;script&#x3e;"),
        Claim("a b  c", "text\nwith\r\nline\tends\u2028and\u2029more\x85here"),
        Claim("bidi", "left \u202eright-to-left override\u202c \u2066isolated\u2069 \u200frlm end"),
        Claim("end", "end"),
        Claim("empty", ""),
        Claim(
            "class",
            '1. list `code` *bold* _it_ [link](javascript:alert(1)) # heading | table | "quotes" ; %% comment',
        ),
        Claim("long" * 40, "word" * 400, type="type" * 30),
        Claim("many", "many words " * 200),
        Evidence(
            "linked", "Evidence with a link", passages=[Passage("t", quote="quoted <b>words</b>")]
        ),
        Evidence(
            "unsafe",
            "Evidence with a link that is not safe",
            passages=[Passage("s"), Passage("nowhere", line=Extent(3))],
        ),
        Evidence("x\x00y", "A second node with an id that is taken."),
    ],
    relations=[
        Relation("supports", ["</g></svg>"], "x\x00y", because="<script>alert(4)</script>"),
        Relation("supports", ["a b  c", "bidi"], "x\x00y", id="</path>"),
        Relation("undercuts", ["end"], "</path>"),
        Relation("supports", ["empty"], "x\x00y"),
        Relation("contrasts", ["class"], "x\x00y"),
        Relation("contrasts", ["class"], "x\x00y"),
        Relation("supports", ["long" * 40], "class"),
        Relation("supports", ["many"], "class"),
        Relation("supports", ["linked"], "many"),
        Relation("supports", ["unsafe"], "many"),
        Relation("supports", ["<ghost>"], "many"),
    ],
)

SECTIONS = ArgumentMap(
    "Two questions",
    nodes=[
        Claim("one", "The first thesis.", main=True, section="First"),
        Claim("one-a", "It has a reason.", section="First"),
        Claim("one-b", "And another.", section="First"),
        Claim("two", "The second thesis.", main=True, section="Second"),
        Claim("two-a", "It has a reason.", section="Second"),
        Evidence("two-b", "And evidence.", section="Second"),
        Claim("two-c", "And a doubt.", section="Second"),
    ],
    relations=[
        Relation("supports", ["one-a"], "one"),
        Relation("supports", ["one-b"], "one"),
        Relation("supports", ["two-a"], "two"),
        Relation("supports", ["two-b"], "two-a"),
        Relation("contrasts", ["two-c"], "two"),
        Relation("contrasts", ["one-b"], "two-a"),
    ],
)

MAPS = {
    "driving": DRIVING,
    "circles": CIRCLES,
    "scripts": SCRIPTS,
    "hostile": HOSTILE,
    "sections": SECTIONS,
    "empty": ArgumentMap(),
    "single": ArgumentMap("One", nodes=[Claim("only", "Only one claim.")]),
}
