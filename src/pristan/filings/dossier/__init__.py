"""The dossier: one view of an assessed case, and its three printed forms (PDF, HTML, JSON)."""
