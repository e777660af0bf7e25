"""Every route side by side: findings, verdicts, trace, moves, defeat sets, effects."""
