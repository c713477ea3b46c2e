namespace TorchSharp;

/// <summary>The functions of torch, under TorchSharp's names.</summary>
public static unsafe partial class torch { }
