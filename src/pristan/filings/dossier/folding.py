"""What a dossier tells once: rows that say the same stand together, reasoning told before is referred to.

Nothing is lost by it: the JSON has every row and every line, the HTML every line. On paper a point of the reasoning
that nothing on record touches, and that does not decide, keeps its title and citations in one line of its group
(`aside`); so does one of several alternatives that the record answers with no (`refuted`), with its exhibits.
Does not: change a text; all work is on the plain data of the sheet.
"""

from __future__ import annotations

import json
from typing import Any

from pristan.filings.dossier.codes import LEAST_SURE_FIRST

Plain = Any  # dict, list, str, int, bool or None

_NOTES = ("law", "as_if_filed", "last_day", "confidence_note")
_PLACE_IN_TREE = ("depth", "open", "children", "same", "told", "brief", "aside", "refuted", "places")


def spread(cells: list[Plain], names: list[str]) -> list[Plain]:
    """The different cells of a row in order, each with the scenarios it stands for.

    `names` is empty where all scenarios agree. Where naming the others is shorter, `but` is true and `names` are those
    it does not stand for.
    """
    different: list[Plain] = [cell for number, cell in enumerate(cells) if cell not in cells[:number]]
    found = []
    for cell in different:
        holds = [name for name, own in zip(names, cells, strict=True) if own == cell]
        others = [name for name in names if name not in holds]
        but = len(others) < len(holds) - 1
        found.append({"cell": cell, "names": others if but else holds, "but": but and bool(others)})
    return found if len(different) > 1 else [{"cell": different[0], "names": [], "but": False}]


def countries(effects: list[Plain], names: list[str]) -> list[Plain]:
    """Effects by country, in order; benefits of one country to which the case does the same stand in one row."""
    found: dict[str, dict[str, Plain]] = {}
    for row in effects:
        if not without_effect(row):
            same = found.setdefault(row["country"], {})
            key = json.dumps([row["cells"], row["note"]], sort_keys=True)
            same.setdefault(key, {"rows": [], "spread": spread(row["cells"], names)})["rows"].append(row)
    return [{"country": country, "groups": list(groups.values())} for country, groups in found.items()]


def without_effect(row: Plain) -> bool:
    """Whether the case has no effect on a benefit in any scenario."""
    return all(cell["outcome"] == "none" for cell in row["cells"])


def kinds(rows: list[Plain], names: list[str]) -> list[Plain]:
    """Routes that stand alike, together: the same verdicts for the same reasons, whatever step comes first.

    Returns: `rows`, each with its own `first` step where the steps differ and its own `notes` where the notes do;
        `spread` the cells they share; `notes` those that all share.
    """
    found: dict[str, list[Plain]] = {}
    for row in rows:
        found.setdefault(json.dumps(_without_steps(row["cells"]), sort_keys=True), []).append(row)
    return [_kind(members, names) for members in found.values()]


def _kind(members: list[Plain], names: list[str]) -> Plain:
    steps = {json.dumps(_steps(row)) for row in members}
    shared = [key for key in _NOTES if len({json.dumps(row[key], sort_keys=True) for row in members}) == 1]
    cells = members[0]["cells"]
    return {
        "rows": [
            {
                **row,
                "first": list(dict.fromkeys(_steps(row))) if len(steps) > 1 else [],
                "notes": {key: row[key] for key in _NOTES if key not in shared},
            }
            for row in members
        ],
        "notes": {key: members[0][key] for key in shared},
        "spread": spread(cells if len(steps) == 1 else _without_steps(cells), names),
    }


def _without_steps(cells: list[Plain]) -> list[Plain]:
    """Cells whose steps keep everything but what they say."""
    return [
        {
            **cell,
            "ways": [{**way, "steps": [{**step, "what": ""} for step in way["steps"]]} for way in cell["ways"]],
        }
        for cell in cells
    ]


def _steps(row: Plain) -> list[str]:
    return [step["what"] for cell in row["cells"] for way in cell["ways"] for step in way["steps"]]


def compared(sources: list[Plain]) -> list[Plain]:
    """Sources by how far and when they were compared, the least sure first."""
    found: dict[tuple[str, str], list[Plain]] = {}
    for row in sources:
        found.setdefault((row["confidence"], row["checked"]["edtf"]), []).append(row)
    in_order = sorted(found.items(), key=lambda one: (LEAST_SURE_FIRST.index(one[0][0]), one[0][1]))
    return [
        {"confidence": confidence, "checked": rows[0]["checked"], "rows": rows} for (confidence, _), rows in in_order
    ]


def tell_once(sections: list[Plain]) -> None:
    """Mark in every section what an earlier one told: reasoning, arguments, warnings.

    A node of a tree gets `told` (its number, where a later node refers to it), `same` (the number it refers to),
    `brief` (a line whose evidence was quoted before), `aside` (which of its children nothing on record touches) and
    `refuted` (which of several alternatives the record answers with no).
    An argument or warning told before gets `told` true.
    """
    first: dict[str, Plain] = {}
    lines: set[str] = set()
    said: dict[str, set[str]] = {"arguments": set(), "warnings": set()}
    for section in sections:
        for trace in section["traces"]:
            for node in trace["tree"]:
                _set_aside(node)
                _refer(node, first, lines)
        for name, known in said.items():
            for item in section[name]:
                key = json.dumps(item, sort_keys=True)
                item["told"] = key in known
                known.add(key)


def _refer(node: Plain, first: dict[str, Plain], lines: set[str]) -> None:
    key = _print_of(node)
    known = first.get(key)
    own = json.dumps({name: value for name, value in node.items() if name not in _PLACE_IN_TREE}, sort_keys=True)
    if known is None:
        first[key] = node
    elif node["children"] or node["citations"]:
        known["told"] = known["told"] or 1 + sum(1 for other in first.values() if other["told"])
        node["same"] = known["told"]
        return
    node["brief"] = own in lines and not node["children"]
    lines.add(own)
    folded = {*node["aside"], *node["refuted"]}  # in one line with others: nothing can refer to its page
    for number, child in enumerate(node["children"]):
        if number not in folded:
            _refer(child, first, lines)


def _print_of(node: Plain) -> str:
    """All that a node and the nodes below it say."""
    own = {name: value for name, value in node.items() if name not in _PLACE_IN_TREE}
    return json.dumps([own, [_print_of(child) for child in node["children"]]], sort_keys=True)


def _set_aside(node: Plain) -> None:
    node["children"] = [child for child in node["children"] if _says_something(child)]
    node["aside"] = [number for number, child in enumerate(node["children"]) if untouched(child)]
    if node["kind"] == "any":
        node["refuted"] = [number for number, child in enumerate(node["children"]) if refuted(child)]
        for number in node["refuted"]:
            node["children"][number]["places"] = places(node["children"][number])
    for child in node["children"]:
        _set_aside(child)


def _says_something(node: Plain) -> bool:
    """False for a group of nothing: what stood in it was told in one line with its neighbours."""
    grouping = node["answer"] is None and not node["exhibits"]
    return not grouping or any(_says_something(child) for child in node["children"])


def refuted(node: Plain) -> bool:
    """Whether a node, as one of several alternatives, is answered by the record; nothing turns on it or is cited."""
    needed = any(line["decides"] or line["passages"] for line in _all(node))
    return node["answer"] == "not_met" and bool(node["title"]) and not needed


def places(node: Plain) -> list[Plain]:
    """The exhibits at a node and below it, each place once and without its words."""
    found = [{**one, "quote": None} for line in _all(node) for one in line["exhibits"]]
    return [one for number, one in enumerate(found) if one not in found[:number]]


def _all(node: Plain) -> list[Plain]:
    return [node, *(line for child in node["children"] for line in _all(child))]


def untouched(node: Plain) -> bool:
    """Whether nothing on record stands at a node or below it, and nothing there decides."""
    if node["exhibits"] or node["passages"] or node["asserted_by"] or node["decides"] or node["supposed"]:
        return False
    settled = node["answer"] in ("met", "disputed") or node["raised"] in ("opponent", "record")
    return not settled and all(untouched(child) for child in node["children"])
