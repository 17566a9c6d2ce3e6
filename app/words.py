"""What the service and the command line say; loaded only where something is said."""

from core.language import Languages, Words


def open_languages() -> Languages:
    """All languages; each is read when it is first spoken."""
    from language.fluent import FluentLanguages

    return FluentLanguages()


def english() -> Words:
    """The command line's words: a tool for whoever runs Moodtape."""
    return open_languages().words_for(None)
