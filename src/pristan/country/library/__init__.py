"""The person's own reports and decisions: pages, and the stems by which they are found."""
