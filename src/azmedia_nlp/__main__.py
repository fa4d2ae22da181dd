"""``python -m azmedia_nlp``: the command line."""

from azmedia_nlp.cli import main

if __name__ == "__main__":
    main()
