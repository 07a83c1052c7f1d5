"""The one error that is the user's: what was asked for cannot be drawn."""


class RequestError(Exception):
    """One line that names the offending value and what would be accepted."""
