"""Files of several arrays, written by NumPy and zipfile: what is chosen is said; bombs are refused."""

import io
import mmap
import os
import struct
import zipfile
import zlib

import numpy as np
import pytest

from densegui.data import DataError, arrays, finish, from_json, load, memory, npz, reading, restoring, to_json
from densegui.data.choices import Choice
from densegui.data.dataset import Picture

RNG = np.random.default_rng(0)
IMAGES = RNG.integers(0, 256, (12, 8, 9), np.uint8)
DIGITS = np.array([3, 0, 9, 9, 1, 3, 5, 2, 0, 7, 8, 1], np.uint8)


def saved(save=np.savez, **members):
    stream = io.BytesIO()
    save(stream, **members)
    return stream.getvalue()


def npy(array, **options):
    stream = io.BytesIO()
    np.save(stream, array, **options)
    return stream.getvalue()


def zipped(method=zipfile.ZIP_DEFLATED, **members):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(f"{name}.npy", content)
    return stream.getvalue()


def owner(array):
    while getattr(array, "base", None) is not None:
        array = array.base
    return array


@pytest.mark.parametrize("save", [np.savez, np.savez_compressed])
class TestChoice:
    def test_as_mnist_is_handed_out(self, read, save):
        content = saved(
            save,
            x_test=IMAGES[:4],
            x_train=IMAGES,
            y_test=DIGITS[:4],
            y_train=DIGITS,
        )
        dataset = read(content, name="mnist.npz")
        assert dataset.x.tolist() == IMAGES.reshape(12, 72).tolist()
        assert dataset.x.dtype == np.uint8
        assert dataset.picture == Picture(8, 9)
        assert dataset.labels.tolist() == DIGITS.tolist()
        assert dataset.labels.dtype == np.int64
        assert dataset.class_names == tuple("0123456789")
        assert dataset.label_name == "y_train"
        assert dataset.notes == (
            'The file holds 4 arrays; "x_train" was taken, the largest.',
            "Every sample has the shape 8 × 9; it was taken as a grey picture and flattened to 72 features.",
            'The array "y_train" became the labels.',
        )
        test = read(content, name="mnist.npz", member="x_test")
        assert test.x.tolist() == IMAGES[:4].reshape(4, 72).tolist()
        assert test.label_name == "y_test"

    @pytest.mark.parametrize("name", ["y", "label", "Labels", "target", "my targets", "class"])
    def test_labels_by_their_name(self, read, save, name):
        dataset = read(saved(save, data=np.zeros((12, 3)), **{name: DIGITS}), name="x.npz")
        assert dataset.labels.tolist() == DIGITS.tolist()
        assert dataset.label_name == name

    def test_the_first_of_several_that_are_called_labels(self, read, save):
        dataset = read(saved(save, data=np.zeros((12, 3)), label=DIGITS, target=DIGITS[::-1]), name="x.npz")
        assert dataset.label_name == "label"

    @pytest.mark.parametrize("other", [{"weight": DIGITS}, {"y": DIGITS[:5]}, {"y": np.zeros((12, 2), int)}])
    def test_what_are_no_labels(self, read, save, other):
        dataset = read(saved(save, data=np.zeros((12, 3)), **other), name="x.npz")
        assert dataset.labels is None
        assert dataset.targets is None

    def test_digits_as_they_are_handed_out(self, read, save):
        flat = IMAGES.reshape(12, 72)
        dataset = read(saved(save, data=flat, images=IMAGES, target=np.eye(1000)[DIGITS]), name="digits.npz")
        assert dataset.x.tolist() == flat.tolist()
        assert dataset.picture == Picture(8, 9)

    def test_labels_by_choice(self, read, save):
        content = saved(save, data=np.zeros((12, 3)), y=DIGITS, other=DIGITS[::-1].reshape(12, 1))
        dataset = read(content, name="x.npz", labels="other")
        assert dataset.labels.tolist() == DIGITS[::-1].tolist()
        with pytest.raises(
            DataError, match=r'one label for each of 12 samples, found the shape \(12, 3\) in "data"'
        ):
            read(content, name="x.npz", labels="data")

    def test_labels_that_do_not_count_from_nought(self, read, save):
        dataset = read(saved(save, x=np.zeros((4, 2)), y=np.array([1, -1, 1, 1000])), name="x.npz")
        assert dataset.labels.tolist() == [1, 0, 1, 2]
        assert dataset.class_names == ("-1", "1", "1000")

    @pytest.mark.parametrize("y", [np.linspace(0, 1, 12), np.arange(12.0)[:, None]])
    def test_numbers_are_targets(self, read, save, y):
        dataset = read(saved(save, x=np.zeros((12, 2)), y=y), name="x.npz")
        assert dataset.labels is None
        assert dataset.targets.tolist() == y.ravel().tolist()
        assert dataset.targets.dtype == np.float64
        assert dataset.notes[-1] == 'The array "y" became the targets.'

    def test_whole_numbers_that_differ_too_much_are_targets(self, read, save):
        dataset = read(saved(save, x=np.zeros((600, 2)), y=np.arange(600) * 3), name="x.npz")
        assert dataset.targets.tolist() == list(range(0, 1800, 3))

    def test_restored(self, tmp_path, save):
        path = tmp_path / "x.npz"
        path.write_bytes(saved(save, a=IMAGES, b=IMAGES[::-1], y=DIGITS))
        dataset = load(path, member="b", labels="y")
        again = finish(restoring(from_json(to_json(dataset.source, tmp_path)), tmp_path))
        assert again.x.tolist() == dataset.x.tolist() == IMAGES[::-1].reshape(12, 72).tolist()
        assert again.labels.tolist() == DIGITS.tolist()

    def test_members_for_a_dialog(self, tmp_path, save):
        path = tmp_path / "x.npz"
        path.write_bytes(saved(save, a=IMAGES, b=np.float32(3), c=np.array([None])))
        found = npz.members(path)
        assert [(member.name, member.shape, member.dtype) for member in found] == [
            ("a", (12, 8, 9), np.dtype(np.uint8)),
            ("b", (), None),
            ("c", (), None),
        ]
        assert "a single number" in found[1].problem
        assert "Python objects, which are never read" in found[2].problem

    def test_arrays_that_cannot_be_read_are_not_chosen(self, read, save):
        content = saved(save, a=np.array([None] * 1000), b=np.zeros((3, 2)), c=np.array(["text"] * 1000))
        assert read(content, name="x.npz").x.shape == (3, 2)
        with pytest.raises(DataError, match=r'x\.npz, "c": .* found text'):
            read(content, name="x.npz", member="c")


class TestShapes:
    @pytest.mark.parametrize(
        ("shape", "picture"),
        [
            ((5, 8, 8), Picture(8, 8)),
            ((5, 28, 20), Picture(28, 20)),
            ((5, 32, 32, 3), Picture(32, 32, 3)),
            ((5, 32, 32, 1), Picture(32, 32, 1)),
            ((5, 3, 32, 32), Picture(32, 32, 3, "channels_first")),
            ((5, 1, 32, 32), Picture(32, 32, 1, "channels_first")),
            ((5, 3, 3), None),
            ((5, 100, 8), None),
            ((5, 32, 32, 4), None),
            ((5, 2, 8, 8, 3), None),
            ((5, 64), None),
        ],
    )
    def test_pictures_are_guessed_from_the_shape(self, read, shape, picture):
        array = np.arange(np.prod(shape)).reshape(shape)
        for content, name in ((npy(array), "x.npy"), (saved(x=array), "x.npz")):
            dataset = read(content, name=name)
            assert dataset.picture == picture
            assert dataset.x.tolist() == array.reshape(5, -1).tolist()
            if picture is not None:
                image = dataset.picture.image(dataset.x[2])
                last = array[2].transpose(1, 2, 0) if picture.order == "channels_first" else array[2]
                assert image.tolist() == last.reshape(image.shape).tolist()
                assert ("channels first" in dataset.notes[0]) == (shape[1] == 3)

    def test_fortran_order(self, read):
        array = np.asfortranarray(IMAGES)
        assert read(saved(x=array), name="x.npz").x.tolist() == IMAGES.reshape(12, 72).tolist()


class TestSize:
    def test_stored_arrays_stay_on_the_disk(self, read, monkeypatch):
        monkeypatch.setattr(arrays, "MAPPED_FROM", 0)
        dataset = read(saved(first=np.ones(3), x=IMAGES, y=DIGITS), name="x.npz")
        assert isinstance(owner(dataset.x), mmap.mmap)
        assert dataset.x.tolist() == IMAGES.reshape(12, 72).tolist()
        assert dataset.labels.tolist() == DIGITS.tolist()
        assert not isinstance(owner(read(saved(np.savez_compressed, x=IMAGES), name="x.npz").x), mmap.mmap)

    def test_a_mapped_array_must_be_in_the_file(self, tmp_path, monkeypatch):
        monkeypatch.setattr(arrays, "MAPPED_FROM", 0)
        content = bytearray(saved(x=IMAGES))
        place = content.rfind(b"PK\x01\x02")
        header = struct.unpack_from("<I", content, place + 42)[0]
        struct.pack_into("<H", content, header + 28, 60_000)
        path = tmp_path / "x.npz"
        path.write_bytes(bytes(content))
        with pytest.raises(DataError, match=r"x\.npz"):
            load(path)

    def test_progress_in_steps(self, tmp_path):
        path = tmp_path / "x.npz"
        np.savez_compressed(path, x=np.zeros((5_000_000,)))
        done = [step.done for step in reading(path)]
        assert len(done) >= 5
        assert done == sorted(done)

    def test_only_what_is_needed_is_unpacked(self, tmp_path, bounded):
        path = tmp_path / "x.npz"
        big = np.zeros((1000, 10_000), np.uint8)
        np.savez_compressed(path, big=big, small=np.ones((3, 2)))
        with bounded(1_000_000):
            assert npz.members(path)[0].shape == (1000, 10_000)
            assert load(path, member="small").x.tolist() == [[1, 1]] * 3

    def test_a_bomb_is_refused_before_it_is_unpacked(self, read, bounded):
        """Each array is 100 GB of zeros by what it says of itself, and the archive has 0.1 MB."""
        body = npy(np.zeros((1, 1), np.uint8))[:10] + b"%-117s\n" % (
            b"{'descr': '|u1', 'fortran_order': False, 'shape': (100000, 1000000), }"
        )
        content = zipped(x=body + bytes(10_000_000))
        with bounded(1_000_000), pytest.raises(DataError, match="its header promises 100 GB"):
            read(content, name="x.npz")

    def test_sizes_that_no_compression_reaches(self, read, bounded):
        content = bytearray(zipped(x=npy(np.zeros((10, 10)))))
        place = content.rfind(b"PK\x01\x02")
        struct.pack_into("<I", content, place + 24, 0xFFFFFF00)
        with (
            bounded(1_000_000),
            pytest.raises(DataError, match=r"promises 4\.29 GB from .* which no compression gives"),
        ):
            read(bytes(content), name="x.npz")

    def test_a_member_that_goes_on_longer_than_it_says(self, read, bounded):
        """The size in the directory is that of the array; the stream holds 50 MB."""
        array = npy(np.ones((10, 10)))
        content = bytearray(zipped(x=array + bytes(50_000_000)))
        place = content.rfind(b"PK\x01\x02")
        struct.pack_into("<I", content, place + 24, len(array))
        with bounded(2_000_000), pytest.raises(DataError, match=r"x\.npz"):
            read(bytes(content), name="x.npz")

    def test_memory(self, read, monkeypatch):
        content = zipped(x=npy(np.zeros(100_000)))
        monkeypatch.setattr(memory, "available", lambda: 1000)
        with pytest.raises(DataError, match=r'x\.npz, "x" needs 800 kB of memory'):
            read(content, name="x.npz")

    def test_too_many_members(self, read, monkeypatch):
        monkeypatch.setattr(npz, "MEMBERS_MOST", 3)
        with pytest.raises(DataError, match="at most 3 arrays, found 5"):
            read(saved(*[], **{f"a{i}": np.ones((2, 2)) for i in range(5)}), name="x.npz")

    @pytest.mark.parametrize("large", [False, True])
    def test_a_table_of_contents_of_gigabytes(self, sparse, bounded, large):
        size = 2 << 30
        end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 9, 9, 0xFFFFFFFF if large else size, 0, 0)
        if large:
            record = b"PK\x06\x06" + struct.pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, 9, 9, size, 0)
            end = record + b"PK\x06\x07" + struct.pack("<IQI", 0, size, 1) + end
        path = sparse(b"PK\x03\x04", size, name="x.npz")
        with path.open("ab") as stream:
            stream.write(end)
        with bounded(2_000_000), pytest.raises(DataError, match=r"table of contents of 2\.15 GB"):
            load(path)


class TestSentences:
    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (zipped(), "empty zip archive|without any array"),
            (zipped(x=b"hello"), r'x\.npz, "x": expected a \.npy file'),
            (zipped(x=b""), "found an empty file"),
            (zipped(x=b"hello", y=b"hello"), r"and none of the other 1\)"),
            (zipped(zipfile.ZIP_BZIP2, x=npy(IMAGES)), "stored or deflated, found another way"),
            (zipped(zipfile.ZIP_LZMA, x=npy(IMAGES)), "stored or deflated, found another way"),
            (saved(x=np.array([{}, []], dtype=object)), "Python objects, which are never read"),
            (saved(x=np.array(5.0)), "a single number"),
            (saved(x=np.zeros((0, 4))), "no rows"),
            (b"PK\x03\x04", "which is a zip archive of arrays, found a damaged one"),
            (b"hello", "found a damaged one"),
        ],
    )
    def test_damaged(self, read, content, words):
        with pytest.raises(DataError, match=words):
            read(content, name="x.npz")

    def test_a_name_that_is_not_there(self, read):
        with pytest.raises(DataError, match=r'holds no array "z"\. Choose one of its arrays: "x", "y"'):
            read(saved(x=IMAGES, y=DIGITS), name="x.npz", member="z")

    @pytest.mark.parametrize("save", [np.savez, np.savez_compressed])
    def test_cut_short_anywhere(self, read, save):
        content = saved(save, x=IMAGES[:2], y=DIGITS[:2])
        for length in range(1, len(content)):
            with pytest.raises(DataError, match=r"x\.npz"):
                read(content[:length], name="x.npz")

    @pytest.mark.parametrize("save", [np.savez, np.savez_compressed])
    def test_a_wrong_checksum(self, read, save):
        content = bytearray(saved(save, x=IMAGES))
        wrong = struct.pack("<I", zlib.crc32(npy(IMAGES)) ^ 1)
        place = content.rfind(b"PK\x01\x02")
        content[place + 16 : place + 20] = wrong
        with pytest.raises(DataError, match="found a damaged one"):
            read(bytes(content), name="x.npz")

    def test_encrypted(self, read):
        content = bytearray(saved(x=IMAGES))
        for magic, flag in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            content[content.find(magic) + flag] |= 1
        with pytest.raises(DataError, match="encrypted"):
            read(bytes(content), name="x.npz")

    def test_no_permission(self, tmp_path, monkeypatch):
        path = tmp_path / "x.npz"
        path.write_bytes(saved(x=IMAGES))

        def refuse(self, *args, **kwargs):
            raise PermissionError(13, os.strerror(13), str(self))

        monkeypatch.setattr(type(path), "open", refuse)
        for use in (load, npz.members):
            with pytest.raises(DataError, match=r"x\.npz cannot be read: there is no permission"):
                use(path)

    def test_a_pickle_inside_is_never_opened(self, read, tmp_path):
        mark = tmp_path / "mark"
        payload = b"cposix\nsystem\n(S'touch " + str(mark).encode() + b"'\ntR."
        head = npy(np.array([None], dtype=object), allow_pickle=True)[:128]
        for content in (zipped(x=payload), zipped(x=head + payload)):
            with pytest.raises(DataError):
                read(content, name="x.npz")
        assert not mark.exists()


def test_what_could_be_read_instead(read):
    dataset = read(saved(x=IMAGES, y=DIGITS, z=IMAGES[:3]), "several.npz")
    members = (
        npz.Member("x", (12, 8, 9), np.dtype(np.uint8)),
        npz.Member("y", (12,), np.dtype(np.uint8)),
        npz.Member("z", (3, 8, 9), np.dtype(np.uint8)),
    )
    assert dataset.choices == (Choice("member", members, "x"), Choice("labels", members, "y"))
    assert dataset.stored_shape == (12, 8, 9)
    assert read(saved(x=IMAGES), "one.npz").choices == ()
    assert read(saved(x=IMAGES, z=IMAGES), "unlabelled.npz").choices[1].taken == ""
