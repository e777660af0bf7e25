"""Documents that a lawyer edits: one source model, written as DOCX and as PDF."""
