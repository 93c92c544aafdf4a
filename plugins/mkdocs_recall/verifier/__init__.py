"""`recall verify`: run the scripts that questions and lessons name, and compare what pages show with what they print.

1. `claims.py` collects what pages claim: which script, which code is shown, which output is stated.
2. `scripts.py` reads the scripts and splits them into cells.
3. `sandbox.py` runs each script once, in a process of its own without a network; `run_cells.py` is that process for
   Python.
4. `judge.py` compares, and `run_claims.py` does all of this for a site.
"""

from __future__ import annotations

from .claims import Claim
from .run_claims import Report, check_claims, collect_claims, commands_of, verify_claims

__all__ = ["Claim", "Report", "check_claims", "collect_claims", "commands_of", "verify_claims"]
