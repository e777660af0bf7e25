"""Reading files. All input is untrusted here."""
