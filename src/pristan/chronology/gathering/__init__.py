"""From a case to claims about time, a file for each kind of source; see gather.py, which runs them all."""
