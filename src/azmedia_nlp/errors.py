"""What can go wrong before a text is read; a text itself never raises.

* AzmediaError
  x LexiconError(ValueError)        lexicon/titles.tsv:118: expected 3 columns, found 2
  x OptionError(ValueError)         published='yesterday': cannot be read as a date …
  x MissingExtraError(ImportError)  engine 'stanza' needs: pip install 'azmedia-nlp[stanza]'
  x ArchiveError(ValueError)        archive: an archive stands there; resume it or …
  x WorkerError(RuntimeError)       worker processes could not start; …
  x ModelError
    + ModelNotFoundError(FileNotFoundError)
    + ModelFormatError(ValueError)  pack protocol 2, this library reads 1
"""


class AzmediaError(Exception):
    """Anything that azmedia_nlp raises on its own account."""


class LexiconError(AzmediaError, ValueError):
    """A row of a word list could not be read."""


class OptionError(AzmediaError, ValueError):
    """An argument or option has a value that means nothing here."""


class MissingExtraError(AzmediaError, ImportError):
    """A feature was asked for whose optional dependency is not installed."""


class ArchiveError(AzmediaError, ValueError):
    """A folder is no archive, or one that this version or this input cannot go on with."""


class WorkerError(AzmediaError, RuntimeError):
    """Worker processes could not be started."""


class ModelError(AzmediaError):
    """A model pack could not be used."""


class ModelNotFoundError(ModelError, FileNotFoundError):
    """No model pack stood at the path that was given."""


class ModelFormatError(ModelError, ValueError):
    """A model pack is damaged, or was written for another version."""
