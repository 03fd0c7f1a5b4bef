"""What the rules on style must leave alone, and texts that no claim should be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.assess import assess
from argmap.checks.context import Context
from argmap.checks.rules import style
from argmap.model import ArgumentMap, Claim
from argmap.text import TextFile

RULES = (
    style.compound_claim,
    style.not_a_claim,
    style.weasel_words,
    style.booster,
    style.relative_time,
    style.too_long,
)


def found_in(*texts: str, language: str | None) -> list[str]:
    nodes = tuple(Claim(f"c{number}", text) for number, text in enumerate(texts))
    the_map = ArgumentMap(language=language, nodes=nodes)
    context = Context(the_map, assess(the_map))
    return [problem.message for rule in RULES for problem in rule(context)]


ENGLISH = {
    "one sentence with abbreviations": "In the U.S. and the U.K., Dr. J. Smith et al. agree on it.",
    "an abbreviated title": "Gen. Robert E. Lee lost at Gettysburg, cf. p. Twelve.",
    "a version": "Python 3.11 is faster than 3.10.",
    "an enumeration": "The city has cars, buses, trams, and the oldest metro in Europe.",
    "one subject, two verbs": "The charge cuts traffic and raises money for the buses.",
    "two subjects": "Freddy and I must be siblings.",
    "a condition with two parts": "If the roads are full, and they stay so, drivers lose time.",
    "an aside": "White vans (they are many, but they are slow) fill the roads.",
    "a denied reason": "A claim is not false just because it is hard to prove.",
    "a reason that is spoken about": "The main reason that they left is because of the war.",
    "since, of time": "Traffic has fallen since the war.",
    "so that": "The tax was set so that the poor pay less.",
    "a result": "It grew fast, thus making the town rich.",
    "an indirect question": "Whether a text is satire depends on its author.",
    "a question in quotation marks": "Many voters ask, \u201cWho pays for it?\u201d",
    "a plural with a bare verb": "People drive less.",
    "an irregular plural": "Women live longer.",
    "an irregular past": "The tower fell.",
    "a short claim": "Porsches are expensive.",
    "a verb in -ed": "Harry died.",
    "no German verb": "Animals die.",
    "consider, as a noun phrase": "See and be seen is the rule of the street.",
    "an imperative that is mentioned": "Consider is a verb.",
    "people who do not vouch": "Many people believe in God.",
    "named critics": "The critics of the charge say that it burdens the poor.",
    "those studies": "These studies show that fewer cars came.",
    "a cited year": "Studies show that fewer cars came (Lind 2010).",
    "an address": "Critics say it fails: https://example.org/clearly/now",
    "one can claim": "No one can claim the right to rule over life and death.",
    "clearly, of manner": "The zone is clearly marked, and clearly defined rules hold in it.",
    "more clearly": "The second report says it more clearly.",
    "said plainly": "The SCO has not said plainly what it wants.",
    "almost certainly": "The launch will almost certainly be late.",
    "obvious things": "The most obvious answer is not the right one.",
    "everyone agrees with": "Protecting speech that everyone agrees with is easy.",
    "now in known": "The known knowledge was nowhere to be found.",
    "so far as": "Congress went so far as to pass a law.",
    "as soon as": "The lights turn green as soon as a bus comes.",
    "the last of something": "The last year of the war was the worst.",
    "a year": "Traffic fell in 2003 and has been low until now.",
    "electric current": "A current flows through the wire.",
    "forty words": "word " * 39 + "are.",
    "a long quotation": "He said: \u201c" + "word " * 60 + "\u201d.",
}
GERMAN = {
    "Abkürzungen": "Das gilt z. B. für Busse, Bahnen usw. und ca. 30 Linien.",
    "eine Ordnungszahl": "Am 3. Oktober fielen die Preise.",
    "eine Aufzählung": "Die Stadt hat Autos, Busse und die älteste Bahn in Europa.",
    "nicht nur weil": "Die Maut ist nicht schon falsch, nur weil sie die Armen trifft.",
    "da, vom Ort": "Hier ist die Schule, da drüben steht die Kirche.",
    "eine Bedingung": "Wenn die Straßen voll sind, und das bleibt so, kommt keiner voran.",
    "ein Hauptsatz mit da": "Da ist die Stadt machtlos.",
    "ein Nebensatz mit Hauptsatz": "Weil die Straßen voll sind, kommt keiner voran.",
    "ein Verb vor dem Nomen": "Kinder brauchen Eltern.",
    "ein Verb nach dem Adverb": "Oft fehlen Lehrer.",
    "ein Verb nach dem Ort": "In Städten leben Menschen.",
    "ein Fürwort": "Denn sie dienen der Erholung.",
    "manche tun etwas": "Manche fürchten einen zu sorglosen Umgang mit Geld.",
    "Grüne fordern etwas": "Grüne fordern Steuern.",
    "die genannten Kritiker": "Die Kritiker sagen, dass die Maut die Armen trifft.",
    "natürlich, von der Natur": "Das Holz ist natürlich.",
    "keine Frage des Geldes": "Bildung darf keine Frage des Geldes sein.",
    "so bald wie möglich": "Peter sollte den Imbiss so bald wie möglich schließen.",
    "zur Zeit der Römer": "Zur Zeit der Römer lag hier ein Hafen.",
    "jetzt erst recht": "Die Leute kommen jetzt erst recht.",
    "ein Jahr": "Der Verkehr fällt seit 2003 und ist derzeit niedrig.",
    "Anführungszeichen": "Er nennt das \u201enatürlich derzeit ganz klar\u201c einen Erfolg.",
    "Guillemets": "Er nennt das »natürlich derzeit ganz klar« einen Erfolg.",
}


@pytest.mark.parametrize("text", ENGLISH.values(), ids=ENGLISH.keys())
def test_a_sound_english_claim_is_left_alone(text: str) -> None:
    assert found_in(text, language="en-GB") == []


@pytest.mark.parametrize("text", GERMAN.values(), ids=GERMAN.keys())
def test_a_sound_german_claim_is_left_alone(text: str) -> None:
    assert found_in(text, language="de") == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Clearly, experts say now that it is so. It is.", "fr"),
        ("Freedom of speech", "nl"),
        ("La liberté de la presse. Elle est clearly en danger, now.", None),
        ("言論の自由。今は危ない。", None),
        ("Свобода слова. Сейчас она в опасности.", None),
    ],
)
def test_in_another_language_words_say_nothing(text: str, language: str | None) -> None:
    assert found_in(text, language=language) == []


@pytest.mark.parametrize("text", ["Who pays?", "谁付钱\uff1f", "من يدفع؟", "¿Quién paga?"])
def test_a_question_is_seen_in_every_language(text: str) -> None:
    assert found_in(text, language="eo") == [f"'c0' is a question: '{text[-1]}'"]


def test_where_words_have_no_blanks_two_characters_count_as_one() -> None:
    assert found_in("字" * 80, language="zh") == ["'c0' has 41 words"]
    assert found_in("字" * 78, language="zh") == []


def test_the_language_is_told_by_the_words_of_the_map() -> None:
    english = ("The road is clearly full.", "It is in the city.")
    german = ("Die Straße ist natürlich voll.", "Sie ist nicht in der Stadt.")
    assert found_in(*english, language=None) == ["'c0' insists: 'clearly'"]
    assert found_in(*german, language=None) == ["'c0' insists: 'natürlich'"]


HOSTILE = {
    "nothing": " ",
    "letters": "a" * 1_000_000,
    "blanks": " " * 100_000 + "?",
    "words": "clearly now, because experts say " * 3_000,
    "sentences": "Ab cd ef. " * 10_000,
    "short sentences": "Ab. " * 25_000,
    "initials": "A. " * 30_000,
    "opening marks": "\u201c" * 50_000,
    "marks in turn": "\"'\u201e«‚" * 20_000,  # noqa: RUF001 - a quotation mark
    "words in marks": "'a 'b \"c " * 10_000,
    "brackets": "(" * 50_000 + "; a b c",
    "brackets in turn": "(; a b c" * 10_000,
    "addresses": "https://" * 10_000,
    "semicolons": ";" * 50_000,
    "semicolons before a word": "; " + "a" * 50_000,
    "commas": ", " * 30_000 + "since",
    "conjunctions": "because " * 10_000,
    "a condition without end": "because " + "a " * 30_000,
    "adverbs": "many people often would often " * 3_000,
    "question marks": "?" * 100_000,
    "control characters": "clearly\x00 now\x1b[31m\u2028 because\x85 of\u202e it?" * 1_000,
    "surrogates and marks": "\ud800\u0301\ufffc\ufeff clearly" * 1_000,
    "letters that grow in lower case": "İ" * 10_000 + " clearly",
    "markup": "</text><script>clearly</script>",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("language", ["en", "de"])
def test_a_text_that_is_no_claim_is_survived(text: str, language: str) -> None:
    messages = found_in(text, language=language)
    assert len(messages) <= len(RULES)
    assert all(len(message) < 300 for message in messages)


PIECES = ("clearly", "now", "because", "experts say", "natürlich", "weil", "'", '"', "\u201e")
TEXTS = st.lists(st.sampled_from((*PIECES, ". The", ";", ",", "(", "İ", "\n", "x", "?"))).map(
    " ".join
)


@given(text=TEXTS, lead=st.text(max_size=5), language=st.sampled_from(["en", "de", None]))
def test_every_place_is_within_the_text_and_shows_what_the_message_names(
    text: str, lead: str, language: str | None
) -> None:
    file = TextFile("map.yaml", f"{lead}{text}")
    span = file.span(len(lead), len(lead) + len(text))
    claim = Claim("c", text, span=span, spans={"text": span})
    the_map = ArgumentMap(language=language, nodes=(claim,))
    for rule in RULES:
        for problem in rule(Context(the_map, assess(the_map))):
            place = problem.span
            assert place is not None
            assert span.start <= place.start < place.end <= span.end
            if place != span:
                assert f"'{' '.join(place.text.split())}'" in problem.message
