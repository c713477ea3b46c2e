using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor bernoulli(Generator? generator = null) => Operator.Call("bernoulli", this, generator);

        public Tensor bernoulli_(double p = 0.5, Generator? generator = null) =>
            Operator.CallInPlace(this, "bernoulli_.float", this, p, generator);

        public Tensor bernoulli_(Tensor p, Generator? generator = null) =>
            Operator.CallInPlace(this, "bernoulli_.Tensor", this, p, generator);

        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null) =>
            Operator.Call("multinomial", this, num_samples, replacement, generator);

        public Tensor poisson(Generator? generator = null) => Operator.Call("poisson", this, generator);

        public Tensor binomial(Tensor prob, Generator? generator = null) => Operator.Call("binomial", this, prob, generator);

        public Tensor cauchy_(double median = 0.0, double sigma = 1.0, Generator? generator = null) =>
            Operator.CallInPlace(this, "cauchy_", this, median, sigma, generator);

        public Tensor exponential_(double lambda = 1.0, Generator? generator = null) =>
            Operator.CallInPlace(this, "exponential_", this, lambda, generator);

        public Tensor geometric_(double p, Generator? generator = null) => Operator.CallInPlace(this, "geometric_", this, p, generator);

        public Tensor normal_(double mean = 0.0, double std = 1.0, Generator? generator = null) =>
            Operator.CallInPlace(this, "normal_", this, mean, std, generator);

        public Tensor log_normal_(double mean = 0.0, double std = 1.0, Generator? generator = null) =>
            Operator.CallInPlace(this, "log_normal_", this, mean, std, generator);

        public Tensor random_(double from, double to, Generator? generator = null) =>
            Operator.CallInPlace(this, "random_.from", this, (long)from, (long)to, generator);

        public Tensor uniform_(double from, double to, Generator? generator = null) =>
            Operator.CallInPlace(this, "uniform_", this, from, to, generator);
    }
}
