"""How sure a mean over questions is: the percentile bootstrap (Efron 1979), the questions drawn again with replacement.

Where all questions agree so do all draws, and the interval is a point, however few the questions were.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

_DRAWS = 2000
_SEED = 20_130_516  # any will do, so long as the same run gives the same interval
_AT_ONCE = 100  # draws held in memory together


def interval(values: Sequence[float]) -> tuple[float | None, float | None]:
    """The 95% interval of the mean of ``values``; ``None`` twice for fewer than two."""
    if len(values) < 2:
        return None, None
    if len(set(values)) == 1:
        return values[0], values[0]
    from scipy.stats import bootstrap

    found = bootstrap((np.asarray(values),), np.mean, n_resamples=_DRAWS, batch=_AT_ONCE, method="percentile", rng=np.random.default_rng(_SEED))
    return float(found.confidence_interval.low), float(found.confidence_interval.high)
