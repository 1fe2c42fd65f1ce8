"""Another right way: torch.split, lanes wiped with where, cut after the step."""

import torch


def train_stream(model, loss, optimiser, X, Y, fresh, K):
    history, carried = [], None
    pieces = zip(X.split(K, dim=1), Y.split(K, dim=1), fresh.T, strict=True)
    for x, y, begins in pieces:
        optimiser.zero_grad(set_to_none=True)
        if carried is not None:
            none = torch.zeros(())
            carried = tuple(
                torch.where(begins.view(1, -1, 1), none.to(s), s)
                for s in carried
            )
        predicted, new = model(x, carried)
        value = loss(predicted, y)
        value.backward()
        optimiser.step()
        carried = tuple(s.data.clone() for s in new)
        history.append(float(value))
    return history
