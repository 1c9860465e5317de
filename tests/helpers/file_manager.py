"""Stands in for a file manager: a small window over all others, from which one file can be dragged."""

import sys

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QLabel


class File(QLabel):
    """One file; pressing the mouse on it begins the drag. It stays, as file managers do."""

    def __init__(self, path):
        super().__init__("file")
        self._path = path
        self.setWindowFlags(Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)

    def mousePressEvent(self, event):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(self._path)])
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)  # the target reads the file's place after this has returned

    def paintEvent(self, event):
        super().paintEvent(event)
        sys.stdout.write("there\n")
        sys.stdout.flush()


application = QApplication(sys.argv)
file = File(sys.argv[1])
file.setGeometry(int(sys.argv[2]), int(sys.argv[3]), 80, 40)
file.show()
application.exec()
