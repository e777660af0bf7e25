"""The first hours: sentences and clocks as data, each with its authority."""
