"""Comparers: small pure functions that return a score and the sentence that explains it.

`matcher` weighs them; none of them decides anything alone.
"""
