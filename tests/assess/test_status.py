"""What stands in a map, read off small maps built in Python."""

from attrs import evolve

from argmap.assess import Assessment, Status, assess
from argmap.model import ArgumentMap, Claim, Evidence, Node, Passage, Relation, Stance


def a_map(nodes: str, *relations: Relation, more: tuple[Node, ...] = ()) -> ArgumentMap:
    """Make claims of small letters and evidence with a source of capital ones."""
    made: list[Node] = [
        Evidence(name, "Found.", passages=[Passage("report")])
        if name.isupper()
        else Claim(name, "Said.")
        for name in nodes.split()
    ]
    return ArgumentMap(nodes=[*made, *more], relations=relations)


def statuses(argument_map: ArgumentMap) -> dict[str, str]:
    return {node: str(status) for node, status in assess(argument_map).statuses.items()}


def step(stance: str, premises: str, target: str, name: str | None) -> Relation:
    one = Relation(Stance(stance), premises.split("+"), target)
    return one if name is None else evolve(one, id=name)


def supports(premises: str, target: str, name: str | None = None) -> Relation:
    return step("supports", premises, target, name)


def contrasts(premises: str, target: str, name: str | None = None) -> Relation:
    return step("contrasts", premises, target, name)


def undercuts(premises: str, target: str, name: str | None = None) -> Relation:
    return step("undercuts", premises, target, name)


def test_evidence_with_a_source_supports_a_claim_through_another() -> None:
    chain = a_map("a b E", supports("E", "b"), supports("b", "a"))
    assert statuses(chain) == {"a": "supported", "b": "supported", "E": "supported"}


def test_evidence_without_a_source_grounds_nothing() -> None:
    argued = a_map("a", supports("e", "a"), more=(Evidence("e", "Somebody said so."),))
    assert statuses(argued) == {"a": "unsupported", "e": "unsupported"}


def test_contrast_makes_a_claim_contested_or_refuted() -> None:
    argued = a_map("a b E F", supports("E", "a"), contrasts("F", "a"), contrasts("F", "b"))
    assert statuses(argued)["a"] == "contested"
    assert statuses(argued)["b"] == "refuted"


def test_contrast_from_something_ungrounded_does_not_count() -> None:
    argued = a_map("a b E", supports("E", "a"), contrasts("b", "a"))
    assert statuses(argued)["a"] == "supported"


def test_linked_premises_count_only_together() -> None:
    assert statuses(a_map("a b E F", supports("E+F", "a")))["a"] == "supported"
    assert statuses(a_map("a b E", supports("E+b", "a")))["a"] == "unsupported"


def test_an_assumed_premise_holds_beside_a_grounded_one_but_not_alone() -> None:
    warrant = (Claim("w", "What is counted is what is there.", assumed="common ground"),)
    assert statuses(a_map("a E", supports("E+w", "a"), more=warrant))["a"] == "supported"
    assert statuses(a_map("a", supports("w", "a"), more=warrant))["a"] == "unsupported"


def test_a_claim_of_a_free_type_counts_as_assumed() -> None:
    warrant = (Claim("w", "Less traffic is better.", type="value"),)
    argued = a_map("a E", supports("E+w", "a"), more=warrant)
    assert statuses(argued)["a"] == "unsupported"
    assert dict(assess(argued, ["value"]).statuses) == {
        "a": "supported",
        "E": "supported",
        "w": "assumed",
    }


def test_an_assumption_that_evidence_refutes_carries_nothing() -> None:
    warrant = (Claim("w", "What is counted is what is there.", assumed="common ground"),)
    argued = a_map("a E F", supports("E+w", "a"), contrasts("F", "w"), more=warrant)
    assert statuses(argued) == {
        "a": "unsupported",
        "E": "supported",
        "F": "supported",
        "w": "refuted",
    }


def test_an_undercut_by_something_grounded_takes_the_step_away() -> None:
    argued = a_map("a E F", supports("E", "a", "step"), undercuts("F", "step"))
    assessment = assess(argued)
    assert assessment.status("a") is Status.UNSUPPORTED
    assert [one.id for one in assessment.undercut_by("step")] == ["F undercuts step"]


def test_an_undercut_that_is_undercut_itself_does_not_count() -> None:
    argued = a_map(
        "a E F G",
        supports("E", "a", "step"),
        undercuts("F", "step", "doubt"),
        undercuts("G", "doubt"),
    )
    assert statuses(argued)["a"] == "supported"


def test_an_undercut_by_something_ungrounded_does_not_count() -> None:
    argued = a_map("a b E", supports("E", "a", "step"), undercuts("b", "step"))
    assert statuses(argued)["a"] == "supported"


def test_claims_that_support_each_other_in_a_loop_ground_nothing() -> None:
    loop = a_map("a b c", supports("a", "b"), supports("b", "a"), supports("a", "c"))
    assert set(statuses(loop).values()) == {"unsupported"}


def test_evidence_that_enters_a_loop_grounds_all_of_it() -> None:
    loop = a_map("a b E", supports("a", "b"), supports("b", "a"), supports("E", "b"))
    assert statuses(loop) == {"a": "supported", "b": "supported", "E": "supported"}


def test_a_loop_without_evidence_cannot_undercut() -> None:
    argued = a_map(
        "a b c E",
        supports("E", "a", "step"),
        supports("b", "c"),
        supports("c", "b"),
        undercuts("b", "step"),
    )
    assert statuses(argued)["a"] == "supported"


def test_a_step_that_would_undercut_itself_is_left_undecided() -> None:
    argued = a_map("a E", supports("E", "a", "step"), undercuts("a", "step"))
    assert not assess(argued).holds("step")
    assert statuses(argued)["a"] == "unsupported"


def test_what_is_withdrawn_supports_and_contrasts_nothing() -> None:
    gone: tuple[Node, ...] = (
        Evidence("e", "Counted.", passages=[Passage("report")], withdrawn="miscounted"),
    )
    argued = a_map("a b E", supports("e", "a"), supports("E", "b"), contrasts("e", "b"), more=gone)
    assert statuses(argued) == {
        "a": "unsupported",
        "b": "supported",
        "E": "supported",
        "e": "withdrawn",
    }


def test_a_restatement_shares_support_and_contrast_both_ways() -> None:
    again = Relation(Stance.RESTATES, "b", "a")
    argued = a_map("a b E F", again, supports("E", "a"), contrasts("F", "b"))
    assert statuses(argued)["a"] == "contested"
    assert statuses(argued)["b"] == "contested"


def test_a_missing_premise_grounds_nothing() -> None:
    assert statuses(a_map("a E", supports("E+gone", "a")))["a"] == "unsupported"


def test_grounds_are_the_steps_of_a_proof_with_premises_first() -> None:
    argued = a_map(
        "a b c E F",
        supports("c", "a"),
        supports("b", "a"),
        supports("E", "b"),
        supports("b+F", "c"),
    )
    assert [step.id for step in assess(argued).grounds("c")] == ["E supports b", "b + F supports c"]
    assert assess(argued).grounds("E") == ()


def test_the_last_step_is_the_one_that_reaches_the_node_itself() -> None:
    judged = assess(a_map("a b c E", supports("E", "b"), supports("b", "a"), supports("c", "a")))
    found = {name: judged.last_step(name) for name in ("a", "b", "c", "E", "gone")}
    assert {name: step.id for name, step in found.items() if step} == {
        "a": "b supports a",
        "b": "E supports b",
    }


def test_a_very_long_chain_is_assessed_without_recursion() -> None:
    length = 50_000
    chain = ArgumentMap(
        nodes=[
            Evidence("0", "Found.", passages=[Passage("report")]),
            *(Claim(str(number), "Said.") for number in range(1, length)),
        ],
        relations=[
            Relation(Stance.SUPPORTS, str(number - 1), str(number)) for number in range(1, length)
        ],
    )
    assert assess(chain).is_grounded(str(length - 1))
    assert len(assess(chain).grounds(str(length - 1))) == length - 1


def test_a_tower_of_undercuts_alternates() -> None:
    tower = [supports("E", "a", "step-0")]
    tower += [undercuts("E", f"step-{n}", f"step-{n + 1}") for n in range(2_000)]
    assert statuses(a_map("a E", *tower))["a"] == "supported"
    assert statuses(a_map("a E", *tower[:-1]))["a"] == "unsupported"


def test_an_unknown_id_is_not_live() -> None:
    nothing: Assessment = assess(ArgumentMap())
    assert not nothing.is_live("gone")
    assert nothing.status("gone") is Status.UNSUPPORTED
