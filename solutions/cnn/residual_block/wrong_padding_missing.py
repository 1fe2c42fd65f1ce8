"""Leaves out the padding of the convolutions.

Each 3 by 3 layer then takes a pixel off every side, and the sum with the skip
fails.

Lesson: cnn/stride_and_padding#padding
"""

import torch
from torch import nn


class ResidualBlock(nn.Module):
    def __init__(self, c_in, c_out, stride=1):
        super().__init__()
        self.conv1 = nn.Conv2d(c_in, c_out, 3, stride, bias=False)
        self.norm1 = nn.BatchNorm2d(c_out)
        self.conv2 = nn.Conv2d(c_out, c_out, 3, bias=False)
        self.norm2 = nn.BatchNorm2d(c_out)
        nn.init.zeros_(self.norm2.weight)
        self.skip = nn.Identity()
        if stride != 1 or c_in != c_out:
            self.skip = nn.Sequential(
                nn.Conv2d(c_in, c_out, 1, stride, bias=False),
                nn.BatchNorm2d(c_out),
            )

    def forward(self, x):
        body = torch.relu(self.norm1(self.conv1(x)))
        body = self.norm2(self.conv2(body))
        return torch.relu(body + self.skip(x))
