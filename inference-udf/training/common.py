"""What both trainings share: where to compute, the moving average of the weights, checkpoints, loss curves."""
import copy
import math
import time
from pathlib import Path

import torch


def device():
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def low_precision():
    """bfloat16 where the processor multiplies it in hardware: two to three times the speed, same result within noise."""
    if torch.cuda.is_available():
        return True
    try:
        flags = Path("/proc/cpuinfo").read_text()
    except OSError:
        return False
    return "amx_bf16" in flags or "avx512_bf16" in flags


class Muon(torch.optim.Optimizer):
    """Steps of which all directions are as long: the momentum of a convolution, as a matrix, is replaced by the nearest orthogonal one.

    K. Jordan et al., "Muon: an optimizer for hidden layers in neural networks", 2024; length of the step after J. Liu et al., "Muon is
    scalable for LLM training", 2025, so that the learning rate of AdamW fits. The attributes get as far in half of AdamW's steps.
    """

    def __init__(self, parameters, lr, weight_decay, momentum=0.95):
        super().__init__(parameters, {"lr": lr, "weight_decay": weight_decay, "momentum": momentum})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for parameter in group["params"]:
                mean = self.state[parameter].setdefault("mean", torch.zeros_like(parameter))
                mean.lerp_(parameter.grad, 1 - group["momentum"])
                ahead = parameter.grad.lerp(mean, group["momentum"]).flatten(1)
                length = 0.2 * max(ahead.shape) ** 0.5
                parameter.mul_(1 - group["lr"] * group["weight_decay"])
                parameter.add_(orthogonal(ahead).view_as(parameter), alpha=-group["lr"] * length)


def orthogonal(matrix):
    """The nearest orthogonal matrix, roughly: five steps of a Newton-Schulz iteration bring all singular values to 0.7..1.2."""
    wide = matrix.shape[0] <= matrix.shape[1]
    x = matrix if wide else matrix.T
    x = x / (x.norm() + 1e-7)
    if low_precision():  # elsewhere bfloat16 would be slower than 32 bits
        x = x.bfloat16()
    for _ in range(5):
        square = x @ x.T
        x = 3.4445 * x + (2.0315 * square @ square - 4.7750 * square) @ x
    return (x if wide else x.T).float()


class Training:
    """One resumable run. The batch of step n depends on (seed, n) alone, so going on after a stop changes nothing."""

    def __init__(self, name, model, work, steps, learning_rate, weight_decay, seed, muon=False):
        self.name, self.steps, self.seed = name, steps, seed
        self.device = device()
        self.model = model.to(self.device, memory_format=torch.channels_last)
        self.average = copy.deepcopy(self.model).eval()
        convolutions = [p for p in self.model.parameters() if muon and p.ndim == 4]
        decay = [p for p in self.model.parameters() if p.ndim > 1 and not (muon and p.ndim == 4)]
        plain = [p for p in self.model.parameters() if p.ndim <= 1]
        groups = [{"params": decay, "weight_decay": weight_decay}, {"params": plain, "weight_decay": 0.0}]
        self.optimizers = [torch.optim.AdamW(groups, lr=learning_rate, betas=(0.9, 0.99))]
        if muon:
            self.optimizers.append(Muon(convolutions, learning_rate, weight_decay))
        self.learning_rate, self.step, self.history, self.cpu_seconds = learning_rate, 0, [], 0.0
        self.path = Path(work) / f"{name}-checkpoint.pt"
        if self.path.exists():
            self._load()

    def _load(self):
        state = torch.load(self.path, map_location=self.device, weights_only=True)
        self.model.load_state_dict(state["model"])
        self.average.load_state_dict(state["average"])
        for optimizer, saved in zip(self.optimizers, state["optimizers"]):
            optimizer.load_state_dict(saved)
        self.step, self.history, self.cpu_seconds = state["step"], state["history"], state["cpu_seconds"]
        print(f"{self.name}: goes on from step {self.step}", flush=True)

    def _save(self, cpu_seconds):
        self.path.parent.mkdir(parents=True, exist_ok=True)
        part = self.path.with_suffix(".part")
        state = {
            "model": self.model.state_dict(),
            "average": self.average.state_dict(),
            "optimizers": [optimizer.state_dict() for optimizer in self.optimizers],
            "step": self.step,
            "history": self.history,
            "cpu_seconds": cpu_seconds,
        }
        torch.save(state, part)
        part.rename(self.path)

    def _rate(self):
        warm = min(1.0, (self.step + 1) / 200)
        return self.learning_rate * warm * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * self.step / self.steps)))

    def run(self, make_batch, loss_of, report_every=100, until=None):
        """make_batch(step) -> anything; loss_of(model, batch) -> dict of losses, of which the sum is minimised. until: stop before the last step."""
        until = until or self.steps
        began, before, sums = time.process_time(), self.cpu_seconds, {}
        torch.manual_seed(self.seed * 1_000_003 + self.step)
        self.model.train()
        while self.step < until:
            for group in (group for optimizer in self.optimizers for group in optimizer.param_groups):
                group["lr"] = self._rate()
            losses = loss_of(self.model, make_batch(self.step))
            total = sum(losses.values())
            self.model.zero_grad(set_to_none=True)
            total.backward()
            torch.nn.utils.clip_grad_norm_(self.model.parameters(), 10.0)
            for optimizer in self.optimizers:
                optimizer.step()
            self._follow()
            self.step += 1
            for key, value in losses.items():
                sums[key] = sums.get(key, 0.0) + float(value.detach())
            if self.step % report_every == 0 or self.step == until:
                n = self.step % report_every or report_every
                means = {k: v / n for k, v in sums.items()}
                self.history.append({"step": self.step, **means})
                sums = {}
                self.cpu_seconds = before + time.process_time() - began
                shown = "  ".join(f"{k} {v:.3f}" for k, v in means.items())
                print(f"{self.name}: step {self.step}/{self.steps}  {shown}  cpu {self.cpu_seconds:.0f} s", flush=True)
                self._save(self.cpu_seconds)
        self.plot()
        return copy.deepcopy(self.average).cpu().eval()

    @torch.no_grad()
    def _follow(self):
        keep = min(0.998, (1 + self.step) / (10 + self.step))
        for mine, theirs in zip(self.average.state_dict().values(), self.model.state_dict().values()):
            if mine.dtype.is_floating_point:
                mine.lerp_(theirs, 1 - keep)
            else:
                mine.copy_(theirs)

    def plot(self):
        import matplotlib

        matplotlib.use("Agg")
        import matplotlib.pyplot as plt

        if not self.history:
            return
        keys = [k for k in self.history[0] if k != "step"]
        figure, axes = plt.subplots(1, len(keys), figsize=(4 * len(keys), 3), squeeze=False)
        for axis, key in zip(axes[0], keys):
            axis.plot([h["step"] for h in self.history], [h[key] for h in self.history])
            axis.set_title(f"{self.name}: {key}")
            axis.set_xlabel("step")
        figure.tight_layout()
        figure.savefig(self.path.with_name(f"{self.name}-loss.png"), dpi=90)
        plt.close(figure)
