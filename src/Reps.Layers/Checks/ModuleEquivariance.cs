using System;
using System.Collections.Generic;
using System.Linq;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>
/// Measures whether a module commutes with its group: one line in a test, as in
/// <c>ModuleEquivariance.Check(module, ["4x0e + 2x1o"], "2x1o").Require(1e-12)</c>.
/// </summary>
/// <remarks>
/// Inputs are [rows, dim] in this library's order. A module must give the same result each time: take dropout to evaluation first. Nothing is
/// recorded for gradients; a module in training may move its running averages.
/// </remarks>
public static class ModuleEquivariance
{
    /// <summary>
    /// Stands for positions [rows, 3] among the signatures: they are rotated and inverted as <c>1o</c>, and moved. e3nn calls them the same.
    /// </summary>
    public const string CartesianPoints = "cartesian_points";

    /// <summary>Tries a module of one input.</summary>
    /// <param name="module">The module.</param>
    /// <param name="inputs">The signature of the input, or <see cref="CartesianPoints"/>.</param>
    /// <param name="output">The signature of the output, or <see cref="CartesianPoints"/>.</param>
    /// <param name="options">How to try it.</param>
    /// <returns>The worst error and its place.</returns>
    /// <exception cref="SignatureException">A signature is not valid.</exception>
    /// <exception cref="ArgumentException">There are other than one input, groups differ, or the output has another shape.</exception>
    public static EquivarianceReport Check(
        nn.Module<Tensor, Tensor> module, IReadOnlyList<string> inputs, string output, ModuleEquivarianceOptions? options = null)
    {
        Inputs(module, inputs, 1);
        return Check(x => module.call(x[0]), inputs, output, For(module, options));
    }

    /// <summary>Tries a module of two inputs.</summary>
    /// <inheritdoc cref="Check(nn.Module{Tensor, Tensor}, IReadOnlyList{string}, string, ModuleEquivarianceOptions?)"/>
    public static EquivarianceReport Check(
        nn.Module<Tensor, Tensor, Tensor> module, IReadOnlyList<string> inputs, string output, ModuleEquivarianceOptions? options = null)
    {
        Inputs(module, inputs, 2);
        return Check(x => module.call(x[0], x[1]), inputs, output, For(module, options));
    }

    /// <summary>Tries a module of three inputs.</summary>
    /// <inheritdoc cref="Check(nn.Module{Tensor, Tensor}, IReadOnlyList{string}, string, ModuleEquivarianceOptions?)"/>
    public static EquivarianceReport Check(
        nn.Module<Tensor, Tensor, Tensor, Tensor> module, IReadOnlyList<string> inputs, string output, ModuleEquivarianceOptions? options = null)
    {
        Inputs(module, inputs, 3);
        return Check(x => module.call(x[0], x[1], x[2]), inputs, output, For(module, options));
    }

    /// <summary>Tries a module of typed features.</summary>
    /// <typeparam name="TInput">The representation of the input.</typeparam>
    /// <typeparam name="TOutput">The representation of the output.</typeparam>
    /// <param name="module">The module.</param>
    /// <param name="options">How to try it.</param>
    /// <returns>The worst error and its place.</returns>
    public static EquivarianceReport Check<TInput, TOutput>(
        nn.Module<Feature<TInput>, Feature<TOutput>> module, ModuleEquivarianceOptions? options = null)
        where TInput : struct, IRep<TInput>
        where TOutput : struct, IRep<TOutput>
    {
        ArgumentNullException.ThrowIfNull(module);
        return Check(x => module.call(new Feature<TInput>(x[0])).Tensor, [TInput.Signature], TOutput.Signature, For(module, options));
    }

    /// <summary>Tries a module of two typed features.</summary>
    /// <typeparam name="TLeft">The representation of the first input.</typeparam>
    /// <typeparam name="TRight">The representation of the second input.</typeparam>
    /// <typeparam name="TOutput">The representation of the output.</typeparam>
    /// <param name="module">The module.</param>
    /// <param name="options">How to try it.</param>
    /// <returns>The worst error and its place.</returns>
    public static EquivarianceReport Check<TLeft, TRight, TOutput>(
        nn.Module<Feature<TLeft>, Feature<TRight>, Feature<TOutput>> module, ModuleEquivarianceOptions? options = null)
        where TLeft : struct, IRep<TLeft>
        where TRight : struct, IRep<TRight>
        where TOutput : struct, IRep<TOutput>
    {
        ArgumentNullException.ThrowIfNull(module);
        return Check(
            x => module.call(new Feature<TLeft>(x[0]), new Feature<TRight>(x[1])).Tensor,
            [TLeft.Signature, TRight.Signature],
            TOutput.Signature,
            For(module, options)
        );
    }

    /// <summary>Tries a module from vectors to typed features, such as spherical harmonics: vectors are rotated and inverted, not moved.</summary>
    /// <typeparam name="TOutput">The representation of the output.</typeparam>
    /// <param name="module">The module.</param>
    /// <param name="options">How to try it.</param>
    /// <returns>The worst error and its place.</returns>
    public static EquivarianceReport Check<TOutput>(nn.Module<Tensor, Feature<TOutput>> module, ModuleEquivarianceOptions? options = null)
        where TOutput : struct, IRep<TOutput>
    {
        ArgumentNullException.ThrowIfNull(module);
        string vector = Rep<TOutput>.Irreps.Group == Group.O3 ? "1o" : "SO(3): 1";
        return Check(x => module.call(x[0]).Tensor, [vector], TOutput.Signature, For(module, options));
    }

    /// <summary>Tries any function of tensors.</summary>
    /// <param name="map">The function: inputs [rows, dim] to [rows, dim], or to [1, dim] or [dim] where rows are pooled.</param>
    /// <param name="inputs">The signature of each input, or <see cref="CartesianPoints"/>.</param>
    /// <param name="output">The signature of the output, or <see cref="CartesianPoints"/>.</param>
    /// <param name="options">How to try it.</param>
    /// <returns>The worst error and its place.</returns>
    /// <exception cref="SignatureException">A signature is not valid.</exception>
    /// <exception cref="ArgumentException">Groups differ, or the output has another shape.</exception>
    public static EquivarianceReport Check(
        Func<IReadOnlyList<Tensor>, Tensor> map, IReadOnlyList<string> inputs, string output, ModuleEquivarianceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(output);
        ModuleTrial trial = new(map, inputs, output, options ?? ModuleEquivarianceOptions.Default);
        return trial.Run();
    }

    private static void Inputs(nn.Module module, IReadOnlyList<string> inputs, int count)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(inputs);
        if (inputs.Count != count)
            throw new ArgumentException($"{module.GetName()} has {count} inputs, but there are signatures of {inputs.Count}: give one for each.", nameof(inputs));
    }

    // Where the module's numbers are, and of which type.
    private static ModuleEquivarianceOptions For(nn.Module module, ModuleEquivarianceOptions? options)
    {
        options ??= ModuleEquivarianceOptions.Default;
        Tensor? own = module.parameters().Concat(module.buffers()).FirstOrDefault(tensor => tensor.is_floating_point());
        return own is null ? options : options with { Type = options.Type ?? own.dtype, Device = options.Device ?? own.device };
    }
}
