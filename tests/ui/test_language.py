"""Korean: complete, in step with the sources, and switched to while the window is open."""

import os
import re
import shutil
import string
import subprocess
import sys
import sysconfig
from functools import partial
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialogButtonBox, QDockWidget, QFileDialog, QLabel, QWidget

from densegui import resources
from densegui.ui import language
from densegui.ui.application import create_window
from densegui.ui.builder.palette import Palette

ROOT = Path(__file__).resolve().parents[2]
TS = ROOT / "resources" / "translations" / "densegui_ko.ts"
QM = TS.with_suffix(".qm")
QT_TS = TS.with_name("qt_ko.ts")  # written by hand: what Qt's own Korean lacks or says amiss
EXTRACT = (
    "-extensions", "py", "-locations", "none", "-no-obsolete",
    "-source-language", "en", "-target-language", "ko", "densegui/ui", "-ts",
)  # fmt: skip
HOW = f"""
Bring the Korean up to date from the project's folder:
  1. pyside6-lupdate {" ".join(EXTRACT)} resources/translations/densegui_ko.ts
  2. translate what is marked type="unfinished" in densegui_ko.ts, and take that mark away
  3. pyside6-lrelease resources/translations/densegui_ko.ts -qm resources/translations/densegui_ko.qm
     (and the same for qt_ko.ts, if that was changed)
"""


def messages(path=TS):
    """(context, source, and comment if any) → translation element, for every text of a .ts file."""
    found = {}
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            comment = message.findtext("comment")
            key = (context.findtext("name"), message.findtext("source"), *([comment] if comment else []))
            assert key not in found, f"{key} is there twice"
            found[key] = message.find("translation")
    return found


def fields(text):
    """The placeholders of a text, with how they are formatted."""
    return {(name, spec) for _, name, spec, _ in string.Formatter().parse(text) if name is not None}


def access_key(text):
    """What is pressed with Alt, in capitals."""
    return [letter.upper() for letter in re.findall(r"&(\w)", text)]


def texts(widget):
    """(object name, what) → text, for everything a person sees or hears of a widget and its children."""
    kinds = (
        "text", "title", "windowTitle", "toolTip", "statusTip", "placeholderText", "accessibleName",
        "accessibleDescription",
    )  # fmt: skip
    found = {}
    for child in (widget, *widget.findChildren(QWidget), *widget.findChildren(QAction)):
        if child.objectName() in {"ScrollLeftButton", "ScrollRightButton"}:
            continue  # Qt gives the arrows of a tab bar their names once, when they are made
        for kind in kinds:
            if child.objectName() and callable(getattr(child, kind, None)):
                found[child.objectName(), kind] = getattr(child, kind)()
    return found


def assert_same_texts(one, other):
    """Fails where two widgets say different things."""
    assert texts(one) == texts(other)


def in_a_process(code, **environment):
    """What a fresh interpreter prints."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout.split()


@pytest.fixture
def app(qapp):
    """The application; English again after the test."""
    yield qapp
    language.install(qapp, "en")
    qapp.processEvents()


@pytest.mark.parametrize("path", [TS, QT_TS])
def test_every_text_is_translated(path):
    texts_of = messages(path)
    unfinished = [
        key for key, found in texts_of.items() if found.get("type") or not (found.text or "").strip()
    ]
    assert not unfinished, f"not translated: {unfinished}\n{HOW}"


def test_every_translation_has_the_placeholders_of_its_source():
    wrong = [key for key, found in messages().items() if fields(key[1]) != fields(found.text or "")]
    assert not wrong


@pytest.mark.parametrize("path", [TS, QT_TS])
def test_every_text_keeps_its_access_key(path):
    wrong = [
        key for key, found in messages(path).items() if access_key(key[1]) != access_key(found.text or "")
    ]
    assert not wrong


def test_no_translation_leaves_the_choice_of_a_particle_to_the_reader():
    doubtful = re.compile(r"[이을은와]\([가를는과]\)|\(으\)로")
    assert not [found.text for found in messages().values() if doubtful.search(found.text or "")]


@pytest.mark.parametrize(
    ("source", "word"),
    [
        ("Run forward", "순전파"),
        ("Add block", "블록"),
        ("Units…", "뉴런 수"),
        ("Activation…", "활성화 함수"),
        ("Initialiser…", "가중치 초기화"),
        ("Weights…", "가중치"),
        ("bias", "편향"),
        ("Normal distribution", "정규 분포"),
        ("Uniform distribution", "균등 분포"),
        ("Samples (rows)", "샘플"),
        ("Features (columns)", "특징"),
        ("{count} parameters", "매개변수"),
        ("{sum} parameters, {connections} connections", "연결"),
        ("one probability", "확률"),
        ("linear", "선형"),
        ("transpose {name}", "전치"),
        ("Dense layer of {units} units, to be changed on the brick", "밀집층"),
        ("W has shape ({rows}, {columns}): one row for each input, one column for each unit.", "형상"),
    ],
)
def test_words_are_those_of_lessons(source, word):
    said = [found.text for (_, text, *_), found in messages().items() if text == source]
    assert said
    assert all(word in text for text in said)


def test_the_ts_file_has_the_texts_of_the_sources(tmp_path):
    tool = shutil.which("pyside6-lupdate", path=sysconfig.get_path("scripts"))
    assert tool, "pyside6-lupdate comes with PySide6-Essentials"
    fresh = tmp_path / "fresh.ts"
    subprocess.run([tool, *EXTRACT, fresh], cwd=ROOT, check=True, capture_output=True, timeout=60)
    now, kept = messages(fresh).keys(), messages().keys()
    assert now == kept, f"new: {sorted(now - kept)}\ngone: {sorted(kept - now)}\n{HOW}"


@pytest.mark.parametrize("path", [TS, QT_TS])
def test_the_qm_file_says_what_the_ts_file_says(path, qapp):
    translator = QTranslator()
    assert translator.load(str(path.with_suffix(".qm")))
    other = [key for key, found in messages(path).items() if translator.translate(*key) != found.text]
    assert not other, f"{other}\n{HOW}"


def test_the_file_dialog_speaks_korean(app, qtbot):
    language.install(app, "ko")
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    labels = [label.text() for label in dialog.findChildren(QLabel)]
    assert labels
    assert all(re.search("[가-힣]", label) for label in labels)


def test_korean_comes_and_goes(app):
    buttons = QDialogButtonBox.StandardButton
    assert language.install(app, "ko") == "ko"
    assert app.translate("Actions", "Run forward") == "순전파 실행"
    assert app.translate("Questions", "Save as") == "다른 이름으로 저장"
    assert app.translate("Stack", "Input") == "입력"
    assert QDialogButtonBox(buttons.Cancel).button(buttons.Cancel).text() == "취소"
    assert QDialogButtonBox(buttons.Discard).button(buttons.Discard).text() == "저장 안 함"
    assert language.install(app, "en") == "en"
    assert app.translate("Actions", "Run forward") == "Run forward"
    assert QDialogButtonBox(buttons.Cancel).button(buttons.Cancel).text() == "Cancel"


def test_switching_back_and_forth_leaves_no_translator_behind(app):
    before = len(app.findChildren(QTranslator))
    for _ in range(3):
        language.install(app, "ko")
        language.install(app, "ko")
        language.install(app, "en")
    assert len(app.findChildren(QTranslator)) == before


def test_another_language_is_refused(app):
    with pytest.raises(ValueError, match="'fr'"):
        language.install(app, "fr")


@pytest.mark.parametrize("content", [None, b"", b"not a translation", QM.read_bytes()[:20_000]])
def test_without_its_file_korean_is_english(app, tmp_path, monkeypatch, content):
    (tmp_path / "translations").mkdir()
    if content is not None:
        (tmp_path / "translations" / "densegui_ko.qm").write_bytes(content)
    monkeypatch.setattr(resources, "_ROOT", tmp_path)
    assert language.install(app, "ko") == "en"
    assert app.translate("Actions", "Save") == "Save"
    assert app.translate("QPlatformTheme", "Cancel") == "Cancel"


@pytest.mark.parametrize(
    ("system", "expected"), [("ko_KR.UTF-8", "ko"), ("en_US.UTF-8", "en"), ("de_DE.UTF-8", "en"), ("C", "en")]
)
def test_without_a_choice_the_system_decides(system, expected):
    code = (
        "from PySide6.QtWidgets import QApplication; from densegui.ui import language;"
        "app = QApplication([]); print(language.install(app, None))"
    )
    assert in_a_process(code, LC_ALL=system, LANGUAGE="") == [expected]


def test_the_module_needs_neither_numpy_nor_pyqtgraph():
    code = "import sys; from densegui.ui import language; print(*sys.modules)"
    assert not {"numpy", "pyqtgraph"} & set(in_a_process(code))


def test_a_widget_follows_while_it_is_open(app, qtbot):
    palette = Palette()
    qtbot.addWidget(palette)
    english = texts(palette)
    language.install(app, "ko")
    app.processEvents()
    assert texts(palette)["paletteSearch", "placeholderText"] == "검색"
    language.install(app, "en")
    app.processEvents()
    assert texts(palette) == english


def test_a_switched_window_says_what_one_started_in_korean_says(app, window, qtbot):
    language.install(app, "ko")
    app.processEvents()
    started = create_window()
    qtbot.addWidget(started)
    started.show()  # panels draw only where they are seen
    qtbot.waitExposed(started)
    names = "palette stack noticeBar statusLine graphPanel activationsPanel distributionsPanel matricesPanel "
    names += "planePanel inspectorPanel"
    for name in names.split():
        switched, fresh = window.findChild(QWidget, name), started.findChild(QWidget, name)
        for each in (window, started):  # those behind a tab write their words when they are looked at
            dock = each.findChild(QDockWidget, name.replace("Panel", "Dock"))
            if dock is not None:
                dock.raise_()
        qtbot.waitUntil(partial(assert_same_texts, switched, fresh))
        assert re.search("[가-힣]", " ".join(texts(fresh).values()))
    for kind, what in ((QAction, "text"), (QAction, "toolTip"), (QDockWidget, "windowTitle")):
        switched, fresh = (
            {
                item.objectName(): getattr(item, what)()
                for item in each.findChildren(kind)
                if item.objectName()
            }
            for each in (window, started)
        )
        assert switched == fresh
