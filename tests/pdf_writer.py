"""A tiny writer of PDF files for the tests: text set in Courier (every character 0.6 of the size wide), rules and pictures."""

from __future__ import annotations

from dataclasses import dataclass, field

WIDTH, HEIGHT = 595, 842
FONTS = {"plain": "Courier", "bold": "Courier-Bold", "italic": "Courier-Oblique"}


@dataclass
class Page:
    """A page of A4; places are in points from its left and top."""

    drawn: list[str] = field(default_factory=list)
    pictured: bool = False
    turned: int = 0

    def text(self, x: float, y: float, words: str, size: float = 10, font: str = "plain") -> Page:
        escaped = words.encode("cp1252").decode("latin-1").replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        name = list(FONTS).index(font)
        place = f"1 0 0 1 {x} {HEIGHT - y}" if not self.turned else f"0 1 -1 0 {y} {x}"
        self.drawn.append(f"BT /F{name} {size} Tf {place} Tm ({escaped}) Tj ET")
        return self

    def lines(self, x: float, y: float, words: str, width: int = 70, size: float = 10, font: str = "plain", hang: float = 0) -> float:
        """Words broken into lines of at most ``width`` characters, the later ones set in by ``hang``; gives where the next line goes."""
        line = ""
        rows = []
        for word in words.split():
            if line and len(line) + 1 + len(word) > width:
                rows.append(line)
                line = word
            else:
                line = f"{line} {word}".strip()
        for index, row in enumerate([*rows, line]):
            self.text(x + (hang if index else 0), y, row, size, font)
            y += size * 1.2
        return y

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> Page:
        self.drawn.append(f"0.5 w {x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S")
        return self

    def picture(self) -> Page:
        self.pictured = True
        self.drawn.append(f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /Im Do Q")
        return self


def pdf(pages: list[Page], title: str = "", objects: dict[int, str] | None = None) -> bytes:
    """The file. ``objects`` replace objects by number: 1 the catalogue, 2 the page tree, 3–5 the fonts, 6 the picture, 7 the information."""
    kids = " ".join(f"{8 + 2 * index} 0 R" for index in range(len(pages)))
    parts = {1: "<</Type/Catalog/Pages 2 0 R>>", 2: f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>"}
    for index, font in enumerate(FONTS.values()):
        parts[3 + index] = f"<</Type/Font/Subtype/Type1/BaseFont/{font}/Encoding/WinAnsiEncoding>>"
    parts[6] = "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\n0\nendstream"
    parts[7] = f"<</Title({title})>>"
    for index, page in enumerate(pages):
        resources = "<</Font<</F0 3 0 R/F1 4 0 R/F2 5 0 R>>/XObject<</Im 6 0 R>>>>"
        turn = f"/Rotate {page.turned}" if page.turned else ""
        box = f"/MediaBox[0 0 {WIDTH} {HEIGHT}]{turn}"
        parts[8 + 2 * index] = f"<</Type/Page/Parent 2 0 R{box}/Resources {resources}/Contents {9 + 2 * index} 0 R>>"
        content = "\n".join(page.drawn)
        parts[9 + 2 * index] = f"<</Length {len(content)}>>stream\n{content}\nendstream"
    return _file(parts | (objects or {}))


def _file(parts: dict[int, str]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = {}
    for number in sorted(parts):
        places[number] = len(out)
        out += f"{number} 0 obj\n{parts[number]}\nendobj\n".encode("latin-1")
    start = len(out)
    out += f"xref\n0 {max(parts) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{places[number]:010} 00000 n \n".encode() for number in range(1, max(parts) + 1))
    return bytes(out + f"trailer<</Size {max(parts) + 1}/Root 1 0 R/Info 7 0 R>>\nstartxref\n{start}\n%%EOF\n".encode())
