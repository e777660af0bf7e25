"""The pages of the law: search, one rule, a rule on a day."""
