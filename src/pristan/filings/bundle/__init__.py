"""The exhibit bundle: any files, in order, as one numbered and linked PDF."""
