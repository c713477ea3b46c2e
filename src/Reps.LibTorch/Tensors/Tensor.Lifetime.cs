using System;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Lets the tensor live until the end of the scope around the one that holds it.</summary>
        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        /// <summary>Takes the tensor out of its scope.</summary>
        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach(this);
            return this;
        }

        [Obsolete("The name is misspelled: it is DetachFromDisposeScope.")]
        public Tensor DetatchFromDisposeScope() => DetachFromDisposeScope();

        /// <summary>Moves the tensor to the scope that holds another one.</summary>
        public Tensor MoveToOtherDisposeScope(Tensor other) => MoveToOtherDisposeScope(other.OwningDisposeScope);

        /// <summary>Moves the tensor to another scope.</summary>
        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            if (OwningDisposeScope is { } owner) owner.MoveToOther(other, this);
            else other?.Attach(this);
            return this;
        }

        /// <summary>Takes the native tensor away: this object becomes invalid, and the caller owns the handle.</summary>
        public IntPtr DecoupleFromNativeHandle()
        {
            _ = Handle;
            nint handle = MoveHandle();
            OwningDisposeScope?.Forget(this);
            return handle;
        }
    }
}
