"""Makes the JPEGs in src/test/resources/images that ImageIO cannot write: one colour each, 16 x 16 pixels.

    python make_pictures.py src/test/resources/images        (pillow)
"""
import sys
from pathlib import Path

from PIL import Image

folder = Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
Image.new("CMYK", (16, 16), (200, 60, 20, 30)).save(folder / "cmyk.jpg", quality=95)  # red 49, green 172, blue 207

# The same numbers, but said to be luma and chroma: red 44, green 225, blue 71.
ycck = bytearray((folder / "cmyk.jpg").read_bytes())
ycck[ycck.find(b"Adobe") + 11] = 2
(folder / "ycck.jpg").write_bytes(ycck)

Image.new("RGB", (16, 16), (20, 120, 220)).save(folder / "progressive.jpg", quality=95, progressive=True)
