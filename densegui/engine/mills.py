"""The tail of the normal distribution as a quotient of two polynomials.

Φ(−t) = e^(−t²/2)·R(t), where R(t) = e^(t²/2)·erfc(t/√2)/2 falls slowly from 1/2 like 1/(t·√(2π)). R is
approximated by P(t)/Q(t); all coefficients are positive, so nothing cancels. The coefficients were fitted
by iteratively reweighted least squares on 160 Chebyshev nodes in t/(t + 2), in 60 digits.
"""

from __future__ import annotations

from typing import Final

# itemsize of the dtype → (P, Q), each from the highest power of t down.
MILLS: Final[dict[int, tuple[tuple[float, ...], tuple[float, ...]]]] = {
    # Relative error at most 6.4e-9 for t from 0 to 15.
    4: (
        (
            0.004153520730492675,
            0.04088299826827655,
            0.1839744323379193,
            0.43929011049775696,
            0.5000000031230636,
        ),
        (
            0.010411220823298638,
            0.1024845960266212,
            0.47142270527516594,
            1.2055695355410867,
            1.6764652257659258,
            1.0,
        ),
    ),
    # Relative error at most 6.1e-17 for t from 0 to 40.
    8: (
        (
            1.3973922474826282e-06,
            3.7516720283971964e-05,
            0.0004933079280615968,
            0.0041092971218857615,
            0.023716481688453375,
            0.09800709739411673,
            0.29001800378702625,
            0.59500535583295,
            0.7755355131211348,
            0.5,
        ),
        (
            3.502742918299485e-06,
            9.404047183326025e-05,
            0.0012400423436829406,
            0.010394520815869012,
            0.060677938094632164,
            0.25577974961086175,
            0.7839779161266586,
            1.7174601990682477,
            2.5642061085811703,
            2.3489555870451246,
            1.0,
        ),
    ),
}
