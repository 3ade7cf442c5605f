"""networkx reads the graph: who holds what, what answers what, what copies what."""

import networkx
from tests.cases import HOSTILE, case_of, told
from tests.export.writing import write


def test_the_graph_is_read_back(tmp_path):
    tables = told(f"{HOSTILE}\x00\x0b")
    graph = networkx.read_graphml(
        write("graphml", case_of(tables, tmp_path / "case"), tmp_path / "g.graphml"), force_multigraph=True
    )
    kinds = networkx.get_node_attributes(graph, "kind")
    by_kind = {kind: [node for node, its in kinds.items() if its == kind] for kind in set(kinds.values())}
    assert {kind: len(nodes) for kind, nodes in by_kind.items()} == {"document": 4, "point": 2, "position": 5, "speaker": 4}
    edges = {
        kind: [each for each in graph.edges(data=True) if each[2]["kind"] == kind] for kind in ("holds", "answers", "copied from")
    }
    assert len(edges["holds"]) == len(tables["answers"])
    assert len(edges["answers"]) == 5
    (copy,) = edges["copied from"]
    assert copy[:2] == (tables["documents"][1].id, tables["documents"][0].id)
    held = {each[2]["label"] for each in edges["holds"]}
    assert "Thirty-one people died in the blaze" in held
    assert graph.nodes[by_kind["point"][0]]["relation"] == "conflict"
