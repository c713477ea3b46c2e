using TorchSharp.Interop;
using TorchSharp.Utils;

namespace TorchSharp.Modules;

/// <summary>Normalization over examples, which keeps means and variances of what it has seen.</summary>
public abstract class NormBase : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private Parameter? _weight;

    [ComponentName(Name = nameof(bias))]
    private Parameter? _bias;

    [ComponentName(Name = nameof(running_mean))]
    private torch.Tensor? _mean;

    [ComponentName(Name = nameof(running_var))]
    private torch.Tensor? _variance;

    [ComponentName(Name = nameof(num_batches_tracked))]
    private torch.Tensor? _batches;

    public NormBase(
        long num_features, double eps, double? momentum, bool affine, bool track_running_stats, torch.Device? device, torch.ScalarType? dtype,
        string name)
        : base(name)
    {
        (this.num_features, this.eps, this.momentum) = (num_features, eps, momentum);
        (this.affine, this.track_running_stats) = (affine, track_running_stats);
        if (affine)
        {
            weight = NewParameter([num_features], device, dtype);
            bias = NewParameter([num_features], device, dtype);
        }
        if (track_running_stats)
        {
            running_mean = NewTensor([num_features], device, dtype);
            running_var = NewTensor([num_features], device, dtype);
            num_batches_tracked = NewTensor([], device, dtype ?? torch.ScalarType.Int64);
        }
        reset_parameters();
    }

    public Parameter weight
    {
        get => _weight!;
        set => _weight = Own(nameof(weight), _weight, value);
    }

    public Parameter? bias
    {
        get => _bias;
        set => _bias = Own(nameof(bias), _bias, value);
    }

    public torch.Tensor? running_mean
    {
        get => _mean;
        set => _mean = Own(nameof(running_mean), _mean, value);
    }

    public torch.Tensor? running_var
    {
        get => _variance;
        set => _variance = Own(nameof(running_var), _variance, value);
    }

    public torch.Tensor? num_batches_tracked
    {
        get => _batches;
        set => _batches = Own(nameof(num_batches_tracked), _batches, value);
    }

    public long num_features { get; private set; }

    public double eps { get; set; }

    public double? momentum { get; set; }

    public bool affine { get; private set; }

    public bool track_running_stats { get; private set; }

    public void reset_running_stats()
    {
        if (_mean is not null) torch.nn.init.zeros_(_mean);
        if (_variance is not null) torch.nn.init.ones_(_variance);
        if (_batches is not null) torch.nn.init.zeros_(_batches);
    }

    public void reset_parameters()
    {
        reset_running_stats();
        if (_weight is not null) torch.nn.init.ones_(_weight);
        if (_bias is not null) torch.nn.init.zeros_(_bias);
    }

    protected abstract void ValidateInputDimensions(torch.Tensor input);
}

/// <summary>Normalization of each channel over the batch and what is behind the channels.</summary>
public abstract class BatchNorm : NormBase
{
    public BatchNorm(
        long num_features, double eps, double momentum, bool affine, bool track_running_stats, torch.Device? device, torch.ScalarType? dtype,
        string name)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name) { }

    public override torch.Tensor forward(torch.Tensor input)
    {
        ValidateInputDimensions(input);
        double share = momentum ?? 0;
        if (training && track_running_stats && num_batches_tracked is torch.Tensor batches)
        {
            using (torch.no_grad()) Operator.CallInPlace(batches, "add_.Scalar", batches, 1);
            // Without a momentum, the mean of all batches counts.
            if (momentum is null) share = 1 / Operator.CallScalar("_local_scalar_dense", batches).ToDouble();
        }
        bool fromBatch = training || (running_mean is null && running_var is null);
        bool keep = !training || track_running_stats;
        return torch.nn.functional.batch_norm(
            input, keep ? running_mean : null, keep ? running_var : null, weight, bias, fromBatch, share, eps);
    }
}
