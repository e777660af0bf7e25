"""Full-text search inside the encrypted database: English and Russian, by stem and by dictionary form."""
