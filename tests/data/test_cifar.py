"""CIFAR in every form it is handed out, made here by struct, pickle and tarfile; a sentence for damage."""

import gzip
import io
import os
import pickle
import struct
import tarfile

import numpy as np
import pytest

from densegui.data import DataError, finish, from_json, load, memory, reading, restoring, tarball, to_json
from densegui.data.choices import Choice
from densegui.data.dataset import Picture

NAMES = ("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck")


def pixels(picture):
    """1024 red, 1024 green, 1024 blue values that tell the picture, the channel and the place."""
    return bytes((picture + 50 * channel + place) % 256 for channel in range(3) for place in range(1024))


def binary(first, labels, coarse=b""):
    records = (coarse + struct.pack("B", label) + pixels(first + i) for i, label in enumerate(labels))
    return b"".join(records)


def python(first, labels, protocol=2, key=str.encode, label_key="labels"):
    rows = [list(pixels(first + i)) for i in range(len(labels))]
    return pickle.dumps(
        {
            key("batch_label"): b"training batch 1 of 5",
            key("data"): np.array(rows, np.uint8),
            key(label_key): labels,
            key("filenames"): [f"picture_{first + i}.png".encode() for i in range(len(labels))],
        },
        protocol,
    )


META = pickle.dumps({b"num_cases_per_batch": 2, b"label_names": [name.encode() for name in NAMES]}, 2)
PYTHON = {
    "data_batch_1": python(0, [6, 9]),
    "data_batch_2": python(2, [1, 1]),
    "data_batch_10": python(4, [0, 3]),
    "test_batch": python(90, [8]),
    "batches.meta": META,
    "readme.html": b"<html></html>",
}
BINARY = {
    "data_batch_1.bin": binary(0, [6, 9]),
    "data_batch_2.bin": binary(2, [1, 1]),
    "data_batch_10.bin": binary(4, [0, 3]),
    "test_batch.bin": binary(90, [8]),
    "batches.meta.txt": "\n".join(NAMES).encode() + b"\n\n",
    "readme.html": b"<html></html>",
}


def packed(files, folder="cifar-10-batches-py/", mode="w:gz", entries=(), **options):
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode=mode, **options) as tar:
        if folder:
            info = tarfile.TarInfo(folder.rstrip("/"))
            info.type = tarfile.DIRTYPE
            tar.addfile(info)
        for name, content in files.items():
            info = tarfile.TarInfo(folder + name)
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))
        for info in entries:
            tar.addfile(info)
    return stream.getvalue()


def entry(name, kind=tarfile.REGTYPE, target="", size=0):
    info = tarfile.TarInfo(name)
    info.type, info.linkname, info.size = kind, target, size
    return info


@pytest.fixture
def folder(tmp_path):
    def make(files, name="cifar"):
        place = tmp_path / name
        place.mkdir(exist_ok=True)
        for filename, content in files.items():
            (place / filename).write_bytes(content)
        return place

    return make


def is_training(dataset):
    assert dataset.x.tolist() == [list(pixels(i)) for i in range(6)]
    assert dataset.x.dtype == np.uint8
    assert dataset.labels.tolist() == [6, 9, 1, 1, 0, 3]
    assert dataset.class_names == NAMES
    assert dataset.picture == Picture(32, 32, 3, "channels_first")
    assert dataset.notes == ("The batches for training were read, not those for test.",)


class TestFiles:
    @pytest.mark.parametrize("protocol", range(2, 6))
    @pytest.mark.parametrize("key", [str, str.encode])
    def test_python_batch(self, read, protocol, key):
        dataset = read(python(0, [6, 9], protocol, key), name="data_batch_1")
        assert dataset.x.tolist() == [list(pixels(0)), list(pixels(1))]
        assert dataset.labels.tolist() == [6, 9]
        assert dataset.class_names == tuple("0123456789")
        assert dataset.sample_names == ("picture_0.png", "picture_1.png")

    def test_binary_batch(self, read):
        dataset = read(binary(0, [6, 9]), name="data_batch_1.bin")
        assert dataset.x.tolist() == [list(pixels(0)), list(pixels(1))]
        assert dataset.labels.tolist() == [6, 9]
        # Red, green and blue of the pixel in row 1, column 2.
        assert dataset.picture.image(dataset.x[0])[1, 2].tolist() == [34, 84, 134]

    def test_names_beside_it(self, folder):
        for files in (PYTHON, BINARY):
            place = folder(files)
            for name in files:
                if name.startswith("data_batch_10"):
                    assert load(place / name).class_names == NAMES
                    assert load(place / name).labels.tolist() == [0, 3]

    def test_cifar_100(self, read, folder):
        records = binary(0, [99, 0], coarse=b"\x13")
        assert read(records, name="train.bin").labels.tolist() == [99, 0]
        fine = [f"kind {i}" for i in range(100)]
        place = folder(
            {
                "train": python(0, [99, 0], label_key="fine_labels"),
                "test": python(7, [1], label_key="fine_labels"),
                "meta": pickle.dumps({"fine_label_names": fine, "coarse_label_names": ["a"]}),
            }
        )
        dataset = load(place)
        assert dataset.labels.tolist() == [99, 0]
        assert dataset.class_names == tuple(fine)
        assert load(place, part="test").x.tolist() == [list(pixels(7))]


@pytest.mark.parametrize("files", [PYTHON, BINARY], ids=["python", "binary"])
class TestAll:
    def test_folder(self, folder, files):
        is_training(load(folder(files)))

    def test_test_part(self, folder, files):
        for dataset in (load(folder(files), part="test"), load(self.tar(folder, files), part="test")):
            assert dataset.x.tolist() == [list(pixels(90))]
            assert dataset.labels.tolist() == [8]
            assert dataset.notes == ()

    def test_only_a_test_batch(self, folder, files):
        only = {name: content for name, content in files.items() if "data" not in name}
        for dataset in (load(folder(only)), load(self.tar(folder, only))):
            assert dataset.labels.tolist() == [8]

    @pytest.mark.parametrize("mode", ["w:gz", "w"])
    @pytest.mark.parametrize("form", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
    def test_archive(self, read, files, mode, form):
        is_training(read(packed(files, mode=mode, format=form), name="cifar.tar.gz"))

    def test_archive_in_any_order_without_a_folder(self, read, files):
        shuffled = dict(sorted(files.items(), key=lambda item: item[0][::-1]))
        is_training(read(packed(shuffled, folder=""), name="x.tgz"))

    def test_archive_with_extended_headers(self, read, files):
        headers = {"comment": "x" * 500}
        is_training(read(packed(files, format=tarfile.PAX_FORMAT, pax_headers=headers), name="x.tar.gz"))

    def test_restored(self, folder, files):
        for path in (folder(files), self.tar(folder, files)):
            dataset = load(path, part="test")
            again = finish(restoring(from_json(to_json(dataset.source, path.parent)), path.parent))
            assert again.x.tolist() == dataset.x.tolist()
            assert dict(again.source.parameters) == {"path": str(path), "part": "test"}

    def test_progress(self, folder, files):
        for path in (folder(files), self.tar(folder, files)):
            assert all(0 <= step.done <= 1 for step in reading(path))

    @staticmethod
    def tar(folder, files):
        place = folder({"x.tar.gz": packed(files)}, "archive")
        return place / "x.tar.gz"


class TestSentences:
    @pytest.mark.parametrize(
        ("name", "content", "words"),
        [
            ("x.bin", binary(0, [1])[:-1], r"x\.bin: expected records of 3,073 bytes .* found 3,072 bytes"),
            ("x.bin", binary(0, [1, 2]) + b"x", "2 records and 1 bytes"),
            ("x.bin", binary(0, [1, 10]), "a label from 0 to 9 .* found 10 in record 2"),
            ("x.bin", binary(0, [1, 100], b"\x01"), "a label from 0 to 99 .* found 100 in record 2"),
            ("data_batch_1", b"hello", "found 5 bytes of something else"),
            ("batches.meta", META, "only the names of the classes"),
            ("x", pickle.dumps([1]), "never read but for the batches of CIFAR: .* found a list"),
            ("x", pickle.dumps({"a": 1}), 'found the entries "a"'),
            ("x", pickle.dumps({}), "found the entries of an empty dict"),
            ("x", pickle.dumps({"data": [1], "labels": [1]}), 'found the entries "data", "labels"'),
            ("x", pickle.dumps({"data": np.zeros((2, 9), "u1"), "labels": [1, 2]}), r"shape \(2, 9\)"),
            ("x", pickle.dumps({"data": np.zeros((2, 3072)), "labels": [1, 2]}), "dtype float64"),
            ("x", pickle.dumps({"data": np.array(7, "u1"), "labels": [1]}), "shape"),
            ("x", python(0, [1, 2])[:-1] + b"Q.", "found the operation BINPERSID"),
            ("x", pickle.dumps({"data": np.zeros((2, 3072), "u1"), "labels": [1]}), "1 labels for 2 pict"),
            ("x", pickle.dumps({"data": np.zeros((1, 3072), "u1"), "labels": [-1]}), "0 labels for 1 pict"),
            ("x", pickle.dumps({"data": np.zeros((1, 3072), "u1"), "labels": ["a"]}), "0 labels for 1 pict"),
            ("x", pickle.dumps({"data": np.zeros((1, 3072), "u1"), "labels": 1}), "0 labels for 1 pict"),
            ("x", pickle.dumps(print), 'found the name "builtins.print"'),
        ],
    )
    def test_damaged(self, read, name, content, words):
        with pytest.raises(DataError, match=words):
            read(content, name=name)

    def test_a_call_is_not_made(self, read, tmp_path):
        mark = tmp_path / "mark"

        class Call:
            def __reduce__(self):
                return os.system, (f"touch {mark}",)

        attack = pickle.dumps({"data": Call(), "labels": Call()})
        for content, name in ((attack, "data_batch_1"), (packed({"data_batch_1": attack}), "x.tar.gz")):
            with pytest.raises(DataError, match=f'{name}.*found the name "(posix|nt).system"'):
                read(content, name=name)
        assert not mark.exists()

    def test_names_of_the_classes_that_cannot_be_read_are_said(self, folder):
        for content in (b"", b"\x80\x02}.", pickle.dumps({"label_names": print})):
            place = folder({**PYTHON, "batches.meta": content})
            dataset = load(place)
            assert dataset.class_names == tuple("0123456789")
            assert dataset.notes[1].startswith("The classes have no names. batches.meta")

    def test_more_labels_than_names(self, folder):
        meta = pickle.dumps({"label_names": ["a", "b"]})
        assert load(folder({**PYTHON, "batches.meta": meta})).class_names == tuple("0123456789")

    @pytest.mark.parametrize("name", ["data_batch_1", "x.bin"])
    def test_far_too_large(self, sparse, bounded, name):
        path = sparse(b"\x80\x02", 3073 * 100_000, name=name)
        with (
            bounded(1_000_000),
            pytest.raises(DataError, match="at most 268,435,456 bytes, found 307,300,000"),
        ):
            load(path)

    def test_a_part_that_is_not_there(self, folder):
        place = folder({name: content for name, content in BINARY.items() if "test" not in name})
        with pytest.raises(DataError, match=r"cifar: expected the batches of CIFAR, .* found none for test"):
            load(place, part="test")

    def test_a_wrong_part(self, folder):
        with pytest.raises(ValueError, match='part must be "train" or "test", got'):
            load(folder(PYTHON), part="both")

    def test_a_batch_that_gets_shorter(self, folder):
        place = folder({"data_batch_1.bin": bytes(3073 * 2000)})
        steps = reading(place / "data_batch_1.bin")
        for _ in range(3):
            next(steps)
        os.truncate(place / "data_batch_1.bin", 100)
        with pytest.raises(DataError, match=r"data_batch_1\.bin became shorter"):
            list(steps)


class TestArchives:
    @pytest.mark.parametrize(
        ("bad", "words"),
        [
            (entry("cifar/../../evil", size=0), 'one that wants to lie outside, "cifar/../../evil"'),
            (entry("/etc/passwd"), "wants to lie outside"),
            (entry("C:\\evil"), "wants to lie outside"),
            (entry("..\\evil"), "wants to lie outside"),
            (entry("data_batch_3", tarfile.SYMTYPE, "/etc/passwd"), 'found a link called "data_batch_3"'),
            (entry("data_batch_3", tarfile.LNKTYPE, "data_batch_1"), "found a link"),
            (entry("data_batch_3", tarfile.CHRTYPE), "found a device"),
            (entry("data_batch_3", tarfile.FIFOTYPE), "found a device"),
        ],
    )
    @pytest.mark.parametrize("form", [tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
    def test_what_no_archive_of_data_holds(self, read, tmp_path, bad, words, form):
        with pytest.raises(DataError, match=r"x\.tar\.gz: .*") as error:
            read(packed(PYTHON, entries=[bad], format=form), name="x.tar.gz")
        assert words in str(error.value)
        assert [path.name for path in tmp_path.iterdir()] == ["x.tar.gz"]

    def test_nothing_of_cifar_in_it(self, read):
        with pytest.raises(DataError, match=r"x\.tar\.gz: expected the batches of CIFAR, .* found none"):
            read(packed({"a.txt": b"hello"}), name="x.tar.gz")

    @pytest.mark.parametrize("mode", ["w:gz", "w"])
    def test_cut_short_anywhere(self, read, mode):
        files = {"data_batch_1": PYTHON["data_batch_1"], "batches.meta": META}
        content = packed(files, mode=mode)
        ends = range(0, len(content) - 11000, 97) if mode == "w" else range(0, len(content), 13)
        for length in (*ends, 1, 10, 18, 511, 512, 513, 1023, 1024, 1025):
            with pytest.raises(DataError, match=r"x\.tar\.gz"):
                read(content[:length], name="x.tar.gz")

    def test_a_wrong_checksum(self, read):
        content = bytearray(packed(PYTHON, mode="w"))
        content[700] ^= 1
        with pytest.raises(DataError, match="damaged or was cut short"):
            read(gzip.compress(bytes(content)), name="x.tar.gz")

    @pytest.mark.parametrize(
        ("size", "name"),
        [(1 << 40, "a"), (8**11 - 1, "data_batch_1"), (1 << 62, "data_batch_1.bin"), (-1, "a")],
    )
    def test_sizes_that_are_not_there(self, read, bounded, size, name):
        header = entry(name, size=max(size, 0)).tobuf(tarfile.GNU_FORMAT)
        if size < 0:
            header = header[:124] + b"\xff" * 12 + header[136:]
            total = sum(header[:148]) + sum(header[156:]) + 8 * 32
            header = header[:148] + b"%06o\0 " % total + header[156:]
        with bounded(1_000_000), pytest.raises(DataError, match=r"x\.tar\.gz"):
            read(gzip.compress(header + bytes(5000)), name="x.tar.gz")

    @pytest.mark.parametrize("kind", [tarfile.XHDTYPE, tarfile.GNUTYPE_LONGNAME])
    def test_names_of_megabytes(self, read, bounded, kind):
        header = entry("a", kind, size=10_000_000).tobuf(tarfile.GNU_FORMAT)
        content = gzip.compress(header + bytes(10_000_000))
        with bounded(2_000_000), pytest.raises(DataError, match="damaged or was cut short"):
            read(content, name="x.tar.gz")

    def test_a_bomb(self, read, monkeypatch):
        monkeypatch.setattr(tarball, "UNPACKED_MOST", 1_000_000)
        files = {f"a{i}": bytes(300_000) for i in range(4)}
        with pytest.raises(DataError, match=r"unpacks to at most .* found more"):
            read(packed(files), name="x.tar.gz")

    def test_too_many_members(self, read, monkeypatch):
        monkeypatch.setattr(tarball, "MEMBERS_MOST", 5)
        with pytest.raises(DataError, match="found more"):
            read(packed({f"a{i}": b"" for i in range(9)}), name="x.tar.gz")

    def test_memory(self, read, monkeypatch):
        monkeypatch.setattr(memory, "available", lambda: 1000)
        with pytest.raises(DataError, match=r"x\.tar\.gz, .*data_batch_1.* needs .* of memory"):
            read(packed(PYTHON), name="x.tar.gz")


def test_the_other_part_could_be_read_instead(folder, tmp_path):
    (tmp_path / "all.tar.gz").write_bytes(packed(BINARY))
    for place in (folder(PYTHON), tmp_path / "all.tar.gz"):
        assert load(place).choices == (Choice("part", ("train", "test"), "train"),)
        assert load(place, part="test").choices[0].taken == "test"
    only = {name: content for name, content in PYTHON.items() if "test" not in name}
    (tmp_path / "train.tar.gz").write_bytes(packed(only))
    assert load(tmp_path / "train.tar.gz").choices == ()
