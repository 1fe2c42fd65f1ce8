"""The warm host and its children: judge and learner process.

The only part besides `harness`, `envs` and content that may import torch.
"""
