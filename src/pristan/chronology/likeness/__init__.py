"""Whether two names, places, counts or numbers can be the same thing in other words."""
