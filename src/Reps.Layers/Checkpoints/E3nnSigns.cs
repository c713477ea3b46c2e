namespace Reps.Layers;

/// <summary>The signs of e3nn's coupling tensors, which changed with version 0.5 for some paths of odd l1 + l2 + l3.</summary>
public enum E3nnSigns
{
    /// <summary>e3nn 0.5.0 and newer: the signs of this library.</summary>
    Current,

    /// <summary>e3nn 0.4.4 and older: the first coefficient of each tensor is positive.</summary>
    Legacy,
}
