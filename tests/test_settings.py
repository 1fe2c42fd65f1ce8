"""The settings file: read, checked, and written without losing what people wrote."""

import pytest

from tutor.errors import SettingsError
from tutor.settings import CHOICES, SAYS, Settings, load, save, turned


def test_every_setting_is_explained():
    """Each has choices, a default among them, and a sentence."""
    for name, choices in CHOICES.items():
        assert getattr(Settings(), name) in choices
        assert SAYS[name].endswith(".")


def test_without_a_file_the_defaults_hold(tmp_path):
    assert load(tmp_path / "settings.toml") == Settings()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('theem = "dark"', "Did you mean theme?"),
        ('theme = "blue"', "theme is one of"),
        ("page_width = 1", "page_width is one of"),
        ("theme = ", "cannot be read"),
        ("editor = 3", "editor is a command"),
        ("[keys]\nlesson.next = 'n'", "[keys] holds lines"),
    ],
)
def test_what_is_wrong_is_told(tmp_path, text, said):
    """A name, a value or the syntax: the file is named, and what would be right."""
    path = tmp_path / "settings.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(SettingsError, match=r"settings\.toml") as caught:
        load(path)
    assert said in str(caught.value)


def test_comments_and_order_stay(tmp_path):
    """The program changes values, not what people wrote around them."""
    path = tmp_path / "settings.toml"
    path.write_text('# mine\nglyphs = "ascii"  # old terminal\n', "utf-8")
    save(Settings(theme="light", glyphs="ascii", keys={"home.continue": "z"}), path)
    text = path.read_text("utf-8")
    assert text.startswith('# mine\nglyphs = "ascii"  # old terminal\n')
    assert load(path) == Settings(
        theme="light", glyphs="ascii", keys={"home.continue": "z"}
    )


def test_a_file_with_a_mistake_is_not_written_over(tmp_path):
    """Saving tells the mistake instead."""
    path = tmp_path / "settings.toml"
    path.write_text('theem = "dark"', "utf-8")
    with pytest.raises(SettingsError):
        save(Settings(theme="light"), path)
    assert path.read_text("utf-8") == 'theem = "dark"'


def test_turning_goes_round():
    """After the last choice comes the first."""
    settings = Settings()
    for _ in CHOICES["theme"]:
        settings = turned(settings, "theme", 1)
    assert settings == Settings()
