"""From annotated articles to the model pack; outside the wheel."""
