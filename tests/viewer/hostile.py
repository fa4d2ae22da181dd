"""An article made to break a page: markup, quotes, separators, halves of pairs, odd names."""

HOSTILE = "\n".join(
    [
        "</title></style><script>window.broken = 1</script> Bakıda & \"yarmarka\" 'açıldı'",
        "18 noyabr 2025, 13:54",
        "Nazir Elçin \"onmouseover='window.broken=1'\" Qaralı <img src=x onerror=broken=1> deyib.",
        "“Sən </script><script>window.broken = 1</script> deyirsən”, – deyə Elçin Qaralı bildirib.",
        "<svg/onload=window.broken=1> javascript:window.broken=1 data:text/html,<b>x</b>",
        "Ayırıcılar: \u2028 \u2029 \x00 \x1b \x85 \u202e tərsinə \u2066 \ud800 \uffff \ufeff",
        "${style} $content {{content}} %s {0} <!-- --> ]]> &lt;b&gt; &#x27;",
        "Şirkət “<a href='https://example.invalid'>Ödə</a>” MMC-nin direktoru Aygün Saraylıdır.",
    ]
)
