"""Files made for the tests: ten sound ones of different kinds, and hostile ones, each with the fault it ends in."""

from __future__ import annotations

import gzip
import io
import json
import struct
import zipfile
import zlib
from functools import cache
from pathlib import Path

import pikepdf
import typst
from PIL import Image

from tests.documents.intake import hostile_pdf

RULING = """ПОСТАНОВЛЕНИЕ
о возбуждении уголовного дела и принятии его к производству
г. Казань 4 марта 2024 года
Следователь Орлов И.П., рассмотрев сообщение о преступлении,
УСТАНОВИЛ:
Ершов А.В. совершил преступление, предусмотренное ч. 1 ст. 280.3 УК РФ.
ПОСТАНОВИЛ:
Возбудить уголовное дело в отношении Ершова Андрея Викторовича.
"""
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@cache
def pdf(text: str = RULING) -> bytes:
    """A PDF with a text layer."""
    return bytes(typst.compile(('#set text(lang: "ru")\n' + text.replace("\n", " \\\n")).encode()))


def zipped(members: dict[str, bytes]) -> bytes:
    """A ZIP of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def docx(text: str = RULING) -> bytes:
    """A Word file of plain paragraphs."""
    lines = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.split("\n"))
    return zipped({"word/document.xml": f'<w:document xmlns:w="{_W}"><w:body>{lines}</w:body></w:document>'.encode()})


def odt(text: str = RULING) -> bytes:
    """An OpenDocument text of plain paragraphs."""
    base = "urn:oasis:names:tc:opendocument:xmlns"
    names = f'xmlns:o="{base}:office:1.0" xmlns:t="{base}:text:1.0"'
    lines = "".join(f"<t:p>{line}</t:p>" for line in text.split("\n"))
    content = f"<o:document {names}><o:body><o:text>{lines}</o:text></o:body></o:document>"
    return zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content.encode()})


def rtf(text: str = RULING) -> bytes:
    """An RTF file in code page 1251, its first word written in Unicode escapes."""
    first, rest = text.split("\n", 1)
    start = "".join(f"\\u{ord(letter)}?" for letter in first)
    coded = "".join(f"\\'{byte:02x}" if byte > 127 else chr(byte) for byte in rest.encode("cp1251"))
    body = coded.replace("\n", "\\par ")
    return (r"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0 Times;}}" + start + r"\par " + body + "}").encode("ascii")


def png(width: int, height: int) -> bytes:
    """The beginning of a PNG that says it has this size, and one row."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


def tiff(pages: int) -> bytes:
    """A picture of several pages."""
    sheets = [Image.new("L", (60, 40), 255 - number) for number in range(pages)]
    out = io.BytesIO()
    sheets[0].save(out, "TIFF", save_all=True, append_images=sheets[1:])
    return out.getvalue()


def jpeg(*, orientation: int = 1) -> bytes:
    """A photograph 60 wide and 40 high that the camera held as `orientation` says."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x0110] = "ND-5"
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "white").save(out, "JPEG", exif=exif)
    return out.getvalue()


def photograph_with_place() -> bytes:
    """A photograph that tells when, with what and where it was taken."""
    exif = Image.Exif()
    exif[0x0110] = "ND-5"
    exif.get_ifd(0x8769)[0x9003] = "2024:03:05 10:11:12"
    exif.get_ifd(0x8825).update({1: "N", 2: (55.0, 47.0, 30.0), 3: "E", 4: (49.0, 6.0, 0.0)})
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "white").save(out, "JPEG", exif=exif)
    return out.getvalue()


def heic() -> bytes:
    """A sound HEIC picture, 48 wide and 64 high (made with heif-enc of libheif)."""
    return (Path(__file__).parent / "small.heic").read_bytes()


def mbox() -> bytes:
    """A mailbox of two letters; one line of the second begins with "From"."""
    second = b"From: mama@example.org\nTo: ersh@example.org\nSubject: 2\n\n>From Kazan they came again.\n"
    return b"From a@example.org Tue Mar  5 10:11:12 2024\n" + letter() + b"\nFrom b@example.org Tue\n" + second


def wacz() -> bytes:
    """A web archive as browsers' extensions keep it: a ZIP with a gzipped WARC in it."""
    return zipped(
        {"datapackage.json": b"{}", "archive/data.warc.gz": gzip.compress(warc()), "pages/pages.jsonl": b"{}"}
    )


@cache
def signature() -> bytes:
    """The certificate of an invented person as it stands in a signature; nothing is really signed."""
    from datetime import UTC, datetime

    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.serialization import Encoding, pkcs7

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Судья Лапина Ольга Игоревна")])
    start, end = datetime(2024, 1, 1, tzinfo=UTC), datetime(2034, 1, 1, tzinfo=UTC)
    unsigned = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    certificate = unsigned.serial_number(7).not_valid_before(start).not_valid_after(end).sign(key, SHA256())
    return pkcs7.serialize_certificates([certificate], Encoding.DER) + bytes(300)


def signed_pdf() -> bytes:
    """A PDF with that in a signature's place."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as document:
        value = pikepdf.Dictionary(
            Type=pikepdf.Name.Sig, SubFilter=pikepdf.Name("/adbe.pkcs7.detached"), M="D:20240304120000+03'00'"
        )
        value.Contents = pikepdf.String(signature())
        field = pikepdf.Dictionary(FT=pikepdf.Name.Sig, T="s", V=document.make_indirect(value))
        document.Root.AcroForm = pikepdf.Dictionary(Fields=[document.make_indirect(field)], SigFlags=3)
        document.save(out)
    return out.getvalue()


def letter() -> bytes:
    """A letter with the ruling attached."""
    from email.message import EmailMessage

    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "advokat@example.org", "ersh@example.org", "Постановление по делу"
    made.set_content("Высылаю постановление.")
    made.add_attachment(docx(), maintype="application", subtype="octet-stream", filename="постановление.docx")
    return made.as_bytes()


def telegram() -> bytes:
    """A chat as Telegram Desktop exports it."""
    said = {
        "id": 1,
        "type": "message",
        "date": "2024-03-05T10:11:12",
        "from": "Мама",
        "text": ["Приходили ", {"type": "bold", "text": "с обыском"}],
    }
    passed_on = {
        "id": 2,
        "type": "message",
        "date": "2024-03-05T10:15:00",
        "from": "Мама",
        "forwarded_from": "Новости",
        "edited": "2024-03-05T10:16:00",
        "text": "Обыски в городе",
    }
    chat = {"name": "Мама", "type": "personal_chat", "messages": [said, passed_on]}
    return json.dumps(chat, ensure_ascii=False).encode()


def locked_zip(name: str, data: bytes, password: str) -> bytes:
    """A ZIP whose only file is encrypted in the old way (PKWARE's, APPNOTE 6.1), which common programs still write."""
    plain = io.BytesIO(zipped({}))
    with zipfile.ZipFile(plain, "w") as archive:
        archive.writestr(name, bytes(12) + data)
    made, crc = bytearray(plain.getvalue()), zlib.crc32(data)
    keys = [0x12345678, 0x23456789, 0x34567890]

    def step(byte: int) -> None:
        keys[0] = zlib.crc32(bytes([byte]), keys[0] ^ 0xFFFFFFFF) ^ 0xFFFFFFFF
        keys[1] = ((keys[1] + (keys[0] & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        keys[2] = zlib.crc32(bytes([keys[1] >> 24]), keys[2] ^ 0xFFFFFFFF) ^ 0xFFFFFFFF

    for byte in password.encode():
        step(byte)
    start = made.index(bytes(12) + data)
    for place, byte in enumerate(bytes(11) + bytes([crc >> 24]) + data, start):
        mix = (keys[2] | 2) & 0xFFFF
        made[place] = byte ^ ((mix * (mix ^ 1) >> 8) & 0xFF)
        step(byte)
    central = made.index(b"PK\x01\x02")
    for flags, sums in ((6, 14), (central + 8, central + 16)):
        made[flags] |= 1
        made[sums : sums + 4] = crc.to_bytes(4, "little")
        made[sums + 8 : sums + 12] = len(data).to_bytes(4, "little")
    return bytes(made)


def aes_zip(name: str, data: bytes) -> bytes:
    """A ZIP whose only file says that it is encrypted with AES: method 99 in both of its headers."""
    made = bytearray(locked_zip(name, data, "ключ"))
    central = made.index(b"PK\x01\x02")
    made[8:10] = made[central + 10 : central + 12] = (99).to_bytes(2, "little")
    return bytes(made)


def locked_pdf(password: str = "ключ1") -> bytes:
    """A PDF that opens with a password only."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as document:
        document.save(out, encryption=pikepdf.Encryption(user=password, owner=password))
    return out.getvalue()


def warc() -> bytes:
    """A web archive of one page."""
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + "<p>Запись о розыске</p>".encode()
    lines = (
        "WARC/1.1",
        "WARC-Type: response",
        "WARC-Target-URI: https://example.org/a/wanted",
        f"Content-Length: {len(answer)}",
    )
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + answer + b"\r\n\r\n"


@cache
def good() -> dict[str, bytes]:
    """Ten sound files."""
    return {
        "01.pdf": pdf(),
        "02.docx": docx(),
        "03.odt": odt(),
        "04.rtf": rtf(),
        "05_utf8.txt": RULING.encode(),
        "06_cp1251.txt": RULING.encode("cp1251"),
        "07_koi8.txt": RULING.encode("koi8-r"),
        "08.html": f"<html><script>x()</script><pre>{RULING}</pre></html>".replace("\n", "<br>").encode(),
        "09.jpg": jpeg(orientation=6),
        "10.eml": letter(),
    }


@cache
def hostile() -> dict[str, tuple[bytes, str]]:
    """Files that must not be read, and the code of the sentence each ends in."""
    bomb = zipped({"word/document.xml": b"<a>" + b" " * 150_000_000 + b"</a>"})
    entities = b'<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d "&b;&b;">]><a>&d;</a>'
    deep = b"<a>" * 5000 + b"</a>" * 5000
    laughs = b"".join(b'<!ENTITY l%d "%s">' % (one, b"&l%d;" % (one - 1) * 10) for one in range(1, 10))
    laughing = b'<!DOCTYPE a [<!ENTITY l0 "ha">' + laughs + b"]><a>&l9;</a>"
    return {
        "bomb.docx": (bomb, "output"),
        "entities.docx": (zipped({"word/document.xml": entities}), "entities"),
        "deep.docx": (zipped({"word/document.xml": deep}), "nesting"),
        "huge.png": (png(20_000, 20_000), "picture_size"),
        "no_objects.pdf": (b"%PDF-1.7\n" + bytes(range(256)) * 40, "broken"),
        "locked.pdf": (locked_pdf(), "password"),
        "deep.rtf": (b"{\\rtf1" + b"{" * 100_000, "nesting"),
        "deep.json": (b'{"a":' * 100_000, "nesting"),
        "empty.pdf": (b"", "empty"),
        "noise.pdf": (bytes(range(256)) * 100, "unknown"),
        "cut.tif": (tiff(3)[:900], "broken"),
        "cut.jpg": (jpeg()[:300], "broken"),
        "laughs.odt": (
            zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": laughing}),
            "entities",
        ),
        "laughs16.docx": (zipped({"word/document.xml": laughing.decode().encode("utf-16")}), "entities"),
        "endless.pdf": (hostile_pdf.endless_tree(), "broken"),
        "deep.pdf": (hostile_pdf.deep_tree(), "broken"),
        "contents.pdf": (hostile_pdf.contents_bomb(), "crash"),
        "deep.eml": (b"From: a\nTo: b\nContent-Type: message/rfc822\n\n" * 1500 + b"x", "nesting"),
        "bomb.warc.gz": (gzip.compress(b"WARC/1.0\r\nContent-Length: 400000000\r\n\r\n" + bytes(400_000)), "output"),
        "cut.heic": (heic()[:400], "broken"),
        "figures.json": (b'{"figures": [' + b"9" * 100_000 + b"]}", "broken"),
        "cut.zip": (zipped({"a.txt": b"a" * 5000})[:60], "broken"),
    }


def written(folder: Path, files: dict[str, bytes]) -> list[Path]:
    """The files, on disk."""
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return [folder / name for name in files]
