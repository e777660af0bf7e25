"""Reading how people and papers tell a time, in English and Russian."""
