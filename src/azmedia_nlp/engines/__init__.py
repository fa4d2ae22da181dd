"""Other sources of tokens and names, behind the same rooms; nothing here is imported by a stage.

``azmedia_nlp.engine`` finds an engine by the entry points ``azmedia_engines``: each names a
function that takes ``model_dir`` and gives what :class:`azmedia_nlp.engine.Engine` describes.
"""
