"""Pictures, made by Pillow: every form becomes the bytes that a person sees; damage becomes a sentence."""

import io
import os
import struct
import warnings
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from densegui.data import (
    DataError,
    builtin,
    finish,
    folders,
    from_json,
    load,
    memory,
    picture_file,
    picture_rows,
    pictures,
    reading,
    restoring,
    to_json,
)
from densegui.data.choices import Choice
from densegui.data.dataset import Picture
from densegui.engine import Dense, Model

GREY = (np.arange(12 * 10).reshape(12, 10) * 2).astype(np.uint8)
COLOUR = np.stack([GREY, GREY[::-1], 255 - GREY], axis=-1)
NOISE = np.random.default_rng(0).integers(0, 256, (12, 10, 3), np.uint8)
ALPHA = np.dstack([COLOUR, np.where(GREY % 4, 255, 0).astype(np.uint8)])


def saved(array, form="PNG", mode=None, **options):
    image = array if isinstance(array, Image.Image) else Image.fromarray(array, mode)
    stream = io.BytesIO()
    image.save(stream, form, **options)
    return stream.getvalue()


def seen(dataset, row=0):
    image = dataset.picture.image(np.asarray(dataset.x[row]))
    return image[..., 0] if dataset.picture.channels == 1 else image


def png(width, height, body=b""):
    """A PNG file whose header says a size; nothing of that size is in it."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(body)) + chunk(b"IEND", b"")


@pytest.fixture
def folder(tmp_path):
    def make(files, name="pictures"):
        place = tmp_path / name
        place.mkdir(exist_ok=True)
        for filename, content in files.items():
            (place / filename).parent.mkdir(exist_ok=True, parents=True)
            (place / filename).write_bytes(content)
        return place

    return make


@pytest.fixture
def on_demand(monkeypatch):
    """Few pictures stay in their files as many do."""
    monkeypatch.setattr(pictures, "AT_ONCE", 0)


class TestOneFile:
    @pytest.mark.parametrize(
        ("form", "name"),
        [("PNG", "a.png"), ("BMP", "a.bmp"), ("PNG", "a"), ("BMP", "a.dib"), ("PNG", "a.csv")],
    )
    @pytest.mark.parametrize("array", [GREY, COLOUR], ids=["grey", "colour"])
    def test_is_a_sample(self, read, form, name, array):
        dataset = read(saved(array, form), name=name)
        assert dataset.x.shape == (1, array.size)
        assert dataset.x.dtype == np.uint8
        assert dataset.x.tolist() == [array.ravel().tolist()]
        assert dataset.picture == Picture(12, 10, 1 if array.ndim == 2 else 3)
        assert dataset.sample_names == (name,)
        assert dataset.labels is None
        assert dataset.notes == ()

    def test_lossless_webp(self, read):
        assert seen(read(saved(COLOUR, "WEBP", lossless=True), name="a.webp")).tolist() == COLOUR.tolist()

    def test_jpeg(self, read):
        content = saved(COLOUR, "JPEG", quality=95)
        expected = np.asarray(Image.open(io.BytesIO(content)))
        assert seen(read(content, name="a.jpg")).tolist() == expected.tolist()
        assert read(saved(GREY, "JPEG"), name="a.jpg").picture.channels == 1

    def test_grey_or_colour_by_choice(self, read):
        grey = read(saved(COLOUR), name="a.png", channels=1)
        expected = COLOUR @ [0.299, 0.587, 0.114]
        assert grey.picture == Picture(12, 10, 1)
        assert np.abs(seen(grey) - expected).max() <= 1
        colour = read(saved(GREY), name="a.png", channels=3)
        assert seen(colour).tolist() == np.stack([GREY] * 3, axis=-1).tolist()

    def test_size_by_choice(self, read):
        dataset = read(saved(np.repeat(np.repeat(GREY, 2, 0), 3, 1)), name="a.png", size=(6, 5))
        assert dataset.picture == Picture(6, 5, 1)
        assert abs(float(seen(dataset).mean()) - GREY.mean()) < 2
        flat = read(saved(np.full((40, 30, 3), (10, 200, 30), np.uint8)), name="a.png", size=(8, 7))
        assert seen(flat).tolist() == [[[10, 200, 30]] * 7] * 8

    def test_a_photograph_is_scaled_down_and_that_is_said(self, read):
        dataset = read(saved(np.zeros((600, 1500, 3), np.uint8)), name="a.png")
        assert dataset.picture == Picture(205, 512, 3)
        assert dataset.notes == ("The picture of 600 × 1,500 pixels was scaled to 205 × 512.",)

    def test_a_model_runs_on_it(self, read):
        model = Model([Dense(2, input_dim=120)], seed=1)
        dataset = read(saved(GREY), name="a.png")
        assert np.array_equal(model.predict(dataset.x), model.predict(GREY.reshape(1, -1)))


class TestForms:
    """What a picture means is kept, however it is stored."""

    def test_palette(self, read):
        image = Image.fromarray(GREY).convert("P")
        image.putpalette([value for i in range(256) for value in (i, 255 - i, 7)])
        expected = np.stack([GREY, 255 - GREY, np.full_like(GREY, 7)], axis=-1)
        assert seen(read(saved(image), name="a.png")).tolist() == expected.tolist()

    def test_grey_palette_is_grey(self, read):
        image = Image.fromarray(GREY).convert("P")
        image.putpalette([255 - i for i in range(256) for _ in range(3)])
        assert seen(read(saved(image), name="a.png")).tolist() == (255 - GREY).tolist()

    def test_one_bit(self, read):
        bits = GREY > 100
        assert seen(read(saved(Image.fromarray(bits)), name="a.png")).tolist() == (bits * 255).tolist()

    def test_sixteen_bits(self, read):
        deep = GREY.astype(np.uint16) * 257
        assert seen(read(saved(deep), name="a.png")).tolist() == GREY.tolist()
        assert seen(read(saved(deep), name="a.png", channels=3))[..., 2].tolist() == GREY.tolist()

    @pytest.mark.parametrize("form", ["PNG", "WEBP"])
    def test_transparent_parts_lie_on_white(self, read, form):
        options = {"lossless": True, "exact": True} if form == "WEBP" else {}
        expected = np.where(ALPHA[..., 3:] == 0, 255, COLOUR)
        assert seen(read(saved(ALPHA, form, **options), name="a.png")).tolist() == expected.tolist()

    def test_half_transparent(self, read):
        half = np.full((4, 4, 4), (0, 100, 200, 128), np.uint8)
        found = seen(read(saved(half), name="a.png"))[0, 0]
        assert np.abs(found - (255 * (127 / 255) + np.array([0, 100, 200]) * (128 / 255))).max() <= 1

    def test_a_transparent_colour(self, read):
        content = saved(GREY, transparency=0)
        assert seen(read(content, name="a.png"))[0, 0] == 255
        image = Image.fromarray(GREY).convert("P")
        image.putpalette([5] * 768)
        found = seen(read(saved(image, transparency=bytes([0] * 10)), name="a.png"))
        assert found[0, 0] == 255
        assert found[5, 5] == 5

    def test_cmyk(self, read):
        image = Image.fromarray(COLOUR).convert("CMYK")
        content = saved(image, "JPEG", quality=100, subsampling=0)
        found = seen(read(content, name="a.jpg")).astype(int)
        assert np.abs(found - COLOUR).max() < 30
        assert np.abs(found - COLOUR).mean() < 4

    @pytest.mark.parametrize(
        ("orientation", "turn"),
        [
            (1, lambda a: a),
            (2, np.fliplr),
            (3, lambda a: np.rot90(a, 2)),
            (4, np.flipud),
            (5, lambda a: a.T),
            (6, lambda a: np.rot90(a, -1)),
            (7, lambda a: np.rot90(a, 2).T),
            (8, np.rot90),
        ],
    )
    @pytest.mark.parametrize("form", ["PNG", "WEBP"])
    def test_cameras_that_were_turned(self, read, orientation, turn, form):
        exif = Image.Exif()
        exif[0x010F] = "a camera"
        exif[0x0112] = orientation
        options = {"lossless": True} if form == "WEBP" else {}
        dataset = read(saved(GREY, form, exif=exif, **options), name="a.png", channels=1)
        assert seen(dataset).tolist() == turn(GREY).tolist()

    def test_turned_jpeg(self, read):
        exif = Image.Exif()
        exif[0x0112] = 6
        dataset = read(saved(GREY, "JPEG", exif=exif), name="a.jpg")
        assert dataset.picture == Picture(10, 12, 1)

    @pytest.mark.parametrize(
        "exif", [b"Exif\0\0", b"Exif\0\0II*\0\xff\xff\xff\xff", b"Exif\0\0MM\0*\0\0\0\x08\xff\xff"]
    )
    @pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
    def test_damaged_exif_is_passed_over(self, read, form, exif):
        assert read(saved(GREY, form, exif=exif), name="a.png").picture.height == 12

    def test_warnings_of_pillow_stay_inside(self, read):
        exif = b"Exif\0\0II*\0\x08\0\0\0\x05\0\x1a\x01\x05\0"
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            assert read(saved(GREY, "JPEG", exif=exif), name="a.jpg").rows == 1
            with pytest.raises(DataError, match="found 10,000 × 10,000 pixels"):
                read(png(10_000, 10_000), name="a.png")
        assert not caught

    def test_an_animation_shows_its_first_picture(self, read):
        frames = [Image.fromarray(COLOUR), Image.fromarray(255 - COLOUR)]
        content = saved(frames[0], "WEBP", save_all=True, append_images=frames[1:], lossless=True)
        assert seen(read(content, name="a.webp")).tolist() == COLOUR.tolist()


CLASSES = {
    "dog/2.png": saved(GREY + 1),
    "dog/10.png": saved(GREY + 2),
    "cat/b.png": saved(GREY + 3),
    "cat/a.PNG": saved(GREY + 4),
    "owl/x.bmp": saved(GREY + 5, "BMP"),
}


class TestFolders:
    def test_of_pictures(self, folder):
        dataset = load(
            folder({"b.png": saved(GREY), "a.jpg": saved(COLOUR, "JPEG"), "c.png": saved(GREY[::-1])})
        )
        assert dataset.name == "pictures"
        assert dataset.sample_names == ("a.jpg", "b.png", "c.png")
        assert dataset.labels is None
        assert dataset.picture == Picture(12, 10, 1)
        assert seen(dataset, 1).tolist() == GREY.tolist()
        assert dataset.notes == (
            "Every picture is scaled to 12 × 10 grey pixels (the size of the first; most are grey).",
        )

    def test_a_folder_is_a_class(self, folder):
        dataset = load(folder(CLASSES))
        assert dataset.sample_names == ("cat/a.PNG", "cat/b.png", "dog/10.png", "dog/2.png", "owl/x.bmp")
        assert dataset.labels.tolist() == [0, 0, 1, 1, 2]
        assert dataset.class_names == ("cat", "dog", "owl")
        assert [seen(dataset, i)[0, 0] for i in range(5)] == [4, 3, 2, 1, 5]
        assert dataset.notes[0] == "Every folder is a class: 5 pictures in 3 classes."

    @pytest.mark.parametrize("count", [1, 3])
    def test_several_files(self, folder, count):
        place = folder(CLASSES)
        paths = [place / "dog" / "2.png", place / "cat" / "b.png", place / "dog" / "10.png"][:count]
        dataset = load(paths, channels=3)
        assert dataset.sample_names == (("dog/2.png", "cat/b.png", "dog/10.png") if count > 1 else ("2.png",))
        assert [seen(dataset, i)[0, 0].tolist() for i in range(count)] == [[1] * 3, [3] * 3, [2] * 3][:count]
        again = finish(restoring(from_json(to_json(dataset.source, place)), place))
        assert again.x.tolist() == dataset.x.tolist()

    def test_order_of_many(self, folder, monkeypatch):
        monkeypatch.setattr(folders, "_PIECE", 4)
        names = [f"{(7 * i) % 23}.png" for i in range(23)]
        dataset = load(folder({name: saved(GREY) for name in names}))
        assert list(dataset.sample_names) == sorted(names)

    def test_restored_elsewhere(self, folder, tmp_path):
        place = folder(CLASSES)
        dataset = load(place, size=(6, 6), channels=3)
        written = to_json(dataset.source, tmp_path)
        assert written["parameters"] == {
            "path": str(place),
            "relative": "pictures",
            "size": (6, 6),
            "channels": 3,
        }
        moved = tmp_path / "moved"
        moved.mkdir()
        place.rename(moved / "pictures")
        again = finish(restoring(from_json(written), moved))
        assert again.x.tolist() == dataset.x.tolist()
        assert again.class_names == dataset.class_names

    def test_size_and_colours_of_most(self, folder):
        files = {f"{i}.png": saved(COLOUR if i else GREY) for i in range(4)}
        assert load(folder(files)).picture == Picture(12, 10, 3)
        assert load(folder({"0.png": saved(GREY), "1.png": saved(COLOUR)}, "half")).picture.channels == 3
        mixed = {"0.png": saved(GREY[:6]), "1.png": saved(GREY)}
        assert load(folder(mixed, "mixed")).picture == Picture(6, 10, 1)

    def test_what_is_no_picture_is_said(self, folder):
        files = {
            **CLASSES,
            "dog/notes.txt": b"x",
            "list.csv": b"1,2",
            "cat/.DS_Store": b"x",
            "cat/old/a.png": b"x",
        }
        notes = load(folder(files)).notes
        assert '2 other files were left out, such as "dog/notes.txt".' in notes
        assert "1 folder was not looked into, because pictures lie beside." in notes
        notes = load(folder({"a.png": saved(GREY), "list.csv": b"1,2", "b/c.png": b""}, "flat")).notes
        assert '1 file that is no picture was left out, such as "list.csv".' in notes
        assert "1 folder was not looked into, because pictures lie beside." in notes

    @pytest.mark.parametrize("lazy", [False, True])
    def test_what_cannot_be_read_is_counted_and_named(self, folder, monkeypatch, lazy):
        monkeypatch.setattr(pictures, "AT_ONCE", 0 if lazy else 1 << 40)
        files = {**CLASSES, "cat/a0.png": b"", "dog/9.png": b"hello, world"}
        dataset = load(folder(files))
        assert dataset.labels.tolist() == [0, 0, 1, 1, 2]
        assert dataset.sample_names == tuple(sorted(CLASSES))
        assert [seen(dataset, i)[0, 0] for i in range(5)] == [4, 3, 2, 1, 5]
        assert dataset.notes[-1].startswith(
            '2 pictures were left out, because they cannot be read: "cat/a0.png", "dog/9.png". cat/a0.png'
        )

    def test_links(self, folder):
        place = folder(CLASSES)
        (place / "cat" / "c.png").symlink_to(place / "dog" / "2.png")
        (place / "cat" / "gone.png").symlink_to(place / "nothing")
        (place / "cat" / "loop.png").symlink_to(place / "cat" / "loop.png")
        (place / "cat" / "self").symlink_to(place)
        os.mkfifo(place / "cat" / "pipe.png")
        dataset = load(place)
        assert dataset.sample_names[:3] == ("cat/a.PNG", "cat/b.png", "cat/c.png")
        assert '3 other files were left out, such as "cat/gone.png".' in dataset.notes

    def test_names_that_cannot_be_shown(self, folder):
        place = folder({"a\n/b\t.png": saved(GREY), "a\n/c.png": b""})
        (place / os.fsdecode(b"b\xff")).mkdir()
        (place / os.fsdecode(b"b\xff/\xfe.png")).write_bytes(saved(GREY))
        dataset = load(place)
        assert dataset.class_names == ("a·", "b·")
        assert dataset.sample_names == ("a·/b·.png", "b·/·.png")
        assert all(note.isprintable() for note in dataset.notes)

    def test_yields_while_it_lists_and_decodes(self, folder):
        steps = [step.done for step in reading(folder({f"{i}.png": saved(GREY) for i in range(30)}))]
        assert len(steps) > 30
        assert steps == sorted(steps)


def test_digits_as_pictures_in_a_folder_for_each(tmp_path):
    """Every tenth of the handwritten digits, written by Pillow, comes back with its label and its pixels."""
    digits = builtin("digits")
    chosen = range(0, digits.rows, 10)
    for sample in chosen:
        place = tmp_path / str(int(digits.labels[sample]))
        place.mkdir(exist_ok=True)
        ink = np.asarray(digits.x[sample], np.uint8).reshape(8, 8)
        Image.fromarray(ink * 15).save(place / f"{sample:04}.png")
    dataset = load(tmp_path)
    assert dataset.picture == Picture(8, 8, 1)
    assert dataset.class_names == tuple("0123456789")
    by_name = {Path(name).name: row for row, name in enumerate(dataset.sample_names)}
    assert len(by_name) == dataset.rows == len(chosen)
    for sample in chosen:
        row = by_name[f"{sample:04}.png"]
        np.testing.assert_array_equal(dataset.x[row], np.asarray(digits.x[sample]) * 15)
        assert dataset.labels[row] == digits.labels[sample]


class TestOnDemand:
    def test_is_what_an_array_would_be(self, folder, on_demand):
        files = {f"{i}.png": saved(GREY + i) for i in range(10)}
        x = load(folder(files)).x
        array = np.stack([(GREY + i).ravel() for i in range(10)])
        assert isinstance(x, picture_rows.PictureRows)
        assert (x.shape, x.dtype, x.ndim, len(x)) == (array.shape, array.dtype, 2, 10)
        assert np.array_equal(np.asarray(x), array)
        for index in (3, -1, slice(2, 7), slice(None, None, -3), slice(4, 4), [1, 1, -2], np.array([9, 0])):
            assert np.array_equal(x[index], array[index])
            assert np.array_equal(x[index, 5:9], array[index, 5:9])
        assert x[2, 7] == array[2, 7]
        assert np.array_equal(x[array[:, 0] > 4], array[array[:, 0] > 4])
        for index in (10, -11, [0, 10]):
            with pytest.raises(IndexError):
                x[index]

    def test_decodes_each_once_while_there_is_room(self, folder, on_demand, monkeypatch):
        x = load(folder({f"{i}.png": saved(GREY + i) for i in range(10)})).x
        decoded = []
        plain = picture_file.pixels
        monkeypatch.setattr(
            picture_file, "pixels", lambda path, name, *rest: decoded.append(name) or plain(path, name, *rest)
        )
        for _ in range(3):
            x[2:5]
        assert decoded == ["2.png", "3.png", "4.png"]
        monkeypatch.setattr(x, "_room", 2)
        x[0:10]
        x[9]
        x[0]
        x[9]
        x[1]
        x[9]
        assert decoded[3:] == [*(f"{i}.png" for i in range(10)), "0.png", "1.png"]

    def test_a_model_runs_on_it(self, folder, on_demand):
        place = folder(CLASSES)
        dataset = load(place)
        model = Model([Dense(3, input_dim=120, activation="tanh")], seed=1)
        expected = model.predict(np.asarray(dataset.x))
        assert np.array_equal(model.predict(dataset.x), expected)

    def test_files_that_go_or_break_later(self, folder, on_demand):
        place = folder({f"{i}.png": saved(GREY + i) for i in range(4)})
        x = load(place).x
        (place / "1.png").unlink()
        (place / "2.png").write_bytes(saved(NOISE)[:200])
        with pytest.raises(DataError, match=r"1\.png cannot be read: there is no such file \(any more\)"):
            x[0:2]
        with pytest.raises(DataError, match=r"2\.png: expected a picture .* damaged or was cut short"):
            x[2]
        assert x[3].tolist() == (GREY + 3).ravel().tolist()

    def test_all_at_once_only_if_there_is_memory(self, folder, on_demand, monkeypatch):
        x = load(folder(CLASSES)).x
        monkeypatch.setattr(memory, "available", lambda: 100)
        with pytest.raises(DataError, match="All pictures at once needs 600 bytes"):
            np.asarray(x)


class TestSentences:
    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (b"hello", "expected a picture .* found something else"),
            (saved(GREY, "GIF"), "found something else"),
            (saved(GREY, "TIFF"), "found something else"),
            (png(100_000, 1), "at most 20,000 pixels a side .* found 100,000 × 1 pixels"),
            (png(1, 100_000), "found 1 × 100,000 pixels"),
            (png(10_000, 10_000), "64,000,000 in all, found 10,000 × 10,000 pixels"),
            (png(19_000, 19_000), "found far more pixels"),
            (png(2**31 - 1, 2**31 - 1), "found far more pixels"),
            (png(0, 5), "found something else"),
            (png(500, 500, bytes(10)), "damaged or was cut short"),
            (
                saved(COLOUR, "BMP")[:18] + struct.pack("<ii", 2**31 - 1, 2**30) + saved(COLOUR, "BMP")[26:],
                "pixels",
            ),
        ],
    )
    def test_files(self, read, bounded, content, words):
        with bounded(3_000_000), pytest.raises(DataError, match=rf"a\.png.*{words}"):
            read(content, name="a.png")

    @pytest.mark.parametrize("form", ["PNG", "JPEG", "BMP", "WEBP"])
    def test_cut_short_anywhere(self, read, form):
        """A sentence; or the picture, where only what follows its pixels is missing."""
        content = saved(NOISE, form)
        whole = read(content, name="a.png").x.tolist()
        refused = 0
        for length in range(1, len(content)):
            try:
                assert read(content[:length], name="a.png").x.tolist() == whole
            except DataError as error:
                assert str(error).startswith("a.png")
                refused += 1
        assert refused > len(content) - 25

    @pytest.mark.parametrize("make", [os.mkdir, os.mkfifo])
    def test_chosen_files_that_are_none(self, folder, make):
        place = folder({"a.png": saved(GREY)})
        make(place / "b.png")
        dataset = load([place / "a.png", place / "b.png"])
        assert dataset.sample_names == ("a.png",)
        assert dataset.notes[-1].startswith(
            '1 picture was left out, because they cannot be read: "b.png". b.png: '
        )

    def test_none_can_be_read(self, folder):
        with pytest.raises(DataError, match=r"^None of 2 pictures can be read\. a\.png: expected a picture"):
            load(folder({"a.png": b"x", "b.png": b"y"}))
        with pytest.raises(DataError, match=r"None of 2 pictures can be read\. a\.png: .* cut short"):
            load(folder({"a.png": saved(NOISE)[:200], "b.png": saved(NOISE)[:200]}, "other"))

    @pytest.mark.parametrize(
        ("files", "words"),
        [
            ({}, "found no file"),
            ({"a.csv": b"1", "b.csv": b"2"}, '2 other files, such as "a.csv". Choose one of its files'),
            ({"train/cat/a.png": b"", "test/cat/a.png": b""}, 'folders of folders, such as "cat"'),
        ],
    )
    def test_folders(self, folder, files, words):
        with pytest.raises(DataError, match=rf"^pictures: expected a folder of pictures .*{words}"):
            load(folder(files))

    def test_no_permission(self, folder, monkeypatch):
        place = folder(CLASSES)
        plain = os.scandir

        def refuse(path):
            if str(path).endswith("dog"):
                raise PermissionError(13, "Permission denied", str(path))
            return plain(path)

        monkeypatch.setattr(os, "scandir", refuse)
        with pytest.raises(DataError, match="pictures/dog cannot be read: there is no permission"):
            load(place)

    def test_a_folder_that_goes_while_it_is_listed(self, folder):
        place = folder(CLASSES)
        steps = reading(place)
        next(steps)
        next(steps)
        for file in sorted((place / "dog").iterdir()):
            file.unlink()
        (place / "dog").rmdir()
        with pytest.raises(DataError, match="pictures/dog cannot be read: there is no such file"):
            list(steps)

    @pytest.mark.parametrize(
        ("options", "error", "words"),
        [
            ({"size": (0, 5)}, ValueError, "size must be height and width in pixels, from 1 to 4096, got"),
            ({"size": 5}, ValueError, "size must be"),
            ({"size": (5, 1e9)}, ValueError, "size must be"),
            ({"channels": 2}, ValueError, r"channels must be 1 \(grey\) or 3 \(colour\), got 2"),
            ({"channels": True}, ValueError, "channels must be"),
            ({"files": ["../a.png"]}, ValueError, "files must be names of at most 100,000 files inside"),
            ({"files": ["/a.png"]}, ValueError, "files must be"),
            ({"files": []}, ValueError, "files must be"),
            ({"colour": True}, TypeError, "there is no option 'colour'; the options are member"),
            ({"part": "test"}, DataError, "pictures: the option part was given"),
            ({"member": "x"}, DataError, "pictures: the option member was given"),
        ],
    )
    def test_options(self, folder, options, error, words):
        place = folder(CLASSES)
        with pytest.raises(error, match=words):
            load(place, **options)

    def test_memory(self, read, monkeypatch):
        content = saved(np.zeros((1000, 1000), np.uint8))
        monkeypatch.setattr(memory, "available", lambda: 1000)
        with pytest.raises(DataError, match=r"Decoding a\.png needs 12 MB of memory"):
            read(content, name="a.png")


def test_size_and_colours_could_be_others(folder):
    dataset = load(folder(CLASSES), size=(6, 4), channels=1)
    assert dataset.choices == (Choice("size", (), (6, 4)), Choice("channels", (1, 3), 1))
