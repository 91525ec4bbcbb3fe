"""E-mails: which of their parts is the letter."""

import pytest

from followup.documents import Refused, extract

from .builders import docx, mail, odt, paragraph, pdf, png_header

BODY = (
    "REFERENCE: CMW/FollowUp/36/ab\n\n3 May 2024\n\nExcellency,\n\n"
    "I have the honour to refer to the examination of the initial report of Ruritania (CMW/C/RUR/CO/1). "
    + "The Committee welcomes the steps taken by the State party to protect migrant workers at its borders. "
    * 10
    + "\n\nThe Committee considers that the recommendation contained in paragraph 12 has been partially implemented."
)
PARAGRAPHS = BODY.replace(". \n", ".\n").split("\n\n")
OTHER = (
    BODY.replace("Ruritania", "Freedonia")
    .replace("steps taken", "laws")
    .replace("protect", "forbid to expel")
)
OTHER = OTHER.replace("welcomes", "regrets").replace(
    "at its borders", "who lost their passports and their wages"
)
NOTE = "Dear colleagues,\n\nPlease find attached the letter.\n\nRegistry"
PAGE = "<html><body>" + "".join(f"<p>{each}</p>" for each in PARAGRAPHS) + "</body></html>"
TEXT = "\n\n".join(PARAGRAPHS)
WORD = docx("".join(paragraph(each) for each in PARAGRAPHS), header=paragraph("LETTERHEAD"))
OPENDOCUMENT = odt("".join(f"<text:p>{each}</text:p>" for each in PARAGRAPHS))
OTHER_WORD = docx("".join(paragraph(each) for each in OTHER.split("\n\n")))
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512
HEAD = b"From: a@un.test\r\nMessage-ID: <1@un.test>\r\nMIME-Version: 1.0\r\n"


CASES = [
    ("text", mail(BODY), TEXT),
    ("page", mail(page=PAGE), TEXT),
    ("text before page", mail(BODY, PAGE.replace("Ruritania", "<i>Sylvania</i>")), TEXT),
    ("attachment", mail(NOTE, attached=(("letter.docx", WORD),)), f"LETTERHEAD\n\n{TEXT}"),
    ("letter in body and attachment", mail(BODY, attached=(("letter.docx", WORD),)), f"LETTERHEAD\n\n{TEXT}"),
    (
        "letter twice attached",
        mail(NOTE, attached=(("a.odt", OPENDOCUMENT), ("b.docx", WORD))),
        f"LETTERHEAD\n\n{TEXT}",
    ),
    (
        "letter and a note attached",
        mail(NOTE, attached=(("n.txt", b"A note."), ("b.odt", OPENDOCUMENT))),
        TEXT,
    ),
    ("letter with a logo", mail(BODY, attached=(("logo.png", png_header(90, 90)),)), TEXT),
    ("letter with something old", mail(BODY, attached=(("old.doc", OLD),)), TEXT),
    ("short note", mail(NOTE), NOTE),
    ("mailbox line", b"From a@un.test Fri May  3 10:00:00 2024\n" + mail(BODY), TEXT),
    (
        "quoted-printable, cp1252",
        HEAD
        + b"Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        b"L=92=C9tat par=\r\ntie",
        "L’État partie",
    ),
    (
        "base64",
        HEAD + b"Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\nRXhjZWxsZW5jeSw=",
        "Excellency,",
    ),
    ("unknown charset", HEAD + b"Content-Type: text/plain; charset=x-evil\r\n\r\nExcellency,", "Excellency,"),
    (
        "flowed",
        HEAD
        + b"Content-Type: text/plain; format=flowed\r\n\r\nThe Committee \r\nconsiders.\r\n\r\n-- \r\nRegistry",
        "The Committee considers.\n\n--\nRegistry",
    ),
    (
        "forwarded as an attachment",
        HEAD
        + b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nFYI\r\n'
        b"--b\r\nContent-Type: message/rfc822\r\n\r\n" + mail(BODY) + b"\r\n--b--\r\n",
        TEXT,
    ),
]


@pytest.mark.parametrize(("data", "text"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_letter_of_an_email_is_found(data, text):
    extracted = extract(data, "letter.eml")
    assert (extracted.text, extracted.format, extracted.media_type) == (text, "eml", "message/rfc822")


def nested(depth: int) -> bytes:
    inside = mail(BODY)
    for number in range(depth):
        mark = b"b%d" % number
        inside = (
            HEAD + b'Content-Type: multipart/mixed; boundary="' + mark + b'"\r\n\r\n--' + mark
            + b"\r\nContent-Type: message/rfc822\r\n\r\n" + inside + b"\r\n--" + mark + b"--\r\n"
        )  # fmt: skip
    return inside


def many(parts: int) -> bytes:
    part = b"--b\r\nContent-Type: text/plain\r\n\r\nx\r\n"
    return HEAD + b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n' + part * parts + b"--b--\r\n"


PARTS = (
    "This e-mail holds more than 50 parts or more than 3 e-mails inside each other. "
    "Save the letter from it and upload that."
)
SEVERAL = "This e-mail holds 2 different documents. Save them and upload the letters one by one."
REFUSED = [
    (
        "two letters attached",
        mail(NOTE, attached=(("a.docx", WORD), ("b.docx", OTHER_WORD))),
        "unsupported",
        SEVERAL,
    ),
    ("another letter attached", mail(BODY, attached=(("b.docx", OTHER_WORD),)), "unsupported", SEVERAL),
    (
        "only something old attached",
        mail(NOTE, attached=(("letter.doc", OLD),)),
        "unsupported",
        "An attachment of this e-mail could not be read. This file is an old Word document (.doc) or another old "
        "Office file, which cannot be read here. Open it and save it as .docx or PDF, and upload that.",
    ),
    (
        "winmail.dat",
        mail(NOTE, attached=(("winmail.dat", b"\x78\x9f\x3e\x22" + b"\x00" * 99),)),
        "unsupported",
        "An attachment of this e-mail could not be read. This file is a winmail.dat attachment of Outlook, which "
        "cannot be read here. Ask for the letter as PDF, or save it from Outlook.",
    ),
    (
        "broken PDF attached",
        mail(NOTE, attached=(("letter.pdf", pdf([[]])[:200]),)),
        "corrupt",
        "An attachment of this e-mail could not be read. This PDF is damaged or incomplete and cannot be opened. "
        "Upload the original again, or paste the text.",
    ),
    ("nothing", HEAD + b"\r\n", "no_text", None),
    ("4 inside each other", nested(4), "unpacks_too_big", PARTS),
    ("50 inside each other", nested(50), "unpacks_too_big", PARTS),
    ("5,000 inside each other", nested(5000), None, None),
    ("5,000 parts", many(5000), "unpacks_too_big", PARTS),
]


@pytest.mark.parametrize(
    ("data", "code", "message"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_emails_that_are_refused(data, code, message):
    with pytest.raises(Refused) as caught:
        extract(data)
    assert caught.value.code == (code or caught.value.code)
    assert caught.value.message == (message or caught.value.message)


def test_three_emails_inside_each_other_are_read():
    assert extract(nested(3)).text == TEXT
