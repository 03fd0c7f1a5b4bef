"""BibTeX and BibLaTeX in."""

from textwrap import dedent

import pytest

from argmap.bibliography import read_bibliography
from argmap.model import Source
from argmap.text import TextFile


def sources(text: str) -> dict[str, Source]:
    """Read a text that has nothing wrong."""
    read = read_bibliography(TextFile("refs.bib", dedent(text)))
    assert read.findings == ()
    return {source.id: source for source in read.sources}


def source(fields: str, kind: str = "misc") -> Source:
    return sources(f"@{kind}{{key, title = {{T}}, {fields}}}")["key"]


def test_an_article_becomes_a_source() -> None:
    read = sources(r"""
        % exported by hand
        @string{jex = "Journal of " # "Examples"}
        @preamble{"\newcommand{\noopsort}[1]{}"}
        @comment{jabref-meta: databaseType:biblatex;}

        @Article{simeonova2019,
          Title     = {Road pricing, {Air} and {\textit{Children's}} Health --- a study},
          author    = {Simeonova, Emilia and Janet Currie and others},
          journal   = jex,
          publisher = {Example Press},
          year      = 2019,
          month     = mar # "~12",
          doi       = {10.1000/abc\_182},
          url       = {https://example.org/a\%20b},
          language  = {english},
          abstract  = {Not kept.},
        }
        """)
    assert read == {
        "simeonova2019": Source(
            "simeonova2019",
            "Road pricing, Air and Children's Health — a study",
            author="Simeonova, Emilia; Currie, Janet; et al.",
            publisher="Journal of Examples",
            date="2019-03-12",
            doi="10.1000/abc_182",
            url="https://example.org/a%20b",
            type="article",
            language="en",
        )
    }
    assert read["simeonova2019"].short_title == "Simeonova et al. 2019"


def test_a_book_of_biblatex_becomes_a_source() -> None:
    read = sources(r"""
        @book(lind:2021,
          author = "{\"O}rjan M{\"u}ller and van der Berg, Jan",
          title = {Roads}, subtitle = {What they cost},
          publisher = {House},
          date = {2021-05/2022},
          isbn = {0-306-40615-2 and 978-0-306-40615-7},
          langid = {ngerman})
        """)
    assert read["lind:2021"] == Source(
        "lind:2021",
        "Roads: What they cost",
        author="Müller, Örjan; van der Berg, Jan",
        publisher="House",
        date="2021-05",
        isbn="0-306-40615-2",
        type="book",
        language="de",
    )


def test_every_part_knows_where_it_is_written() -> None:
    file = TextFile("refs.bib", '% x\n@book{k1, title = {A "B"},\n  doi = "10.1/2", Date = 2020}\n')
    (one,) = read_bibliography(file).sources
    assert str(one.span) == "refs.bib:2:7"
    assert {name: (str(span), span.text) for name, span in one.spans.items()} == {
        "title": ("refs.bib:2:20", 'A "B"'),
        "doi": ("refs.bib:3:10", "10.1/2"),
        "date": ("refs.bib:3:26", "2020"),
    }


def test_a_part_has_from_its_whole_what_it_does_not_say() -> None:
    read = sources("""
        @incollection{part, author = {Ek, Per}, title = {Part}, crossref = {whole}}
        @collection{whole, editor = {Lind, Karin}, title = {The Whole}, publisher = {House},
                    year = {2001}, month = 5, doi = {10.1000/whole}, isbn = {0306406152}}
        @inproceedings{talk, title = {Talk}, year = 2003, crossref = {meeting}}
        @proceedings{meeting, title = {Meeting}, year = {2002}, month = jul, crossref = {series}}
        @proceedings{series, title = {Series}, organization = {Society}}
        """)
    assert read["part"] == Source(
        "part",
        "Part",
        author="Ek, Per",
        publisher="House",
        date="2001-05",
        isbn="0306406152",
        type="chapter",
    )
    assert read["talk"] == Source("talk", "Talk", publisher="Society", date="2003", type="paper")


def test_entries_that_are_parts_of_each_other_end() -> None:
    read = sources("""
        @book{a, title = {A}, crossref = {b}, publisher = {One}}
        @book{b, title = {B}, crossref = {a}}
        """)
    assert [one.publisher for one in read.values()] == ["One", "One"]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("article", "article"),
        ("InProceedings", "paper"),
        ("incollection", "chapter"),
        ("phdthesis", "thesis"),
        ("techreport", "report"),
        ("online", "website"),
        ("dataset", "dataset"),
        ("legislation", "law"),
        ("jurisdiction", "ruling"),
        ("misc", None),
        ("blog", "blog"),
    ],
)
def test_types_are_those_of_argmap(kind: str, expected: str | None) -> None:
    assert source("", kind).type == expected


def test_an_article_may_be_of_a_newspaper() -> None:
    assert source("entrysubtype = {newspaper}", "article").type == "newspaper"


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ("year = 2019", "2019"),
        ("year = {2019}, month = {3}", "2019-03"),
        ("year = 2019, month = mar", "2019-03"),
        ("year = 2019, month = {March}, day = 7", "2019-03-07"),
        ('year = 2019, month = "7~" # mar', "2019-03-07"),
        ("year = 2019, month = {Spring}", "2019"),
        ("year = {c. 1999}", "1999"),
        ("year = {1999/2000}", "1999"),
        ("year = {in press}", "in press"),
        ("date = {2019-02-30}", "2019-02"),
        ("date = {2019-22}", "2019"),
        ("date = {2019-05-03/..}", "2019-05-03"),
        ("date = {1999~}, year = 2000", "1999"),
        ("month = mar", None),
    ],
)
def test_dates_are_as_exact_as_they_can_be_read(fields: str, date: str | None) -> None:
    assert source(fields).date == date


@pytest.mark.parametrize(
    ("names", "author"),
    [
        ("Karin Lind", "Lind, Karin"),
        ("Lind, Karin AND Okafor, Ngozi", "Lind, Karin; Okafor, Ngozi"),
        ("Ludwig van der Berg", "van der Berg, Ludwig"),
        ("King, Jr., Martin Luther", "King, Martin Luther, Jr."),
        ("Plato", "Plato"),
        ("{Transport for London}", "Transport for London"),
        (r"{University of {\"O}rebro}", "University of Örebro"),
        (r"{\"U}nal, {\"O}mer", "Ünal, Ömer"),
        ("Transport for London", "Transport for London"),
        ("World Bank and {Lind and Sons}", "World Bank; Lind\u00a0and\u00a0Sons"),
        ("{Carbon Brief}", "Carbon\u00a0Brief"),
        ("and", "and"),
        ("family=Berg, given=Jan, prefix=van der, useprefix=true", "van der Berg, Jan"),
        ("given={Martin Luther}, family=King, suffix=Jr.", "King, Martin Luther, Jr."),
        ("family={World Bank}", "World Bank"),
    ],
)
def test_names_are_read_as_bibtex_reads_them(names: str, author: str) -> None:
    assert source(f"author = {{{names}}}").author == author


def test_what_is_kept_together_is_not_taken_apart_in_references() -> None:
    assert source("author = {{Carbon Brief}}, year = 2020").short_title == "Carbon Brief 2020"


def test_editors_stand_for_authors() -> None:
    assert source("editor = {Lind, Karin}", "collection").author == "Lind, Karin"
    assert source("author = {}, editor = {Lind, Karin}").author == "Lind, Karin"


@pytest.mark.parametrize(
    ("fields", "url"),
    [
        (r"howpublished = {\url{https://example.org/a\_b}}", "https://example.org/a_b"),
        (r"url = {\url{https://example.org/a}}", "https://example.org/a"),
        ("howpublished = {Manuscript}", None),
        ("eprint = {2001.00001}, archivePrefix = {arXiv}", "https://arxiv.org/abs/2001.00001"),
        ("eprint = {2001.00001}, eprinttype = {hdl}", None),
    ],
)
def test_the_address_is_looked_for(fields: str, url: str | None) -> None:
    assert source(fields).url == url


def test_what_is_on_arxiv_is_a_preprint() -> None:
    assert source("eprint = {2001.00001}, eprinttype = {arxiv}").type == "preprint"


@pytest.mark.parametrize(
    ("language", "tag"),
    [("pt-BR", "pt-BR"), ("Swedish", "sv"), ("english and french", "en"), ("Quenya", None)],
)
def test_languages_become_tags(language: str, tag: str | None) -> None:
    assert source(f"language = {{{language}}}").language == tag


def test_strings_double_only_so_far() -> None:
    lines = ['@string{a0 = "xx"}']
    lines += [f"@string{{a{n + 1} = a{n} # a{n}}}" for n in range(60)]
    read = sources("\n".join((*lines, "@misc{key, title = a60}")))
    assert len(read["key"].title) == 100_000


def test_only_what_is_wanted_is_read() -> None:
    file = TextFile("refs.bib", "@book{a, title={A}}\n@book{b, title=b}\n@book{b, title={B}}\n")
    read = read_bibliography(file, {"a", "c"})
    assert [one.id for one in read.sources] == ["a"]
    assert read.keys == {"a", "b"}
    assert read.findings == ()
