"""What a user can ask for, one function per action; every door calls these."""
