"""What is documented about the accusing states: patterns, offences, figures, surrender relations, terms; and the
person's own library. Data with sources, read strictly; never proof about one person.
"""
