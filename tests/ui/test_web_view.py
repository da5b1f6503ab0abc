"""What the hardened view refuses in the window: leaving, dialogs, downloads, drops; and a crash."""

import os
import shutil
import signal
import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWebEngineCore import QWebEngineDownloadRequest, QWebEngineProfile
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from studio.ui.web_view import PlayerView
from tests.e2e.site import Site

pytestmark = pytest.mark.engine
LIMIT_MS = 30_000

PAGE = """<!doctype html><meta charset="utf-8"><title>x</title>
<a id="elsewhere" href="OTHERlink">x</a> <a id="top" target="_blank" href="/popup">x</a>
<a id="save" download="x.txt" href="/own">x</a><input id="choose" type="file">
<form id="form" action="OTHERform"></form>
<style>body { margin: 0 } #choose { position: fixed; inset: 40px; }</style>"""

ASK = """(async () => {
  const click = (id) => document.getElementById(id).click();
  const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  click("elsewhere"); await later(80);
  click("top"); await later(80);
  click("save"); await later(80);
  document.getElementById("form").submit(); await later(80);
  for (const url of ["OTHERa", "file:///etc/passwd", "data:text/html,x", "chrome://version",
                     "javascript:void(0)", "view-source:http://127.0.0.1/"]) {
    try { location.assign(url); } catch (error) { await later(1); }
    await later(60);
  }
  const frame = document.createElement("iframe");
  frame.src = "/own.pdf";
  document.body.append(frame);
  const meta = document.createElement("meta");
  meta.httpEquiv = "refresh";
  meta.content = "0;url=OTHERrefresh";
  document.head.append(meta);
  alert("x"); confirm("x"); prompt("x"); print();
  onbeforeunload = () => "stay?";
  fetch("/login");
  await later(500);
  onbeforeunload = null;
  window.isDone = true;
})()"""


@pytest.fixture
def sites() -> Iterator[tuple[Site, Site]]:
    own, other = Site(), Site()
    own.page = PAGE.replace("OTHER", other.url)
    yield own, other
    own.close()
    other.close()


@pytest.fixture(scope="module")
def view(qapp: QApplication) -> Iterator[PlayerView]:
    """One view for all tests here: making one takes a second."""
    with pytest.MonkeyPatch.context() as patch:
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            patch.setenv("QTWEBENGINE_DISABLE_SANDBOX", "1")
        made = PlayerView()
        made.resize(400, 300)
        made.show()
        yield made
        made.hide()
        made.dispose()
        made.deleteLater()
        qapp.processEvents()


def wait_for(view: PlayerView, script: str, qtbot: QtBot) -> None:
    """Wait until an expression is true in the page."""
    told: list[Any] = []

    def is_true() -> bool:
        view.page().runJavaScript(f"Boolean({script})", told.append)
        return True in told

    qtbot.waitUntil(is_true, timeout=LIMIT_MS)


@pytest.fixture
def shown(view: PlayerView, sites: tuple[Site, Site], qtbot: QtBot) -> PlayerView:
    """The view, on a page of its origin, without a past."""
    with qtbot.waitSignal(view.loadFinished, timeout=LIMIT_MS) as loaded:
        view.open(sites[0].url)
    assert loaded.args == [True]
    view.history().clear()
    return view


@pytest.mark.expects_log_warnings
def test_the_page_stays_alone_and_nothing_pops_up(
    shown: PlayerView, sites: tuple[Site, Site], qtbot: QtBot, tmp_path: Path
) -> None:
    """V5, V6, V7, V10: it neither leaves nor opens, asks or saves anything."""
    own, other = sites
    requests: list[QWebEngineDownloadRequest] = []
    profile = shown.page().profile()
    profile.setDownloadPath(str(tmp_path))
    profile.downloadRequested.connect(requests.append)
    before = set(QApplication.topLevelWidgets())
    popped: list[QWidget] = []
    focus = QApplication.instance()
    assert isinstance(focus, QApplication)
    focus.focusChanged.connect(
        lambda _old, now: popped.append(now.window()) if now is not None else None
    )
    shown.page().runJavaScript(ASK.replace("OTHER", other.url))
    wait_for(shown, "window.isDone", qtbot)
    assert shown.url() == QUrl(own.url)
    assert other.asked == []
    assert "/popup" not in own.asked
    assert shown.page().history().count() == 1
    assert set(QApplication.topLevelWidgets()) - before == set()
    assert {window for window in popped if window not in before} == set()
    assert QApplication.activeModalWidget() is None
    assert [request.state() for request in requests] == [
        QWebEngineDownloadRequest.DownloadState.DownloadCancelled
    ] * len(requests)
    assert requests, "the download was asked for"
    assert list(tmp_path.iterdir()) == []


def test_choosing_files_and_the_menu_show_nothing(shown: PlayerView, qtbot: QtBot) -> None:
    before = set(QApplication.topLevelWidgets())
    target = shown.focusProxy()
    assert isinstance(target, QWidget)
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    QTest.mouseClick(target, Qt.MouseButton.RightButton, pos=QPoint(60, 60))
    qtbot.wait(400)
    assert set(QApplication.topLevelWidgets()) - before == set()
    assert shown.contextMenuPolicy() is Qt.ContextMenuPolicy.NoContextMenu


def test_drops_go_to_the_window(shown: PlayerView, sites: tuple[Site, Site]) -> None:
    children = shown.findChildren(QWidget)
    assert children
    assert not [child for child in (shown, *children) if child.acceptDrops()]
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/etc/passwd")])
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    target = shown.focusProxy()
    assert isinstance(target, QWidget)
    enter = QDragEnterEvent(QPoint(50, 50), copy, data, left, none)
    enter.ignore()
    QApplication.sendEvent(target, enter)
    drop = QDropEvent(QPointF(50, 50), copy, data, left, none)
    QApplication.sendEvent(target, drop)
    QTest.qWait(300)
    assert shown.url() == QUrl(sites[0].url)


def test_nothing_is_kept_and_no_bridge_leads_out(shown: PlayerView) -> None:
    """V9 and V11; scripts of ours only take away."""
    profile = shown.page().profile()
    assert profile.isOffTheRecord()
    assert not Path(profile.persistentStoragePath()).exists()
    assert profile.httpCacheType() is QWebEngineProfile.HttpCacheType.MemoryHttpCache
    none = QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies
    assert profile.persistentCookiesPolicy() is none
    assert shown.page().webChannel() is None
    scripts = [s.name() for s in (*shown.page().scripts().toList(), *profile.scripts().toList())]
    assert scripts == ["no-peers"]


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "http://example.com/", "https://127.0.0.1/", "qrc:/x", "data:,x", ""],
)
def test_only_pages_of_our_own_server_are_opened(view: PlayerView, url: str) -> None:
    with pytest.raises(ValueError, match="own server"):
        view.open(url)


def test_a_forged_certificate_is_refused(
    view: PlayerView, sites: tuple[Site, Site], qtbot: QtBot, tmp_path: Path
) -> None:
    """V10: even where the guard lets a request pass, a certificate nobody signed does not."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl makes the certificate")
    made = [
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=x",
    ]
    certificate = tmp_path / "both.pem"
    subprocess.run(
        [openssl, *made, "-keyout", str(certificate), "-out", str(tmp_path / "c.pem")],
        check=True, capture_output=True, timeout=60,
    )  # fmt: skip
    certificate.write_bytes(certificate.read_bytes() + (tmp_path / "c.pem").read_bytes())
    own = sites[0]
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    own.server.socket = context.wrap_socket(own.server.socket, server_side=True)
    target = QUrl(own.url.replace("http:", "https:"))
    view._guard.origin = (target.scheme(), target.host(), target.port())
    view.load(target)
    with qtbot.waitSignal(view.loadFinished, timeout=LIMIT_MS) as loaded:
        pass
    assert loaded.args == [False]
    assert own.asked == []


@pytest.mark.expects_log_warnings
@pytest.mark.skipif(os.name != "posix", reason="the renderer is killed by a signal")
def test_a_killed_renderer_is_told_and_the_view_can_be_used_again(
    shown: PlayerView, sites: tuple[Site, Site], qtbot: QtBot
) -> None:
    """G4."""
    page = shown.page()
    for _ in range(2):
        with qtbot.waitSignal(page.renderProcessTerminated, timeout=LIMIT_MS):
            os.kill(page.renderProcessPid(), signal.SIGKILL)
        with qtbot.waitSignal(shown.loadFinished, timeout=LIMIT_MS):
            shown.open(sites[0].url)
        wait_for(shown, "document.title === 'x'", qtbot)
