"""The workbench: the second door beside the command line. It parses a request, calls a service, shows a page."""
