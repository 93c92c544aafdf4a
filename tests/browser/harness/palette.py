"""A screenshot as a PNG of 256 colours: for text on flat grounds a third of the bytes, and no difference to see."""

import struct
import zlib
from base64 import b64decode, b64encode

from playwright.sync_api import Page

COLOURS = 256

REDUCE = """async ({png, colours}) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const {width, height} = image;
    const paper = new OffscreenCanvas(width, height).getContext("2d");
    paper.drawImage(image, 0, 0);
    const {data} = paper.getImageData(0, 0, width, height);
    const seen = new Map();
    for (let at = 0; at < data.length; at += 4) {
        const colour = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
        seen.set(colour, (seen.get(colour) ?? 0) + 1);
    }
    const palette = [...seen.keys()].sort((a, b) => seen.get(b) - seen.get(a)).slice(0, colours);
    const parts = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];
    const apart = (one, other) => parts(one).reduce((sum, part, at) => sum + (part - parts(other)[at]) ** 2, 0);
    for (const colour of seen.keys()) {
        const distances = palette.map((each) => apart(each, colour));
        seen.set(colour, distances.indexOf(Math.min(...distances)));
    }
    let pixels = "";
    for (let at = 0; at < data.length; at += 4) {
        pixels += String.fromCharCode(seen.get((data[at] << 16) | (data[at + 1] << 8) | data[at + 2]));
    }
    return {width, height, palette, pixels: btoa(pixels)};
}"""


def reduce_colours(page: Page, png: bytes) -> bytes:
    """The same picture with its most frequent colours; every other one becomes the nearest of them."""
    found = page.evaluate(REDUCE, {"png": b64encode(png).decode(), "colours": COLOURS})
    width, height = found["width"], found["height"]
    pixels = b64decode(found["pixels"])
    rows = b"".join(b"\0" + pixels[at : at + width] for at in range(0, width * height, width))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (
            chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
            chunk(b"PLTE", b"".join(colour.to_bytes(3, "big") for colour in found["palette"])),
            chunk(b"IDAT", zlib.compress(rows, 9)),
            chunk(b"IEND", b""),
        )
    )


def chunk(name: bytes, data: bytes) -> bytes:
    """A chunk of a PNG file."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
