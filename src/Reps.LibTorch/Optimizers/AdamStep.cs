using System;
using TorchSharp.Interop;

namespace TorchSharp.Modules;

/// <summary>The step that Adam and AdamW take; they differ in whether the decay of weights passes through the means.</summary>
internal readonly record struct AdamStep(double Rate, double Beta1, double Beta2, double Eps, double Decay, bool Maximize, bool Decoupled)
{
    public void Take(Parameter parameter, torch.Tensor gradient, long step, torch.Tensor mean, torch.Tensor square, torch.Tensor? largest)
    {
        torch.Tensor direction = Maximize ? Operator.Call("neg", gradient) : gradient;
        if (Decay != 0 && Decoupled) Operator.CallInPlace(parameter, "mul_.Scalar", parameter, 1 - Rate * Decay);
        if (Decay != 0 && !Decoupled) direction = Operator.Call("add.Tensor", direction, parameter, Decay);

        Operator.CallInPlace(mean, "mul_.Scalar", mean, Beta1);
        Operator.CallInPlace(mean, "add_.Tensor", mean, direction, 1 - Beta1);
        torch.Tensor conjugate = direction.dtype.IsComplex() ? Operator.Call("conj", direction) : direction;
        Operator.CallInPlace(square, "mul_.Scalar", square, Beta2);
        Operator.CallInPlace(square, "addcmul_", square, direction, conjugate, 1 - Beta2);
        if (largest is not null) TensorCalls.Copy(largest, Operator.Call("maximum", largest, square));

        // Means begin at zero; the corrections make up for it.
        double meanCorrection = 1 - Math.Pow(Beta1, step);
        double squareCorrection = 1 - Math.Pow(Beta2, step);
        torch.Tensor divisor = Operator.Call("sqrt", largest ?? square);
        Operator.CallInPlace(divisor, "div_.Scalar", divisor, Math.Sqrt(squareCorrection));
        Operator.CallInPlace(divisor, "add_.Scalar", divisor, Eps);
        Operator.CallInPlace(parameter, "addcdiv_", parameter, mean, divisor, -Rate / meanCorrection);
    }
}
