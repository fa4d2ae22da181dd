"""Other sources of tokens and names, behind the same rooms; nothing here is imported by a stage.

``article`` finds an engine by the entry points of ``azmedia_nlp.engines``: each names a function
that takes ``model_dir`` and gives what :class:`azmedia_nlp.article.Engine` describes.
"""
