using System.Collections.Generic;

namespace Reps;

/// <content>
/// The activations by name, with the constants that e3nn samples: a million normal numbers of torch's generator, seed 0, in double precision.
/// </content>
public sealed partial class ScalarActivation
{
    /// <summary>z·σ(z), swish.</summary>
    public static ScalarActivation Silu { get; } = new("silu", ActivationFormulas.Silu, 1.6791767923989418);

    /// <summary>tanh z.</summary>
    public static ScalarActivation Tanh { get; } = new("tanh", ActivationFormulas.Tanh, 1.5937334472592695);

    /// <summary>σ(z) = 1/(1 + e^−z).</summary>
    public static ScalarActivation Sigmoid { get; } = new("sigmoid", ActivationFormulas.Sigmoid, 1.8467055342154763);

    /// <summary>max(z, 0).</summary>
    public static ScalarActivation Relu { get; } = new("relu", ActivationFormulas.Relu, 1.4163393446331365);

    /// <summary>|z|.</summary>
    public static ScalarActivation Abs { get; } = new("abs", ActivationFormulas.Abs, 1.001110600838467);

    /// <summary>log(1 + e^z).</summary>
    public static ScalarActivation Softplus { get; } = new("softplus", ActivationFormulas.Softplus, 1.0426436590527184);

    /// <summary>log(1 + e^z) − log 2, zero at zero.</summary>
    public static ScalarActivation ShiftedSoftplus { get; } = new("ssp", ActivationFormulas.ShiftedSoftplus, 1.878204668541552);

    /// <summary>z·Φ(z), with the distribution function of the normal law.</summary>
    public static ScalarActivation Gelu { get; } = new("gelu", ActivationFormulas.Gelu, 1.5360642850770576);

    /// <summary>z where positive, e^z − 1 elsewhere.</summary>
    public static ScalarActivation Elu { get; } = new("elu", ActivationFormulas.Elu, 1.2467863885570512);

    /// <summary>z where positive, z/100 elsewhere.</summary>
    public static ScalarActivation LeakyRelu { get; } = new("leaky_relu", ActivationFormulas.LeakyRelu, 1.4162684218969974);

    /// <summary>sin z.</summary>
    public static ScalarActivation Sin { get; } = new("sin", ActivationFormulas.Sine, 1.5218334864623193);

    /// <summary>cos z.</summary>
    public static ScalarActivation Cos { get; } = new("cos", ActivationFormulas.Cosine, 1.326609063570005);

    /// <summary>z·tanh(softplus z).</summary>
    public static ScalarActivation Mish { get; } = new("mish", ActivationFormulas.Mish, 1.4891609082630328);

    /// <summary>The scaled exponential unit, with the constants of Klambauer et al., arXiv:1706.02515.</summary>
    public static ScalarActivation Selu { get; } = new("selu", ActivationFormulas.Selu, 1.001049225017453);

    /// <summary>z².</summary>
    public static ScalarActivation Square { get; } = new("square", ActivationFormulas.Square, 0.5779851362666192);

    /// <summary>e^z.</summary>
    public static ScalarActivation Exp { get; } = new("exp", ActivationFormulas.Exponential, 0.3681403820597316);

    /// <summary>z.</summary>
    public static ScalarActivation Identity { get; } = new("identity", ActivationFormulas.Identity, 1.001110600838467);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ScalarActivation> All { get; } =
    [
        Silu, Tanh, Sigmoid, Relu, Abs, Softplus, ShiftedSoftplus, Gelu, Elu, LeakyRelu, Sin, Cos, Mish, Selu, Square, Exp, Identity,
    ];
}
