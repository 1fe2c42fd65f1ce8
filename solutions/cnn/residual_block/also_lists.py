"""Another right way: functional ReLU, skip chosen first, add_ on the body."""

import torch.nn.functional as F
from torch import nn


class ResidualBlock(nn.Module):
    def __init__(self, c_in, c_out, stride=1):
        super().__init__()
        if (c_in, stride) == (c_out, 1):
            self.skip = nn.Sequential()
        else:
            shrink = nn.Conv2d(
                c_in, c_out, kernel_size=1, stride=stride, bias=False
            )
            self.skip = nn.Sequential(shrink, nn.BatchNorm2d(c_out))
        options = {"kernel_size": 3, "padding": 1, "bias": False}
        self.conv1 = nn.Conv2d(c_in, c_out, stride=stride, **options)
        self.conv2 = nn.Conv2d(c_out, c_out, **options)
        self.norm1, self.norm2 = nn.BatchNorm2d(c_out), nn.BatchNorm2d(c_out)
        self.norm2.weight.data.zero_()

    def forward(self, x):
        y = F.relu(self.norm1(self.conv1(x)), inplace=True)
        y = self.norm2(self.conv2(y))
        y += self.skip(x)
        return F.relu(y, inplace=True)
