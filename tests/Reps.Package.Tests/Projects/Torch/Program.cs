using System;
using System.Linq;
using Reps;
using Reps.Layers;
using TorchLibrary;
using TorchSharp;
using static TorchSharp.torch;

// torch is used before anything of Reps is.
manual_seed(1);
Network network = new();
Console.WriteLine(string.Join(", ", network.named_parameters().Select(p => p.name).Order()));

Feature<Hidden> x = Feature<Hidden>.Normal([5]);
Tensor vectors = randn(5, 3);
network.call(x, vectors).Tensor.sum().backward();
Console.WriteLine($"gradients of {network.parameters().Count(p => p.grad is not null)} parameters");

Rotation rotation = Rotation.Random(new Random(1));
Tensor matrix = tensor(rotation.ToMatrix()).reshape(3, 3).to(ScalarType.Float32);
Tensor turned = network.call(x.Rotate(rotation), vectors.matmul(matrix.T)).Tensor;
double error = (network.call(x, vectors).Rotate(rotation).Tensor - turned).abs().max().item<float>();
Console.WriteLine(error < 1e-5 ? "equivariant" : $"error {error}");

var optimizer = optim.Adam(network.parameters(), 0.05);
double first = 0, last = 0;
for (int step = 0; step < 50; step++)
{
    using DisposeScope scope = NewDisposeScope();
    Tensor loss = (network.call(x, vectors) - x).Tensor.square().mean();
    if (step == 0) first = loss.item<float>();
    last = loss.item<float>();
    optimizer.zero_grad();
    loss.backward();
    optimizer.step();
}
Console.WriteLine(last < first / 4 ? "learned" : $"loss {first} to {last}");
