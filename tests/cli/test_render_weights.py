"""`argmap render --strength --load-bearing`."""

from pathlib import Path

from tests.cli.conftest import Call


def test_strength_alone_is_by_quadratic_energy_and_idle_formats_refuse_it(call: Call) -> None:
    Path("one.yaml").write_text("claims: {a: {text: A charge cuts traffic.}}\n", encoding="utf-8")
    drawn = call("render", "one.yaml", "-o", "-", "--strength", "--load-bearing")
    assert ">0.00: strength by quadratic-energy</text>" in drawn.stdout
    named = call("render", "one.yaml", "-o", "-", "--strength", "mlp")
    assert ">0.00: strength by mlp</text>" in named.stdout
    for option in ("--strength", "--load-bearing"):
        refused = call("render", "one.yaml", "-o", "-", "-f", "mermaid", option)
        assert f"{option} does nothing for the format mermaid" in refused.stderr
        assert refused.exit_code == 2
