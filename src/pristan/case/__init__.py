"""The person, facts, statements and events: who said it, and how well it is proved."""
