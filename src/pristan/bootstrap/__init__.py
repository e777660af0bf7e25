"""The one place where services meet storage; both doors begin here."""
