"""Mutated files of every kind that is read: a sound dataset or a sentence, whatever the bytes."""

import gzip
import io
import pickle
import struct
import tarfile
import zipfile

import numpy as np
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from densegui.data import DataError, Dataset, arrays, files, finish, npz, pictures, reading
from densegui.data.safe_pickle import UnsafeError, loading

FUZZ = settings(
    max_examples=250,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
RNG = np.random.default_rng(0)
PIXELS = RNG.integers(0, 256, (6, 5, 4), np.uint8)
COLOUR = RNG.integers(0, 256, (9, 8, 3), np.uint8)


def streamed(write, *args, **options):
    stream = io.BytesIO()
    write(stream, *args, **options)
    return stream.getvalue()


def zipped(**members):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(f"{name}.npy", content)
    return stream.getvalue()


def picture(form, array=COLOUR, **options):
    return streamed(lambda stream: Image.fromarray(array).save(stream, form, **options))


def exif():
    data = Image.Exif()
    data[0x0112] = 6
    data[0x010F] = "camera"
    return data


def batch(protocol):
    rows = RNG.integers(0, 256, (2, 3072), np.uint8)
    rows[:, 20:] = 7
    return pickle.dumps({b"data": rows, b"labels": [3, 9], b"filenames": [b"a.png", b"b.png"]}, protocol)


def packed(members, form=tarfile.GNU_FORMAT):
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w", format=form) as tar:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))
    return stream.getvalue()


def table(frame, **options):
    stream = io.BytesIO()
    frame.write_parquet(stream, **options)
    return stream.getvalue()


def workbook(rows):
    """A workbook as the format describes it, with one sheet."""
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": f'<workbook {main} xmlns:r="{relations}"><sheets>'
        '<sheet name="one" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": "<Relationships><Relationship "
        f'Id="rId1" Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/sharedStrings.xml": f"<sst {main}>"
        + "".join(f"<si><t>{text}</t></si>" for text in TEXTS)
        + "</sst>",
        "xl/worksheets/sheet1.xml": rows,
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


TEXTS = ("size", "sort", "u")
SHEET = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    b'<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
    b'<row r="2"><c r="A2"><v>1.5</v></c><c r="B2" t="s"><v>2</v></c></row>'
    b'<row r="3"><c r="A3"><v>2e3</v></c><c r="B3" t="inlineStr"><is><t>w</t></is></c></row>'
    b"</sheetData></worksheet>"
)
FRAME = pl.DataFrame({"a": [1.5, 2.5, None], "s": ["x", "y", "x"], "b": [1, 2, 3], "c": [True, False, None]})
IDX = struct.pack(">IIII", 2051, *PIXELS.shape) + PIXELS.tobytes()
META = pickle.dumps({b"label_names": [b"a", b"b"]}, 2)
TAR = packed({"cifar/data_batch_1": batch(2), "cifar/batches.meta": META})
SEEDS = {
    "x.csv": [
        b"a;b;sort\r\n1,5;2;u\r\n2,5;;w\r\n" * 3,
        "\ufeffname,값\n1,2\n3,NaN\n".encode() + b"5,6\n" * 20,
        "키 종\n1 가\n2 나\n".encode("cp949"),
    ],
    "x.parquet": [
        table(FRAME, compression="uncompressed"),
        table(FRAME, compression="snappy"),
        table(FRAME, compression="zstd"),
    ],
    "x.xlsx": [workbook(SHEET)],
    "x.npz": [
        streamed(np.savez, x=PIXELS, y=np.arange(6)),
        streamed(np.savez_compressed, x=PIXELS, y=np.arange(6)),
        zipped(a=b"hello", b=streamed(np.save, np.array([None]), allow_pickle=True)),
    ],
    "x-images-idx3-ubyte": [IDX, gzip.compress(IDX), struct.pack(">II", 2049, 5) + bytes(5)],
    "x.bin": [bytes([9]) + bytes(3072), bytes([1, 99]) + bytes(3072)],
    "data_batch_1": [batch(protocol) for protocol in (2, 3, 4, 5)],
    "x.tar.gz": [TAR, gzip.compress(TAR), packed({"test_batch.bin": bytes(3073)}, tarfile.PAX_FORMAT)],
    "x.png": [
        picture("PNG"),
        picture("PNG", PIXELS[0], exif=exif()),
        picture("BMP"),
        picture("JPEG", exif=exif()),
        picture("JPEG", COLOUR[..., 0], progressive=True),
        picture("WEBP", lossless=True),
        picture("WEBP", quality=50, exif=exif()),
    ],
}
TELLING = [
    b"\x00",
    b"\xff",
    b"\xff\xff\xff\xff",
    b"\x7f\xff\xff\xff",
    b"\x80",
    b"PK\x01\x02",
    b"IDAT",
    b"}",
    b"(",
    b"R",
]

mutation = st.tuples(
    st.sampled_from(["replace", "insert", "delete", "repeat", "cut", "flip"]),
    st.floats(0, 1),
    st.integers(1, 60),
    st.sampled_from(TELLING) | st.binary(min_size=1, max_size=6),
)


def mutated(content, mutations):
    for kind, place, count, piece in mutations:
        # The beginnings of files tell the most.
        at = int(place**3 * len(content))
        if kind == "replace":
            content = content[:at] + piece + content[at + len(piece) :]
        elif kind == "insert":
            content = content[:at] + piece + content[at:]
        elif kind == "delete":
            content = content[:at] + content[at + count :]
        elif kind == "repeat":
            content = content[:at] + content[at : at + count] * 3 + content[at:]
        elif kind == "flip":
            flipped = bytes(byte ^ (1 << count % 8) for byte in content[at : at + 1])
            content = content[:at] + flipped + content[at + 1 :]
        else:
            content = content[:at]
    return content


def check(path):
    """Loads a file or a folder: a sound dataset, or a sentence that names it."""
    try:
        dataset = finish(reading(path))
        rows = np.asarray(dataset.x)
    except DataError as error:
        assert path.name in str(error)
        assert str(error).isprintable()
        assert len(str(error)) < 600
        return
    assert isinstance(dataset, Dataset)
    assert rows.shape == dataset.x.shape
    assert rows.size > 0
    assert rows.dtype.kind in "biuf"
    assert all(note.isprintable() and len(note) < 600 for note in dataset.notes)
    assert len(dataset.sample_names) in {0, dataset.rows}
    if dataset.picture is not None:
        assert dataset.picture.features == dataset.features
    if dataset.labels is not None:
        assert dataset.labels.shape == (dataset.rows,)
        assert dataset.labels.min() >= 0
        assert dataset.labels.max() < len(dataset.class_names)
    if dataset.targets is not None:
        assert dataset.targets.shape == (dataset.rows,)


@pytest.mark.parametrize("name", SEEDS)
def test_seeds_are_sound(tmp_path, name):
    """Every seed is read, or is one of those that must be refused."""
    refused = 0
    for content in SEEDS[name]:
        (tmp_path / name).write_bytes(content)
        try:
            finish(reading(tmp_path / name))
        except DataError:
            refused += 1
    assert refused == (name == "x.npz")


@pytest.mark.parametrize("name", SEEDS)
@FUZZ
@given(data=st.data(), mutations=st.lists(mutation, min_size=1, max_size=5), from_disk=st.booleans())
def test_mutated_files(tmp_path, name, data, mutations, from_disk):
    path = tmp_path / name
    path.write_bytes(mutated(data.draw(st.sampled_from(SEEDS[name])), mutations))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(arrays, "MAPPED_FROM", 0 if from_disk else 1 << 40)
        check(path)


@FUZZ
@given(data=st.data(), mutations=st.lists(mutation, min_size=1, max_size=5))
def test_what_is_inside_a_compressed_file(tmp_path, data, mutations):
    """The checksums around it are right, so that the damage reaches the reader."""
    kind = data.draw(st.sampled_from(["idx", "tar", "batch", "npz", "xlsx"]))
    if kind == "idx":
        name, content = "x.gz", gzip.compress(mutated(IDX, mutations))
    elif kind == "tar":
        name, content = "x.tar.gz", gzip.compress(mutated(TAR, mutations))
    elif kind == "batch":
        inside = {
            "data_batch_1": mutated(batch(data.draw(st.sampled_from([2, 4]))), mutations),
            "batches.meta": META,
        }
        name, content = "x.tar.gz", gzip.compress(packed(inside))
    elif kind == "xlsx":
        name, content = "x.xlsx", workbook(mutated(SHEET, mutations))
    else:
        array = mutated(streamed(np.save, PIXELS), mutations)
        name, content = "x.npz", zipped(x=array, y=streamed(np.save, np.arange(6)))
    path = tmp_path / name
    path.write_bytes(content)
    check(path)


@FUZZ
@given(data=st.data(), mutations=st.lists(mutation, min_size=1, max_size=5), on_demand=st.booleans())
def test_folders(tmp_path_factory, data, mutations, on_demand):
    """One file of a folder is damaged; of pictures, the others are read."""
    folder = tmp_path_factory.mktemp("folder")
    if data.draw(st.booleans()):
        files_of = {"a/1.png": SEEDS["x.png"][0], "a/2.jpg": SEEDS["x.png"][3], "b/3.bmp": SEEDS["x.png"][2]}
    else:
        files_of = {"data_batch_1": batch(2), "data_batch_2": batch(4), "batches.meta": META}
    victim = data.draw(st.sampled_from(sorted(files_of)))
    for name, content in files_of.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(mutated(content, mutations) if name == victim else content)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pictures, "AT_ONCE", 0 if on_demand else 1 << 40)
        try:
            dataset = finish(reading(folder))
            rows = np.asarray(dataset.x)
        except DataError as error:
            assert victim in str(error)
            return
    assert rows.shape == dataset.x.shape
    assert len(dataset.sample_names) == dataset.rows


@FUZZ
@given(content=st.binary(max_size=200), name=st.sampled_from([*SEEDS, *(f"x{end}" for end in files.ENDINGS)]))
def test_any_bytes(tmp_path, content, name):
    (tmp_path / name).write_bytes(content)
    check(tmp_path / name)


@FUZZ
@given(st.sampled_from([2, 3, 4, 5]), st.lists(mutation, min_size=1, max_size=8))
def test_pickles(protocol, mutations):
    try:
        for _ in loading(mutated(batch(protocol), mutations)):
            pass
    except UnsafeError as error:
        assert str(error)


@FUZZ
@given(data=st.data(), mutations=st.lists(mutation, min_size=1, max_size=5))
def test_members(tmp_path, data, mutations):
    path = tmp_path / "x.npz"
    path.write_bytes(mutated(data.draw(st.sampled_from(SEEDS["x.npz"])), mutations))
    try:
        found = npz.members(path)
    except DataError as error:
        assert "x.npz" in str(error)
        return
    assert all((member.dtype is None) == bool(member.problem) for member in found)
