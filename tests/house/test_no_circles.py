"""No file of the product needs itself by way of others: who reads one can read on downwards."""

from __future__ import annotations

import graphlib

import grimp


def test_no_file_imports_itself_by_way_of_others() -> None:
    graph = grimp.build_graph("pristan", cache_dir=None)
    imports = {one: graph.find_modules_directly_imported_by(one) for one in graph.modules}
    graphlib.TopologicalSorter(imports).prepare()  # names the circle, if there is one
