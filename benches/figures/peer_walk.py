"""Asks scipy for the same ways on the same edges; prints how far it is from ours, and how long it takes."""
import sys
import time
from pathlib import Path

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import dijkstra

folder = Path(sys.argv[1])
UNREACHED = 2**32 - 1


def read(name):
    return np.loadtxt(folder / name, delimiter=",", dtype=np.int64, ndmin=2)


edges, nearest = read("edges.csv"), read("nearest.csv").ravel()
count = len(nearest)
# Of parallel edges the shortest counts; scipy would add them up, and takes a zero for no edge.
low, high = edges[:, :2].min(axis=1), edges[:, :2].max(axis=1)
lengths = np.maximum(edges[:, 2], 1e-6)
order = np.lexsort((lengths, high, low))
low, high, lengths = low[order], high[order], lengths[order]
first = np.ones(len(low), dtype=bool)
first[1:] = (low[1:] != low[:-1]) | (high[1:] != high[:-1])
graph = coo_matrix((lengths[first], (low[first], high[first])), shape=(count + 1, count + 1)).tocsr()

pairs = read("pairs.csv")
worst = 0.0
for source in np.unique(pairs[:, 0]):
    theirs = dijkstra(graph, directed=False, indices=source)
    mine = pairs[pairs[:, 0] == source]
    expected = np.where(np.isinf(theirs[mine[:, 1]]), UNREACHED, theirs[mine[:, 1]])
    worst = max(worst, float(np.abs(expected - mine[:, 2]).max()))

# The sources hang on one more junction, so that their own part of the way counts.
starts = read("starts.csv")
joined = graph.tolil()
for junction, cost in starts:
    known = joined[count, junction]
    joined[count, junction] = min(known, cost) if known else max(cost, 1e-6)
joined = joined.tocsr()
theirs = dijkstra(joined, directed=False, indices=count)[:count]
expected = np.where(np.isinf(theirs), UNREACHED, theirs)
worst = max(worst, float(np.abs(expected - nearest).max()))

best = min(run_time for run_time in [
    (lambda begin: (dijkstra(graph, directed=False, indices=np.unique(starts[:, 0]), min_only=True), time.perf_counter() - begin)[1])(time.perf_counter())
    for _ in range(15)
])
said = f"{len(pairs)} pairs and {count} nearest: at most {worst / 10:.2f} m apart; its dijkstra(min_only=True) takes {best * 1e3:.2f} ms"
try:
    import pandana
    import pandas as pd
except ImportError:
    print(said)
    sys.exit()
# Where junctions lie does not matter for the way between them: each gets a spot of its own, so that places find theirs.
spots = pd.Series(np.arange(count, dtype=float))
begin = time.perf_counter()
network = pandana.Network(
    spots, pd.Series(np.zeros(count)), pd.Series(low[first]), pd.Series(high[first]), pd.DataFrame({"dm": lengths[first].astype(float)})
)
# 1,200 m and no farther: to ask it for everything would take it longer still.
network.precompute(12_000)
ready = time.perf_counter() - begin
places = pd.Series(np.unique(starts[:, 0]).astype(float))
network.set_pois("places", 12_000, 1, places, pd.Series(np.zeros(len(places))))
runs = []
for _ in range(5):
    begin = time.perf_counter()
    network.nearest_pois(12_000, "places", num_pois=1)
    runs.append(time.perf_counter() - begin)
print(f"{said}; pandana takes {min(runs) * 1e3:.1f} ms up to 1,200 m after {ready:.1f} s of getting ready")
