"""Which state is bound by which treaty or complaint procedure, and on which days."""
