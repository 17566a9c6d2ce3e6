"""What Moodtape says, in six languages: Fluent catalogues, and what reads them."""
