"""The page, served from our own host: a photo or a mood goes in, a tape comes out."""
