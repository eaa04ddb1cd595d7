"""Cox estimates in 50-digit arithmetic: root of the score, straight from its definition, by Newton; run in this directory."""
import csv
import os
from decimal import Decimal, getcontext

getcontext().prec = 50
os.chdir(os.path.dirname(os.path.abspath(__file__)))


def derivatives(patients, efron, beta):
    score = information = Decimal(0)
    for t in sorted({p[0] for p in patients if p[1]}):
        failing = [p for p in patients if p[0] == t and p[1]]
        d, d1 = len(failing), sum(p[2] for p in failing)
        n1 = sum(p[2] for p in patients if p[0] >= t)
        n0 = sum(1 - p[2] for p in patients if p[0] >= t)
        score += d1
        for l in range(d):
            gone = Decimal(l) / d if efron else Decimal(0)
            a = (n1 - gone * d1) * beta.exp()
            p = a / (a + n0 - gone * (d - d1))
            score -= p
            information += p * (1 - p)
    return score, information


print("set,ties,logHazardRatio,standardError")
for name in ("aml", "ovarian", "veteran", "lung", "colonR"):
    with open(name + ".csv") as f:
        patients = [(float(r["time"]), r["event"] == "1", int(r["group"])) for r in csv.DictReader(f)]
    for ties in ("EFRON", "BRESLOW"):
        beta = Decimal(0)
        for _ in range(8):
            score, information = derivatives(patients, ties == "EFRON", beta)
            beta += score / information
        score, information = derivatives(patients, ties == "EFRON", beta)
        assert abs(score) < Decimal("1e-40")
        print(f"{name},{ties},{beta:.20f},{1 / information.sqrt():.20f}")
