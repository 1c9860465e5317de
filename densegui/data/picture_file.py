"""One picture file: decoded by Pillow within bounds, and turned into rows of bytes as a lesson means them."""

from __future__ import annotations

import os
import stat
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from densegui.data import memory
from densegui.data.errors import DataError, unreadable

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PIL.Image import Image

SIDE_MOST: Final = 20_000
PIXELS_MOST: Final = 64_000_000
"""Pixels of a side and of a whole picture; more is no picture to run a network on, but a trap."""

_LARGE: Final = 1_000_000  # pixels from which it is asked whether there is memory
_QUICKLY: Final = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
_FORMATS: Final = ("PNG", "JPEG", "BMP", "WEBP")
_MAGICS: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"BM", b"RIFF")
_GREY: Final = frozenset({"1", "L", "LA", "La", "I", "I;16", "I;16L", "I;16B"})
_DEEP: Final = frozenset({"I", "I;16", "I;16L", "I;16B"})
_ALPHA: Final = frozenset({"LA", "La", "PA", "RGBA", "RGBa"})
_ORIENTATION: Final = 0x0112
_BYTES_EACH: Final = 12  # of a pixel while it is converted
_EXPECTED: Final = (
    "{name}: expected a picture (PNG, JPEG, BMP or WebP), found {found}. Choose another or save it again."
)


def begins_well(path: str, name: str) -> bool:
    """Whether a file begins as a picture does; for a great many files, so nothing is opened that need not be.

    Raises:
        DataError: it cannot be read.
    """
    try:
        descriptor = os.open(path, _QUICKLY)
        try:
            return os.read(descriptor, 12).startswith(_MAGICS)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise unreadable(name, error) from error


def look(path: Path, name: str) -> tuple[int, int, int]:
    """Returns height, width and channels (1 grey, 3 colour) of a picture, from its header alone.

    Raises:
        DataError: it cannot be read, is no picture or too large.
    """
    with _opened(path, name) as image:
        width, height = image.size
        if _orientation(image) >= 5:
            width, height = height, width
        return height, width, 1 if _is_grey(image) else 3


def pixels(path: Path, name: str, size: tuple[int, int], channels: int) -> NDArray[np.uint8]:
    """Decodes a picture.

    It is turned upright as its Exif data say; transparent parts lie on white; 16 bits become 8.

    Args:
        path: of the file.
        name: for sentences.
        size: height and width to scale it to.
        channels: 1 for grey, 3 for red, green and blue.

    Returns:
        (height · width · channels,) uint8, the channels of one pixel after the other.

    Raises:
        DataError: it cannot be read, is no picture, damaged or too large.
    """
    with _opened(path, name) as image:
        upright = _turned(image, _orientation(image))
        plain = _flat(upright, "L" if channels == 1 else "RGB")
        if plain.size != size[::-1]:
            plain = plain.resize(size[::-1], _pillow().Resampling.BILINEAR)
        return np.asarray(plain, np.uint8).reshape(-1)


def _pillow() -> Any:
    """Returns Pillow's module, imported when the first picture is read, whose warnings are not for people."""
    from PIL import Image  # noqa: PLC0415

    # What its warnings tell of, such as damaged Exif data, is looked after here.
    warnings.filterwarnings("ignore", module=r"PIL\.")
    return Image


@contextmanager
def _opened(path: Path, name: str) -> Iterator[Image]:
    """Opens a picture whose header is within bounds; whatever fails within becomes a sentence."""
    pillow = _pillow()
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise DataError(_EXPECTED.format(name=name, found="a folder, a device or a pipe"))
        with path.open("rb") as stream, pillow.open(stream, formats=_FORMATS) as image:
            _check(image, name)
            yield image
    except (DataError, MemoryError):
        raise
    except pillow.UnidentifiedImageError:
        found = "an empty file" if not path.stat().st_size else "something else"
        raise DataError(_EXPECTED.format(name=name, found=found)) from None
    except pillow.DecompressionBombError:
        raise _too_large(name, "far more pixels") from None
    except OSError as error:
        if error.errno is not None:
            raise unreadable(name, error) from error
        raise _damaged(name) from None
    except Exception:  # Pillow's decoders raise a dozen kinds of errors for damaged files
        raise _damaged(name) from None


def _check(image: Image, name: str) -> None:
    width, height = image.size
    if width < 1 or height < 1:
        raise _damaged(name)
    if max(width, height) > SIDE_MOST or width * height > PIXELS_MOST:
        raise _too_large(name, f"{width:,} × {height:,} pixels")
    if width * height >= _LARGE:
        memory.require(
            _BYTES_EACH * width * height, f"Decoding {name}", "Close other programs and try again."
        )


def _too_large(name: str, found: str) -> DataError:
    return DataError(
        f"{name}: expected a picture of at most {SIDE_MOST:,} pixels a side and {PIXELS_MOST:,} in all, "
        f"found {found}. Scale it down."
    )


def _damaged(name: str) -> DataError:
    return DataError(_EXPECTED.format(name=name, found="one that is damaged or was cut short"))


def _is_grey(image: Image) -> bool:
    if image.mode != "P":
        return image.mode in _GREY
    palette = image.getpalette("RGB") or []
    return palette[::3] == palette[1::3] == palette[2::3]


def _orientation(image: Image) -> int:
    """Returns how a camera was held, from 1 (upright) to 8, as Exif counts."""
    exif = image.info.get("exif", b"")
    data = exif.removeprefix(b"Exif\0\0") if isinstance(exif, bytes) else b""
    order = "<" if data.startswith(b"II") else ">"
    try:
        (start,) = struct.unpack_from(f"{order}I", data, 4)
        (count,) = struct.unpack_from(f"{order}H", data, start)
        for entry in range(count):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", data, start + 2 + 12 * entry)
            if tag == _ORIENTATION:
                return int(value) if 1 <= value <= 8 else 1
    except struct.error:
        pass
    return 1


def _turned(image: Image, orientation: int) -> Image:
    turn = _pillow().Transpose
    turns = {
        2: turn.FLIP_LEFT_RIGHT,
        3: turn.ROTATE_180,
        4: turn.FLIP_TOP_BOTTOM,
        5: turn.TRANSPOSE,
        6: turn.ROTATE_270,
        7: turn.TRANSVERSE,
        8: turn.ROTATE_90,
    }
    return image.transpose(turns[orientation]) if orientation in turns else image


def _flat(image: Image, mode: str) -> Image:
    """Returns a picture as grey ("L") or colour ("RGB") of 8 bits, whatever it was."""
    if image.mode in _DEEP:
        deep = np.asarray(image).clip(0, 65535).astype(np.uint16)
        eight: Image = _pillow().fromarray((deep >> 8).astype(np.uint8))
        return eight.convert(mode)
    if image.mode in _ALPHA or "transparency" in image.info:
        white = _pillow().new("RGBA", image.size, "white")
        blended: Image = _pillow().alpha_composite(white, image.convert("RGBA"))
        return blended.convert(mode)
    return image if image.mode == mode else image.convert(mode)
