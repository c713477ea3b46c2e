using System.IO;
using TorchSharp.Interop;
using TorchSharp.Utils;

namespace TorchSharp.Modules;

/// <summary>What an optimizer remembers of a parameter.</summary>
public abstract class OptimizerState
{
    protected Parameter _parameter;

    protected OptimizerState(Parameter parameter) => _parameter = parameter;

    public abstract void SaveStateDict(BinaryWriter writer);

    public abstract void LoadStateDict(BinaryReader reader);

    public abstract void LoadStateDict(OptimizerState source);

    public abstract void Initialize(OptimizerOptions options);

    public virtual bool ApproximatelyEquals(OptimizerState other) => false;

    public virtual void to(torch.Device device) { }

    protected static void LoadConditionalStateTensor(BinaryReader reader, ref torch.Tensor? result, torch.Device device)
    {
        if (!reader.ReadBoolean())
        {
            Put(ref result, null);
            return;
        }
        TensorFile.Header header = TensorFile.ReadHeader(reader);
        using torch.Tensor loaded = TensorFile.Read(reader, header);
        Put(ref result, TensorCalls.Converted(loaded, header.Type, device));
    }

    protected static void SaveConditionalStateTensor(BinaryWriter writer, torch.Tensor? tensor)
    {
        writer.Write(tensor is not null);
        if (tensor is not null) TensorFile.Write(writer, tensor);
    }

    /// <summary>Takes another tensor, which no dispose scope owns from now on; the one before is gone.</summary>
    private protected static void Put(ref torch.Tensor? field, torch.Tensor? tensor)
    {
        if (ReferenceEquals(field, tensor)) return;
        field?.Dispose();
        field = tensor?.DetachFromDisposeScope();
    }

    private protected torch.Tensor Filled(double value) => Operator.Call("full_like", _parameter, value);

    private protected torch.Tensor? CopyOf(torch.Tensor? source) =>
        source is null ? null : Operator.Call("to.device", source, _parameter.device, source.dtype, false, true, Argument.None);

    private protected static torch.Tensor? Moved(torch.Tensor? tensor, torch.Device device) =>
        tensor is null || TensorCalls.IsOn(tensor.device, device) ? tensor : TensorCalls.Converted(tensor, tensor.dtype, device);

    /// <summary>Reads a tensor that has the form of the parameter.</summary>
    /// <exception cref="InvalidDataException">It has another one.</exception>
    private protected void Read(BinaryReader reader, ref torch.Tensor? field)
    {
        TensorFile.Header header = TensorFile.ReadHeader(reader);
        if (header.Type != _parameter.dtype || !System.MemoryExtensions.SequenceEqual<long>(header.Shape, _parameter.shape))
            throw new InvalidDataException(
                $"The file is about a parameter of type {header.Type} and shape [{string.Join(", ", header.Shape)}], where there is one of type "
                    + $"{_parameter.dtype} and shape [{string.Join(", ", _parameter.shape)}].");
        using torch.Tensor loaded = TensorFile.Read(reader, header);
        Put(ref field, TensorCalls.Converted(loaded, header.Type, _parameter.device));
    }

    /// <summary>Reads a tensor that has the form of the parameter, or that there is none.</summary>
    private protected void ReadConditional(BinaryReader reader, ref torch.Tensor? field)
    {
        if (reader.ReadBoolean()) Read(reader, ref field);
        else Put(ref field, null);
    }

    private protected static bool Close(torch.Tensor? left, torch.Tensor? right) =>
        left is null ? right is null : right is not null && Operator.CallBool("allclose", left, right);
}
