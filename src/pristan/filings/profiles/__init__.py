"""What each registry accepts: one TOML file per forum, dated and with its sources."""
