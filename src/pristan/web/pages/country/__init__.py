"""The page of what is documented about the country."""
