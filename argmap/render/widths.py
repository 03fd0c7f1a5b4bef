"""How wide characters are at most in common sans fonts, in 128ths of an em.

Made by `.dev/font_widths.py` from the fonts below; change it there. The widths are facts, no part
of a font is in here. For each code point it is the largest advance of these, from arrows to
shapes (U+2190 to U+2BFF) one em at least:

    Liberation Sans Version 2.1.5
    Nimbus Sans Version 1.00
    Noto Sans Version 2.004
    Noto Sans CJK JP Version 2.004
    DejaVu Sans Version 2.37
    Open Sans Version 1.10
    Roboto Version 2.138

and from U+0530 on also of Noto Sans Symbols Version 2.001, Noto Sans Symbols2 Version 2.003,
Noto Sans Math Version 2.001, Noto Sans Armenian Version 2.005, Noto Sans Georgian Version 2.001.
The combining marks are those of Unicode 15.1.0.
"""

import zlib
from binascii import a2b_base64
from functools import cache
from itertools import accumulate
from typing import Final

UNITS: Final = 128
"""The parts of an em that all widths are counted in."""


@cache
def advances() -> dict[str, int]:
    """Return the widths of about 4,000 characters; not to be changed."""
    packed = zlib.decompress(a2b_base64(_ADVANCES))
    points = (point for first, last in _BLOCKS for point in range(first, last + 1))
    return {chr(point): units for point, units in zip(points, packed, strict=True) if units}


@cache
def marks() -> tuple[tuple[int, int], ...]:
    """Return the first and last code points of the ranges of marks that take no room."""
    return _ranges(_MARKS)


@cache
def spacing_marks() -> tuple[tuple[int, int], ...]:
    """Return the first and last code points of the ranges of marks that take room."""
    return _ranges(_SPACING_MARKS)


def _ranges(packed: str) -> tuple[tuple[int, int], ...]:
    # The steps from start to end to start, in base 36.
    steps = zlib.decompress(a2b_base64(packed)).decode("ascii").split()
    ends = list(accumulate(int(step, 36) for step in steps))
    return tuple(zip(ends[::2], ends[1::2], strict=True))


# A byte for each code point of these blocks, 0 where no font has it.
_BLOCKS: Final = (
    (0x0020, 0x007E),
    (0x00A0, 0x02FF),
    (0x0370, 0x052F),
    (0x0530, 0x058F),
    (0x10A0, 0x10FF),
    (0x1E00, 0x1FFF),
    (0x2000, 0x200A),
    (0x2010, 0x2027),
    (0x202F, 0x205F),
    (0x2070, 0x20C0),
    (0x2100, 0x23FF),
    (0x2460, 0x27FF),
    (0x2900, 0x297F),
    (0x2A00, 0x2AFF),
    (0x2C60, 0x2C7F),
    (0x2E00, 0x2E3A),
    (0xFB00, 0xFB06),
)
_ADVANCES: Final = (
    "eNrtV29z08gZ1yfoy06nf650MPR8tgMkVkIIob5YiYwsa53H0nptIyW2pDh2FJtc4gABJRs75BIT/pUAd+0ww931hsAx"
    "095Mr9d+in6Avui36Ovu2jGB42DolfKqv99oJa1293me1fP8NApGRz1YcQL9/bIXPBYU4RnCYc/zEk1CTBsjpxiWcaJR"
    "crFrYmSRNYJJv9jvJTQEMqA+gEAgecQHBCDGB0CtqKrEHnjBKMA5kKlGR5EnUC1GRVEDmtDEUeT7PiIdUBMzhBmckstB"
    "XYsB4wzqYFXmbYABQaeDIu6hCipBnKbcpZ1xAKMeHeiyCMu5cKDHakIO4GQycYTxeCKSOFICzkoJXMS53TJFThzvEg1w"
    "WnDAtQpWMZE4+6BEgIBpak6FAMIuQopDVvvC08mQusGWbOjt+SLkcHzy9MDkAKplXcu2iISxMgFYGYNwInn0L492d+bi"
    "n7cWCAoHXHRgqBMbXeUx4CT3DScDbLADN0kJ+BO3M4LHyiPjI7jnfCr3ezJehKl6XmeOshHuPrE66p0JUEpMWUFxSTtD"
    "HIJRKuyAKWbVFNtWWYY8QpWJCcf4IA+TvAtCkeMDv/mgwF5ZJgOoXjVFDknStLgonh4ZGIA0Yi8dTaQUJc7gJo2CLuIP"
    "rXi8ubU5h+r1gj6mEiKKvzh89NdDiYHASDAYDIWOH08yqKkQTaVCsVgsHA6xU39IjSkxVQnFhn5yYliMcaRSsRizxR6H"
    "To3EAiEGSRrXz9YzoZCtC4Iiy3JYFhgULZdwz58WqkKtGiEkUcCk6IYxaZR0t4iFSYTLZI51GBMQQQYwpycARVQVEgmU"
    "Y0mloZJiexGWZp6O0vZl26wZbGdVNGYY9exFr2TMIILt9BRC4wbIbN8RBrNhsjRgeVxHJstkeedarWBDkSU3cnA7Y9uF"
    "YqPIzJsI6sTJb+/MLRLzmomQKuXQ0riua1DUkQ5yUq2xrF6+VJhJyV4KobQkx1niLy3qmq7qTz0Hr0wvuHfXa1O3V2Gi"
    "tuCiMi7jB9dXSp9uPPVMOS104WZJCgOSsiqW20uZ8YLGWZsrGs2F3y4v5EwZJbNqVi2oF2fPpfNaHi5Zl6xweymvObho"
    "OCSPlp1wNwO72cNXwUlbt/VuJpkyr0BQWbJIizNZlXCi9SX/fFZtX755xTHsQnaiCPdoo351zWV1U9BuLt1qzBArU5z8"
    "811bm9KEOatUsmywaqX8+HLdOlcq2WXLKlrnyvas5RZy06nZojsjCO8H3zv2y+HYsg+GATAGUwYcXk0DaDAJhyEGUT+R"
    "AfABTvqgzc4GwsOCUKlY552puUy13DiTX18o1GtTy5PpWt2cyuZJ5SOUzpkruRzOe4LS2TLWylpqQU2mF5SzO5pWVtJl"
    "zdZqajmlpQxNU7WzZ5l0KMYFOaV9ON4nJzW2P9BRANmGHg8UCPVx9emxL9IXwknOjvgwNnzOrgD19IdVKLB0El9UoZ4O"
    "Pa9EfL/XKj3yO6x2ZQkGWCn2HeuzEXkF8XfY048DNvQeua1atkemfR3acUs1EsY+CFlYqDBMdCAIpdIV/8IFQeh9TLy5"
    "azsbHzebkX2MnAKm5Ol0V98FoTp//brvCwLah1ARqNAULnv7qHo711f8lVXDmJBBj/DiRJ4nCD37vt/e2d5ut3v27t97"
    "/Hhv78nj3vxPfvf06d7jR3udwQL391xujWuMBqAzLyuVi+d3FEXlvglCJBIOj54S2D23wz1ldf1RSdM0QWCLseNS9UL1"
    "thYTxlpjrfCvfgzBn/2IHgOdUiozXQtyCaRUVWOs49DTfwZGk3RYi0ajFEmxcnnoVmykv/9SqaToTG3DZTpCy17S9bxg"
    "2QsGD0V/LghDg2J0cEiSpEOHhgajUVFkkwejnXthcHBoeFAc+mlGPHniKEvbBdNkmT/zxd21eWCp+CVYDnbMNOsEd9aw"
    "p4RWK38r09pGeUq3ivNAp825+Hy5Tb28e35+ZpG02pRMK5SiCGZ9i6pWVXYlmj2dOXHxa8fS52cdpoyVAopEiKOvShu+"
    "/yd/lX0KqN9BmtIWi/MPf2fN54m83aAdbHzJms2ADP5D+2Fezk8V7vpJ4HVG3witFn07WH/9440Xb7covfmDTW1u0neI"
    "b799e2vt7n6z+zdKv/lf+XqfmXipc3v7dVP2P2SvXfb27p1/MLToxh83unN402zS/+Nd48aNG2828NbLZcObq93r5sPP"
    "nvU/efDgAX3wyoXubG5+/MU7iW195/6BLt36/fcNae+H8bK4fP3dzh12fPZ8+O2tNuWJe481n65fpRsb318Qb6CIAhX2"
    "i+fGfxcyr7wmXW+uc/lsNtdfsNENlTetreazCuVl95zndyjd23uVTt796wF+uJNt2m6/3Tf95J3Vy6P/sLzecNzWVu/q"
    "q6/ecIoSSbH/koEi+8skkrNIHOv2FVU/a+JBNPbeSSCd/68YsP+jBDvzt/6+MT2thKVpUYnFFE+W+xkolaRKZa4qKcph"
    "jpPDCe1fucnJK1dI/d/A2a/s"
)
_MARKS: Final = (
    "eNpVVAt24yAMvIqOYIExznHi2E6ab5MmadLT78yAd7vPDwwISaORxHFjMVq+WGd5Y95bsAbD68DabW0+2sF23D1wMVrC"
    "oBhzg9OnXS0ceO9sPX6NfUIUjNb4tcWwf1o2z3bG+ml+kKcGxjJGg1udDTD7wBqGGnlZ4X/E4Q1/+vSTBK4RZZv+Xf/N"
    "vwutAkhV+4xVWMxG+S2mewip9aTwimnkYhaaZoEYACxIZbn++G0rY3Q4pKN7QeD/YX8UGpvKBzZ7qXbwli2U0HoYhhui"
    "/qrEhAJhVJQUdOA22I8YDk+FnyQgM1d5DUhTtKmyRWhbjP0BguuA6aFgy/C7ktgJaIRV2vV1BRmRTvjCYpAflzhToZXL"
    "SkFhp6BFJeFbFeFIZxNxjBK3utJRlBDuCCMvSEslIYpjrby2kg7rWdJ2pf1GrlJlnBjS3vxmB7dvCyNRxjd1PxHdPNN0"
    "w9yvXmJqBW/wtCItx5pgGruKWOx7ldlO5DkjubKiaVYBxIrVVRnftQc4KCWFvuG0rfCj7JYmQtG7rnRL0dDzfOZ8+LAZ"
    "Xme7iZ6BUDqGt54LDeo4T0oCZKyu+c18fZV4cIUlIaojvfseMXhXa0ABTBV8X+ocJ658ZBLYKBe+g3TQPQRwUQQlIbli"
    "bifRlu20VLmoYFZafGmrfJXquVB3rG2X6nuC6Mlr2Qj9JJX64vz8raKihscmCA9rJ/dqH6BJlVSx4TUwbl6gGDwlHZHt"
    "tdaBSdxIdxhUrNX8gO6MOiiI4qyHY3n/uuX9W0oSWb7UBwBktaoanrapdMaElAzMHF/TOxH5F/1TOie+BPGEamN7nHAA"
    "3Q+F3xl7uVUr76H0QcJGRcCX6KxMIaPoV2La/gINyZ0IdnwbtiW5aH+GfTuycBjG9mf3Bvd/ABs0JsQ="
)
_SPACING_MARKS: Final = (
    "eNpVUglywjAM/Iqf4Bv8nDQ004ZJyMFR8vruygqlw1jIyq60kuzWYKxxZ5hgvClinXEdzQj/ACfgfBB2pGHU3XevwBHG"
    "d2XwZv+x/B0OIRGWP0mVGZoJmv+IUUjENjhXxF468juZ6X0UdQfT41IYcSu+xRVeEglWss0iw8PPZhBZybBnxlzj4LGX"
    "MMAcQWLxMgLBQSRRk0wu78012nLBl8iAO8Fk7UCGMWvaJAWBmHTAhEciTqjFrJGiWTysI67jZJXiv+oeOhM2em0t5DQn"
    "Ggo6ZOZ2jYoLXvumnjzoOOuxpl8uO+5cWbXJwM1OLHOpZbxs4JPgQdqq/Ljg71GH4WSoQdU0MlKou8mj4LbB3WRHVpEi"
    "iIF6CVmhL92UKfDnvsRGU+cH7l6jYe9h0yfLoOcSbpS2UEorj0ckcLGVlJ6QlbRiWeCc9qnuOrpry7fsf3DvixVB6Reu"
    "VpnF"
)
