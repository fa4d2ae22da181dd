"""What a user writes first; ``.ci/release`` has mypy look at it with the wheel alone."""

from azmedia_nlp import Article, parse_article

TEXT = "Nur Bankın sədri Elçin Qaralı bildirib ki, yeni filial mayın 12-də açılacaq."


def report(article: Article) -> list[str]:
    names = {entity.id: entity.name for entity in article.entities}
    lines = [f"{time.text}: {time.value}" for time in article.times]
    for role in article.roles:
        owner = article.entity(role.organization)
        lines.append(f"{names[role.person]}: {role.title.lemma}, {owner.name if owner else '?'}")
    for quotation in article.quotations:
        speaker = article.entity(quotation.speaker)
        lines.append(f"{speaker.name if speaker else quotation.speaker_text}: {quotation.text}")
    return lines


if __name__ == "__main__":
    print("\n".join(report(parse_article(TEXT, published="2025-05-14"))))
