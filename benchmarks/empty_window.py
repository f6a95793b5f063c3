"""The floor of every start: an empty QMainWindow and nothing else."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow

application = QApplication(sys.argv)
window = QMainWindow()
window.resize(1200, 700)
window.show()
sys.exit(application.exec())
