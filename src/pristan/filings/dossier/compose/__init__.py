"""From assessments to the view of the dossier: one module per part of it."""
