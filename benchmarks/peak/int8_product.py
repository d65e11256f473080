"""Writes the resource with which the benchmark measures how fast a core multiplies bytes: a large matrix product, several times over.

int8_product.py --out ../src/main/resources/io/crowdlake/benchmark/inference/int8-product.pt     (needs torch)

The product is a convolution of 1 x 1 pixels and not a linear layer: the engine computes the former with the processor's matrix unit where
there is one, the latter never, and it is convolutions that the networks consist of.
"""
import argparse

import torch
from torch import nn
from torch.ao.nn.quantized import Conv2d

WIDTH, SIDE, REPEATS = 512, 32, 16


class Product(nn.Module):
    """float32 [1,512,32,32] to float32 [1]; 1024 * 512 * 512 * 16 multiply-adds of bytes, next to which the quantising does not count."""

    def __init__(self):
        super().__init__()
        self.layer = Conv2d(WIDTH, WIDTH, 1)
        weights = torch.randn(WIDTH, WIDTH, 1, 1, generator=torch.Generator().manual_seed(1)) / WIDTH**0.5
        scale = float(weights.abs().max()) / 127
        self.layer.set_weight_bias(torch.quantize_per_tensor(weights, scale, 0, torch.qint8), torch.zeros(WIDTH))
        self.layer.scale, self.layer.zero_point = 0.03, 64

    def forward(self, pixels: torch.Tensor) -> torch.Tensor:
        x = torch.quantize_per_tensor(pixels.contiguous(memory_format=torch.channels_last), 0.03, 64, torch.quint8)
        for _ in range(REPEATS):
            x = self.layer(x)
        return x.dequantize()[0, 0, 0, :1]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", required=True, help="file to write")
    torch.set_num_threads(1)
    module = torch.jit.trace(Product().eval(), torch.randn(1, WIDTH, SIDE, SIDE))
    torch.jit.save(torch.jit.freeze(module.eval()), parser.parse_args().out)


if __name__ == "__main__":
    main()
