"""Nothing borrowed: a dict in torch.save, a loop of its own, a padded shift."""

import torch
import torch.nn as nn
import torch.nn.functional as F

EPOCHS = 11


def shift_batch(images, dx, dy):
    n, h, w = images.shape
    padded = F.pad(images, (w, w, h, h))
    flat = padded.reshape(n, -1)
    i = torch.arange(h)[None, :, None] + h - dy[:, None, None]
    j = torch.arange(w)[None, None, :] + w - dx[:, None, None]
    where = (i * (3 * w) + j).reshape(n, -1)
    return flat.gather(1, where).reshape(n, h, w)


def top_costs(spans, n=3):
    totals = {}
    for k, (name, start, end) in enumerate(spans):
        inside = [
            s
            for m, s in enumerate(spans)
            if m != k and start <= s[1] and s[2] <= end
        ]
        direct = [
            s
            for s in inside
            if not any(
                o is not s and o[1] <= s[1] and s[2] <= o[2] for o in inside
            )
        ]
        own = (end - start) - sum(s[2] - s[1] for s in direct)
        totals[name] = totals.get(name, 0.0) + own
    names = sorted(totals, key=totals.get, reverse=True)
    return [(name, totals[name]) for name in names[:n]]


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.one = nn.Conv2d(1, 24, 3, padding=1)
        self.two = nn.Conv2d(24, 48, 3, padding=1)
        self.three = nn.Linear(48 * 16, 128)
        self.four = nn.Linear(128, 10)
        self.norms = nn.ModuleList([nn.BatchNorm2d(24), nn.BatchNorm2d(48)])

    def forward(self, x):
        x = x[:, None] / 16
        x = F.relu(self.norms[0](self.one(x)))
        x = F.max_pool2d(F.relu(self.norms[1](self.two(x))), 2)
        x = F.relu(self.three(F.dropout(x.flatten(1), 0.3, self.training)))
        return self.four(F.dropout(x, 0.3, self.training))


def run(images, labels, epochs, seed, path, resume=False):
    chance = torch.Generator().manual_seed(seed)
    torch.manual_seed(seed)
    net = Net()
    opt = torch.optim.AdamW(net.parameters(), lr=0.003, weight_decay=0.01)
    first = 0
    if resume:
        kept = torch.load(path)
        net.load_state_dict(kept["net"])
        opt.load_state_dict(kept["opt"])
        chance.set_state(kept["own"])
        torch.set_rng_state(kept["global"])
        first = kept["epoch"]
    net.train()
    for epoch in range(first, epochs):
        for group in opt.param_groups:
            group["lr"] = 0.003 * 0.8**epoch
        order = torch.randperm(len(images), generator=chance)
        for part in order.split(32):
            shifts = torch.randint(-1, 2, (2, len(part)), generator=chance)
            moving = torch.rand(len(part), generator=chance) < 0.6
            x = shift_batch(images[part], *(shifts * moving))
            opt.zero_grad()
            F.cross_entropy(net(x), labels[part]).backward()
            opt.step()
    torch.save(
        {
            "net": net.state_dict(),
            "opt": opt.state_dict(),
            "own": chance.get_state(),
            "global": torch.get_rng_state(),
            "epoch": epochs,
        },
        path,
    )
    return net


@torch.inference_mode()
def predict(model, images):
    mode = model.training
    model.train(False)
    guess = model(images).max(dim=1).indices
    model.train(mode)
    return guess
