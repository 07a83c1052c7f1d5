class Untranslatable(Exception):
    """PTX that the translator does not know, or must not accept."""
