"""Cart-pole, mountain car, pendulum and acrobot, drawn from their state numbers."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.viz.cartpole import cartpole
from tutor.viz.classic import acrobot, mountain_car, pendulum
from tutor.viz.ink import picture_width, plain_text

EVERY = [cartpole, mountain_car, pendulum, acrobot]
states = st.lists(st.floats(), max_size=8)

# golden drawings


def test_a_leaning_pole_with_its_push_and_its_numbers():
    """A leaning pole with its push and its numbers."""
    picture = cartpole(
        [0.5, 0.1, 0.15, 0.3], width=60, height=11, action=1, title="step 12"
    )
    assert (
        plain_text(picture)
        == """\
step 12
                                    ⢀⡀
                                    ⣸⠇
                                    ⣿
                                   ⢠⡟
                                   ⢸⡇
                                   ⣷⠁
   ⢠                            ⢸⣿⣿⣿⣿⣿⡇▸                ⡄
   ⠸⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠚⠛⠛⠛⠛⠛⠓⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠇

x +0.50  angle +8.6°  speed +0.10  turning +0.30"""
    )


def test_a_fallen_pole_says_so_in_words():
    """A fallen pole says so in words."""
    picture = cartpole([-2.3, 0.1, -0.5, 0.3], width=36, height=8, action=0)
    assert (
        plain_text(picture)
        == """\

⡀
⣷⡀
⠘⢵⡀
 ⣈⣷⣄⣀
◂⠛⠿⠿⠿⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠼

x -2.30  angle -28.6°  FALLEN"""
    )


def test_a_small_one_has_no_readings():
    """A small one has no readings."""
    picture = cartpole([0.0, 0.0, 0.0, 0.0], width=20, height=4)
    assert (
        plain_text(picture)
        == """\
          ⡀
          ⡇
 ⡀       ⣤⣧       ⢀
 ⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉"""
    )


def test_the_car_stands_in_its_valley_the_flag_on_the_hill():
    """The car stands in its valley, the flag on the hill."""
    picture = mountain_car([-0.5, 0.0], width=40, height=10)
    assert (
        plain_text(picture)
        == """\
                                ⢸⚑
                              ⢀⡠⠼⠤⠄
                            ⣠⠖⠉
     ⢠⡀                   ⢀⠞⠁
      ⠙⣄                 ⡰⠃
       ⠈⢣⡀             ⢀⠞⠁
         ⠑⣄           ⡴⠋
          ⠈⠳⣄       ⡠⠊
            ⠈⠑⠦⢄●⡤⠴⠊⠁
"""
    )


def test_a_positive_angle_of_the_pendulum_leans_left():
    """A positive angle of the pendulum leans left."""
    picture = pendulum([0.5, 0.0], width=24, height=10)
    assert (
        plain_text(picture)
        == """\
            ⠁
       ⠈⢆
        ⠈⢆
         ⠈⢆
          ⠈⢆
  ⠁         ●        ⠈



            ⡀"""
    )


def test_the_second_rods_angle_is_relative_to_the_first():
    """The second rod's angle is relative to the first."""
    picture = acrobot(
        [math.cos(0.5), math.sin(0.5), math.cos(1), math.sin(1), 0, 0], width=24, height=10
    )
    assert (
        plain_text(picture)
        == """\


  ⠄⠠⠠ ⠄⠄⠄⠠⠠ ⠄⠄⠄⠠⠠⠠ ⠄⠄⠠


            ●
             ⠳⡀
              ●⠉⠉⠉⠉⠂

"""
    )


# properties


@pytest.mark.parametrize("draw", EVERY)
@settings(max_examples=40)
@given(state=states, width=st.integers(0, 50), height=st.integers(0, 14))
def test_any_numbers_fill_exactly_the_size(draw, state, width, height):
    """NaN, infinite, huge and missing numbers are left out; the size is kept."""
    picture = draw(state, width=width, height=height)
    assert len(picture) == height
    assert picture_width(picture) == (width if height else 0)


def test_a_trail_dots_in_earlier_tips():
    """Tips of earlier states are drawn, and ones that are not numbers are not."""
    bare = plain_text(cartpole([0, 0, 0, 0], width=40, height=8))
    trail = [[-1.5, 0, 0.1, 0], [math.nan] * 4]
    assert plain_text(cartpole([0, 0, 0, 0], width=40, height=8, trail=trail)) != bare
    assert plain_text(cartpole([0, 0, 0, 0], width=40, height=8, trail=[])) == bare
