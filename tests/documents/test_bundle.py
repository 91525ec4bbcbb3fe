"""ZIP archives of letters: what is in them, and which are not opened."""

import stat
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest

from followup.documents import LIMITS, Refused, bundle
from tests.documents.builders import docx, odt, packed, paragraph


def files(data: bytes, name: str = "letters.zip") -> list[tuple[str, bytes | str]]:
    """The files, a refusal by its message."""
    found = bundle.files(name, BytesIO(data))
    return [(name, content.message if isinstance(content, Refused) else content) for name, content in found]


def message(data: bytes) -> str:
    """The one sentence that a whole archive is refused with."""
    [(name, content)] = files(data)
    assert name == "letters.zip"
    assert isinstance(content, str)
    return content


def test_files_by_name_without_what_no_person_put_there():
    data = packed(
        {
            "b.txt": "two",
            "2018/a.pdf": b"one",
            "2018/": b"",
            "2018/.DS_Store": b"x",
            ".hidden/c.txt": "x",
            "__MACOSX/2018/._a.pdf": b"x",
            "2019\\d.txt": "three",
        }
    )
    assert list(bundle.members(BytesIO(data))) == [
        ("2018/a.pdf", b"one"),
        ("2019/d.txt", b"three"),
        ("b.txt", b"two"),
    ]
    assert [name for name, _ in files(data)] == [
        "letters.zip/2018/a.pdf",
        "letters.zip/2019/d.txt",
        "letters.zip/b.txt",
    ]


def test_an_archive_in_the_archive_stays_closed():
    inner = packed({"letter.txt": "x"})
    assert files(packed({"inner.zip": inner})) == [("letters.zip/inner.zip", inner)]


def test_many_stored_documents_are_no_great_directory():
    document = docx(paragraph("A letter."))
    data = packed({f"{number}.docx": document for number in range(100)}, stored=True)
    assert len(files(data)) == 100


WORKBOOK = packed({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"})
NO_BUNDLES = {
    "docx": docx(paragraph("A letter.")),
    "odt": odt("<text:p>A letter.</text:p>"),
    "workbook": WORKBOOK,
    "damaged": packed({"a.txt": "one"})[:-10],
    "text": b"PK is how this letter begins.",
    "nothing": b"",
}


@pytest.mark.parametrize("name", NO_BUNDLES)
def test_what_is_no_bundle_is_one_file(name):
    assert files(NO_BUNDLES[name], name) == [(name, NO_BUNDLES[name])]


def test_a_file_over_the_limit_is_refused_alone():
    big = bytes(LIMITS.file_bytes + 1)
    [(_, said)] = files(big, "big.txt")
    assert said.startswith("This file is 20.1 MB; the limit is 20 MB.")
    data = packed({"a.txt": "one", "big.bin": noise(LIMITS.file_bytes + 1)}, stored=True)
    assert files(data) == [("letters.zip/a.txt", b"one"), ("letters.zip/big.bin", said)]


def noise(count: int) -> bytes:
    """Bytes that no packer makes smaller by a hundred times."""
    return bytes(range(256)) * (count // 256) + bytes(count % 256)


def member(name: str, content: bytes = b"x", *, mode: int = 0, method: int = ZIP_DEFLATED) -> bytes:
    info = ZipInfo(name)
    info.external_attr, info.compress_type = mode << 16, method
    output = BytesIO()
    with ZipFile(output, "w") as archive:
        archive.writestr(info, content)
    return output.getvalue()


def twice() -> bytes:
    return packed({"a.txt": "one", "b.txt": "two"}).replace(b"b.txt", b"a.txt")


def locked() -> bytes:
    data = bytearray(member("a.txt"))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def lying(size: int) -> bytes:
    """An archive of 1,500 bytes whose directory declares another size."""
    data = bytearray(member("a.txt", bytes(1500)))
    entry = data.index(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = size.to_bytes(4, "little")
    return bytes(data)


def endless_directory() -> bytes:
    """A directory of 100,000 entries, of which the archive declares one."""
    data = member("a.txt")
    entry, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    directory = data[entry:end] * 100_000
    closing = bytearray(data[end:])
    closing[12:16] = len(directory).to_bytes(4, "little")
    return data[:entry] + directory + bytes(closing)


REFUSED = {
    "too many files": (packed({f"{n}.txt": "x" for n in range(501)}), "holds more than 500 files"),
    "too many entries": (endless_directory(), "holds more than 500 files"),
    "a bomb": (packed({"a.txt": bytes(50 << 20)}), "unpacks to far more"),
    "more than it declares": (lying(1000), "damaged"),
    "less than it declares": (lying(2000), "damaged"),
    "a name above": (member("../../etc/passwd"), "outside its own folders"),
    "a name above, of Windows": (member("a\\..\\..\\b.txt"), "outside its own folders"),
    "a name from the root": (member("/etc/passwd"), "outside its own folders"),
    "a name with a drive": (member("C:/letters/a.txt"), "outside its own folders"),
    "a link": (member("a.txt", b"/etc/passwd", mode=stat.S_IFLNK | 0o777), "holds a link"),
    "a name twice": (twice(), "a file twice"),
    "a password": (locked(), "needs a password"),
    "another packing": (member("a.txt", method=ZIP_BZIP2), "damaged or incomplete"),
    "a byte changed": (
        member("a.txt", b"A letter.", method=ZIP_STORED).replace(b"A letter", b"B letter"),
        "damaged or incomplete",
    ),
    "nothing in it": (packed({}), "holds no files"),
    "no letter in it": (packed({".DS_Store": "x", "2018/": ""}), "holds no files"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_an_archive_that_is_not_in_order_is_refused_as_a_whole(case):
    data, words = REFUSED[case]
    assert words in message(data)


def test_an_archive_over_the_limit_is_not_opened():
    data = packed({"a.txt": "one"}) + bytes(LIMITS.bundle_bytes)
    assert message(data).startswith("This ZIP archive is 100.1 MB; the limit is 100 MB.")


def test_declared_sizes_add_up():
    def letters(count: int) -> list[ZipInfo]:
        infos = [ZipInfo(f"{number}.pdf") for number in range(count)]
        for info in infos:
            info.file_size, info.compress_size, info.compress_type = 20 << 20, 5 << 20, ZIP_DEFLATED
            info.orig_filename, info.flag_bits = info.filename, 0
        return infos

    bundle.check_directory(letters(15))
    with pytest.raises(Refused, match="unpacks to far more"):
        bundle.check_directory(letters(16))
