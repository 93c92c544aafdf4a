"""What other programs make of an export: a parser of GIFT, and a converter of QTI."""

import json
from xml.etree import ElementTree

from exported import export, write_sample
from readers import GIFT, QTI, flatten, read_items, run_node


def test_gift_is_read_as_it_was_meant(exported):
    read = run_node(GIFT, exported("gift")[0].decode())
    assert [(each["type"], each.get("id")) for each in read if each["type"] != "Category"] == [
        ("Essay", "7-card"),
        ("MC", "one-key"),
        ("MC", "two-keys"),
        ("Essay", "an-explain"),
    ]
    card, one, two, explain = (each for each in read if each["type"] != "Category")
    assert one["tags"] == ["mcq", "easy", "code"]
    assert one["title"].startswith('What does this print? a.py def f(x): # why return {"a": 1 ~ x}')
    assert [choice["isCorrect"] for choice in one["choices"]] == [False, True, False]
    assert one["choices"][0]["feedback"]["text"] == "<p>No: =a {b} ~c #d :e \\f</p>"
    assert one["choices"][2]["text"]["text"] == "<p>-5</p>"
    assert [choice["weight"] for choice in two["choices"]] == [50, 50, -100]
    assert "<p>Both.</p>" in two["globalFeedback"]["text"]
    assert r"\(x^2 &lt; 3\)" in card["globalFeedback"]["text"]
    assert "The model answer." in explain["globalFeedback"]["text"]


NASTY = (
    "a = b ~ c # d { e } f : g",
    "::name:: [html] text",
    "// not a comment",
    "$CATEGORY: none",
    r"a \ b \\ c \n d \{ e",
    "~%50% half",
    "=right ->left",
    "####general",
    "{T} and {=x ~y}",
    "%-100% % %%",
)


def test_signs_of_gift_are_text_in_questions(tmp_path):
    items = "".join(
        f"/// mcq | q{number} easy\n\nIs it `{text}`?\n\n- [x] `{text}`\n  > `{text}`\n- [ ] No\n\n///\n\n"
        for number, text in enumerate(NASTY)
    )
    content = export(write_sample(tmp_path, items), "gift")[0].decode()
    read = [each for each in run_node(GIFT, content) if each["type"] == "MC"]
    assert [each["id"] for each in read] == [f"q{number}" for number in range(len(NASTY))]
    for each, text in zip(read, NASTY, strict=True):
        code = f"<code>{text.replace('>', '&gt;')}</code>"
        assert each["stem"]["text"] == f"<p>Is it {code}?</p>"
        assert each["choices"][0]["text"]["text"] == f"<p>{code}</p>"
        assert each["choices"][0]["feedback"]["text"] == f"<p>{code}</p>"


def test_qti_2_converted_by_others_is_our_qti_3(exported):
    old = read_items(exported("qti", "--profile", "2.1")[0])
    new = read_items(exported("qti", "--profile", "3.0")[0])
    assert list(old) == list(new)
    assert "items/_7-card.xml" in new  # An identifier of XML must not begin with a digit.
    converted = run_node(QTI, json.dumps([content.decode() for content in old.values()]))
    for name, text in zip(old, converted, strict=True):
        again, ours = ElementTree.fromstring(text.encode()), ElementTree.fromstring(new[name])
        assert flatten(again) == flatten(ours), name
