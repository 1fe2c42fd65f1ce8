"""What a machine lacks is said, with the reason, and never passed over in silence."""

import argparse

import pytest

from tutor.cli import doctor
from tutor.protocol import Status
from tutor.sandbox import kernel, landlock, layers, limits, seccomp


def refuse(*_, **__):
    raise PermissionError(1, "Operation not permitted")


def test_what_is_offered_can_be_applied():
    """Every layer is named, in order, with a reason only where it is missing."""
    found = layers.offered()
    assert list(found) == [layer.name for layer in layers.LAYERS]
    assert found["split"] == found["deadlines"] == ""


@pytest.mark.parametrize(
    ("layer", "module", "function"),
    [
        ("limits", limits, "limit_files"),
        ("files", landlock, "restrict"),
        ("calls", seccomp, "install"),
        ("orphans", kernel, "die_with_parent"),
    ],
)  # fmt: skip
def test_layer_that_is_refused(monkeypatch, layer, module, function):
    """A layer whose application fails has a reason, and the others have none for it."""
    before = layers.offered()
    if before[layer]:
        pytest.skip(f"{layer}: {before[layer]}")
    monkeypatch.setattr(module, function, refuse)
    assert layers.offered() == before | {layer: "the kernel refuses it here"}


@pytest.mark.parametrize(
    ("layer", "module", "function", "value", "reason"),
    [
        ("files", landlock, "version", 0, "5.13"),
        ("calls", seccomp, "is_supported", False, "x86_64 or aarch64"),
        ("limits", kernel, "is_linux", False, "Linux"),
        ("orphans", kernel, "is_linux", False, "Linux"),
    ],
)
def test_layer_that_is_missing(monkeypatch, layer, module, function, value, reason):
    """A layer that the system does not know says what it needs."""
    monkeypatch.setattr(module, function, lambda: value)
    assert reason in layers.offered()[layer]


def test_unknown_machine(monkeypatch):
    """A processor whose calls are not known has no filter, and says so."""
    monkeypatch.setattr(seccomp.platform, "machine", lambda: "riscv64")
    assert "x86_64" in layers.offered()["calls"]


def test_older_landlock_says_what_it_lacks(monkeypatch):
    """A kernel that cannot keep files from being emptied is not said to protect them."""
    monkeypatch.setattr(landlock, "version", lambda: 1)
    monkeypatch.setattr(seccomp, "is_supported", lambda: False)
    assert layers.offered()["files"]


@pytest.mark.parametrize(
    ("layer", "module", "function"),
    [("limits", limits, "limit_files"), ("files", landlock, "restrict"),
     ("calls", seccomp, "install"), ("orphans", kernel, "die_with_parent")],
)  # fmt: skip
def test_confining_fails_loudly(monkeypatch, tmp_path, layer, module, function):
    """A layer that was found and cannot be applied is an error."""
    monkeypatch.setattr(module, function, refuse)
    with pytest.raises(PermissionError):
        layers.confine(tmp_path, frozenset({layer}))


def test_nothing_is_applied_unasked(monkeypatch, tmp_path):
    """Without active layers nothing is called."""
    for module, function in (
        (limits, "limit_files"), (landlock, "restrict"), (seccomp, "install"),
        (kernel, "die_with_parent"),
    ):  # fmt: skip
        monkeypatch.setattr(module, function, refuse)
    layers.confine(tmp_path, frozenset())


def told_by(monkeypatch, found):
    """Return what doctor says of the sandbox of a host with the given layers."""
    status = Status(1, 1, "numpy", "fork", found, 0, 1, 1.0)
    monkeypatch.setattr(doctor, "events", lambda *_: iter([status]))
    return doctor.sandbox()


def test_doctor_tells_what_the_host_found(monkeypatch):
    """Active and missing layers are those of the host, with its reasons."""
    found = {layer.name: "" for layer in layers.LAYERS} | {"files": "the kernel is old"}
    told = told_by(monkeypatch, found)
    assert [name for name, part in told.items() if not part["active"]] == ["files"]
    assert told["files"]["why not"] == "the kernel is old"
    assert "scratch" in told["files"]["stops"]


def test_doctor_does_not_trust_silence(monkeypatch):
    """A layer of which the host says nothing counts as missing."""
    told = told_by(monkeypatch, {})
    assert not any(part["active"] for part in told.values())


def test_doctor_without_a_host(monkeypatch):
    """A host that does not start protects nothing."""

    def broken(*_):
        raise doctor.TutorError("no host")

    monkeypatch.setattr(doctor, "events", broken)
    told = doctor.sandbox()
    assert not any(part["active"] for part in told.values())
    assert all("no host" in part["why not"] for part in told.values())


def test_doctor_shows_the_reason(monkeypatch, capsys):
    """The line of a missing layer holds the reason and what it would stop."""
    lines = []
    desk = argparse.Namespace(draw=lines.extend)
    doctor.show(desk, "files", {"active": False, "why not": "old", "stops": "reading"})
    text = "".join(run.text for run in lines[0])
    assert "✗" in text
    assert "old (reading)" in text
