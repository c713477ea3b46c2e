using System;

namespace Potential.Data;

/// <summary>Data that cannot be used, with the place in it and the remedy.</summary>
public sealed class DataException : Exception
{
    /// <summary>An error.</summary>
    public DataException(string message)
        : base(message) { }
}
