namespace Reps;

/// <summary>
/// What the header of a safetensors file says about one tensor: type, shape, and the bytes [Begin, End) of the data section.
/// </summary>
internal sealed record SafetensorsEntry(string Name, SafeTensorDType DType, long[] Shape, long Begin, long End);
