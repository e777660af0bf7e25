"""Rules as data: records, the predicates that answer their elements, the loader."""
