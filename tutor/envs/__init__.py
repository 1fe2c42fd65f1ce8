"""Small environments with the Gymnasium contract and known optimal values."""

from tutor.envs.gridworlds import TableEnv
from tutor.envs.probes import PROBES, Probe

__all__ = ["PROBES", "Probe", "TableEnv"]
