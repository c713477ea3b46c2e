using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        [System.Runtime.CompilerServices.IndexerName("TensorItems")]
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        [System.Runtime.CompilerServices.IndexerName("TensorItems")]
        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        [System.Runtime.CompilerServices.IndexerName("TensorItems")]
        public Tensor this[long i1]
        {
            get => At([i1]);
            set => Put([i1], value);
        }

        [System.Runtime.CompilerServices.IndexerName("TensorItems")]
        public Tensor this[long i1, long i2]
        {
            get => At([i1, i2]);
            set => Put([i1, i2], value);
        }

        [System.Runtime.CompilerServices.IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3]
        {
            get => At([i1, i2, i3]);
            set => Put([i1, i2, i3], value);
        }

        [System.Runtime.CompilerServices.IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => At([i1, i2, i3, i4]);
            set => Put([i1, i2, i3, i4], value);
        }

        [System.Runtime.CompilerServices.IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4, long i5]
        {
            get => At([i1, i2, i3, i4, i5]);
            set => Put([i1, i2, i3, i4, i5], value);
        }

        [System.Runtime.CompilerServices.IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4, long i5, long i6]
        {
            get => At([i1, i2, i3, i4, i5, i6]);
            set => Put([i1, i2, i3, i4, i5, i6], value);
        }

        [System.Runtime.CompilerServices.IndexerName("TensorItems")]
        public Tensor this[params long[] indices]
        {
            get => At(indices);
            set => Put(indices, value);
        }

        public Tensor index(params TensorIndex[] indices)
        {
            using IndexedView view = new(this, indices);
            return view.Get();
        }

        public Tensor index(params Tensor[] indices) => Operator.Call("index.Tensor", this, Argument.List(indices));

        public Tensor index_put_(Tensor value, params TensorIndex[] indices) => index_put_(value, indices, false);

        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false)
        {
            using IndexedView view = new(this, indices);
            if (accumulate && !view.HasTensors)
                throw new ArgumentException("Values can only be accumulated where tensors are among the indices.", nameof(indices));
            view.Set(value, accumulate);
            return this;
        }

        public Tensor index_put_(Tensor value, params Tensor[] indices) => index_put_(value, indices, false);

        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false) =>
            Operator.CallInPlace(this, "index_put_", this, Argument.List(indices), value, accumulate);

        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using Tensor number = Operator.Call("scalar_tensor", value, dtype, Argument.None, device);
            return index_put_(number, indices, false);
        }

        public Tensor index_put_(Scalar value, params Tensor[] indices)
        {
            using Tensor number = Operator.Call("scalar_tensor", value, dtype, Argument.None, device);
            return index_put_(number, indices, false);
        }

        private Tensor At(ReadOnlySpan<long> indices)
        {
            Tensor view = select(0, indices[0]);
            foreach (long index in indices[1..])
            {
                using Tensor outer = view;
                view = outer.select(0, index);
            }
            return view;
        }

        private void Put(ReadOnlySpan<long> indices, Tensor value)
        {
            using Tensor view = At(indices);
            view.copy_(value);
        }

        public Tensor index_select(long dim, Tensor index) => Operator.Call("index_select", this, dim, index);

        public Tensor take(Tensor index) => Operator.Call("take", this, index);

        public Tensor argwhere() => Operator.Call("argwhere", this);

        public Tensor take_along_dim(Tensor indices) => Operator.Call("take_along_dim", this, indices);

        public Tensor take_along_dim(Tensor indices, long dim) => Operator.Call("take_along_dim", this, indices, dim);

        public Tensor take_along_dim(IEnumerable<long> indices)
        {
            using Tensor list = tensor(indices.ToArray());
            return take_along_dim(list);
        }

        public Tensor take_along_dim(IEnumerable<long> indices, long dim)
        {
            using Tensor list = tensor(indices.ToArray());
            return take_along_dim(list, dim);
        }

        public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha) =>
            Operator.Call("index_add", this, dim, index, source, alpha);

        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha) =>
            Operator.CallInPlace(this, "index_add_", this, dim, index, source, alpha);

        public Tensor index_copy(long dim, Tensor index, Tensor source) => Operator.Call("index_copy", this, dim, index, source);

        public Tensor index_copy_(long dim, Tensor index, Tensor source) =>
            Operator.CallInPlace(this, "index_copy_", this, dim, index, source);

        public Tensor scatter(long dim, Tensor index, Tensor src) => Operator.Call("scatter.src", this, dim, index, src);

        public Tensor scatter_(long dim, Tensor index, Tensor src) =>
            Operator.CallInPlace(this, "scatter_.src", this, dim, index, src);

        public Tensor scatter_add(long dim, Tensor index, Tensor src) => Operator.Call("scatter_add", this, dim, index, src);

        public Tensor scatter_add_(long dim, Tensor index, Tensor src) =>
            Operator.CallInPlace(this, "scatter_add_", this, dim, index, src);

        public Tensor index_fill(long dim, Tensor index, Scalar value) => Operator.Call("index_fill.int_Scalar", this, dim, index, value);

        public Tensor index_fill_(long dim, Tensor index, Scalar value) =>
            Operator.CallInPlace(this, "index_fill_.int_Scalar", this, dim, index, value);

        public Tensor gather(long dim, Tensor index) => Operator.Call("gather", this, dim, index);

        public Tensor diagonal_scatter(Tensor src, long offset = 0L, long dim1 = 0L, long dim2 = 1L) =>
            Operator.Call("diagonal_scatter", this, src, offset, dim1, dim2);

        public Tensor select_scatter(Tensor src, long dim, long index) => Operator.Call("select_scatter", this, src, dim, index);

        public Tensor slice_scatter(Tensor src, long dim = 0L, long? start = null, long? end = null, long step = 1L) =>
            Operator.Call("slice_scatter", this, src, dim, start, end, step);

        public Tensor masked_fill(Tensor mask, Scalar value) => Operator.Call("masked_fill.Scalar", this, mask, value);

        public Tensor masked_fill_(Tensor mask, Scalar value) => Operator.CallInPlace(this, "masked_fill_.Scalar", this, mask, value);

        public Tensor masked_scatter(Tensor mask, Tensor value) => Operator.Call("masked_scatter", this, mask, value);

        public Tensor masked_scatter_(Tensor mask, Tensor value) => Operator.CallInPlace(this, "masked_scatter_", this, mask, value);

        public Tensor masked_select(Tensor mask) => Operator.Call("masked_select", this, mask);

        public Tensor nonzero() => Operator.Call("nonzero", this);

        public IList<Tensor> nonzero_as_list()
        {
            using Tensor places = nonzero();
            return places.chunk(places.shape[1], dim: 1);
        }

        public Tensor where(Tensor condition, Tensor y) => Operator.Call("where.self", condition, this, y);
    }
}
