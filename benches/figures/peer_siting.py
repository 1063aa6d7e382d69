"""Asks spopt for the best sites of the same towns; prints whether it reaches as much as we do, and how long it takes."""
import sys
import time
from pathlib import Path

import numpy as np
import pulp
from spopt.locate import MCLP

towns, same, theirs_s, ours_s = 0, 0, [], []
for path in sorted(Path(sys.argv[1]).glob("*.txt")):
    lines = path.read_text().split("\n")
    wanted, covered, seconds = lines[0].split()
    weights = np.array(lines[1].split(), dtype=float)
    sites = lines[2:-1]
    # A distance of 1 where a site reaches a row, of 3 where it does not.
    costs = np.full((len(weights), len(sites)), 3.0)
    for site, rows in enumerate(sites):
        costs[np.array(rows.split(), dtype=int), site] = 1.0
    begin = time.perf_counter()
    model = MCLP.from_cost_matrix(costs, weights, service_radius=2.0, p_facilities=int(wanted))
    model = model.solve(pulp.PULP_CBC_CMD(msg=False, timeLimit=120, threads=1))
    theirs_s.append(time.perf_counter() - begin)
    ours_s.append(float(seconds))
    towns += 1
    same += round(model.problem.objective.value()) == int(covered)
ratio = [theirs / ours for theirs, ours in zip(theirs_s, ours_s)]
print(
    f"{same} of {towns} optima the same; the largest takes it {theirs_s[0]:.1f} s, {ratio[0]:.0f} times ours; "
    f"the others {np.median(ratio[1:]):.0f} times ours (median)"
)
