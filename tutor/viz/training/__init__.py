"""What a training run looks like: its records kept bounded, and the pictures made of them."""
