// A C interface to libtorch. Operators are called by name through the boxed dispatcher, so that this file neither grows with the number of
// operators nor depends on the version of libtorch: 1.13 and 2.x compile it unchanged. Every function returns 0, or 1 with the message in
// rt_error. Tensors cross the border as owned references to their TensorImpl.

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/core/Generator.h>
#include <ATen/core/Tensor.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/ivalue.h>
#include <ATen/core/jit_type.h>
#include <ATen/ops/from_blob.h>
#include <c10/core/GradMode.h>
#include <c10/core/InferenceMode.h>
#include <c10/core/impl/VirtualGuardImpl.h>
#include <torch/csrc/autograd/anomaly_mode.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/function.h>
#include <torch/csrc/autograd/functions/utils.h>
#include <torch/csrc/autograd/saved_variable.h>
#include <torch/csrc/autograd/variable.h>
#include <torch/serialize.h>
#include <torch/version.h>

#include <cstdint>
#include <cstring>
#include <memory>
#include <sstream>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#define RT_EXPORT extern "C" __attribute__((visibility("default")))

namespace {

thread_local std::string last_error;

template <typename F>
int guarded(F&& body) noexcept {
  try {
    body();
    return 0;
  } catch (const c10::Error& error) {
    last_error = error.what_without_backtrace();
  } catch (const std::exception& error) {
    last_error = error.what();
  } catch (...) {
    last_error = "libtorch threw something that is no std::exception";
  }
  return 1;
}

// ---- tensors -------------------------------------------------------------------------------------------------------------------------

using Handle = c10::TensorImpl*;

at::Tensor borrow(Handle handle) {
  if (handle == nullptr) return at::Tensor();
  return at::Tensor(c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::unsafe_reclaim_from_nonowning(handle));
}

Handle own(at::Tensor tensor) { return tensor.defined() ? tensor.unsafeReleaseTensorImpl() : nullptr; }

std::vector<at::Tensor> borrow(Handle* handles, int64_t count) {
  std::vector<at::Tensor> tensors;
  tensors.reserve(count);
  for (int64_t n = 0; n < count; n++) tensors.push_back(borrow(handles[n]));
  return tensors;
}

// ---- values --------------------------------------------------------------------------------------------------------------------------

enum Kind : int32_t {
  None = 0, Tensor = 1, Int = 2, Double = 3, Bool = 4, IntList = 5, DoubleList = 6, BoolList = 7, TensorList = 8, String = 9, Device = 10,
  Default = 11, Generator = 12, Complex = 13,
};

struct Value {
  int32_t kind;
  int32_t length;
  union {
    int64_t integer;
    double real;
    void* pointer;
  };
};

// c10::optional in libtorch 1.x, std::optional in 2.x.
using OptionalTensor = decltype(std::declval<const c10::IValue&>().toOptionalTensorVector())::value_type;

c10::Device device_of(int64_t bits) {
  return c10::Device(static_cast<c10::DeviceType>(bits & 0xff), static_cast<c10::DeviceIndex>((bits >> 8) - 1));
}

int64_t bits_of(c10::Device device) { return static_cast<int64_t>(device.type()) | (static_cast<int64_t>(device.index() + 1) << 8); }

c10::TypePtr inner(c10::TypePtr type) {
  while (type->kind() == c10::TypeKind::OptionalType) type = type->castRaw<c10::OptionalType>()->getElementType();
  return type;
}

c10::IValue unpack(const Value& value, const c10::Argument& argument) {
  switch (value.kind) {
    case None: {
      // A missing Tensor argument that is not optional is an undefined tensor.
      if (argument.type()->kind() == c10::TypeKind::TensorType) return at::Tensor();
      return c10::IValue();
    }
    case Tensor: return borrow(static_cast<Handle>(value.pointer));
    case Int: {
      if (inner(argument.type())->kind() == c10::TypeKind::FloatType) return static_cast<double>(value.integer);
      return value.integer;
    }
    case Double: return value.real;
    case Bool: return value.integer != 0;
    case IntList: {
      const int64_t* items = static_cast<const int64_t*>(value.pointer);
      c10::TypePtr type = inner(argument.type());
      if (type->kind() == c10::TypeKind::ListType && inner(type->castRaw<c10::ListType>()->getElementType())->kind() == c10::TypeKind::FloatType)
        return std::vector<double>(items, items + value.length);
      return std::vector<int64_t>(items, items + value.length);
    }
    case DoubleList: {
      const double* items = static_cast<const double*>(value.pointer);
      return std::vector<double>(items, items + value.length);
    }
    case BoolList: {
      const uint8_t* items = static_cast<const uint8_t*>(value.pointer);
      c10::List<bool> list;
      for (int32_t n = 0; n < value.length; n++) list.push_back(items[n] != 0);
      return list;
    }
    case TensorList: {
      Handle* items = static_cast<Handle*>(value.pointer);
      c10::TypePtr type = inner(argument.type());
      bool optional = type->kind() == c10::TypeKind::ListType &&
                      type->castRaw<c10::ListType>()->getElementType()->kind() == c10::TypeKind::OptionalType;
      if (optional) {
        c10::List<OptionalTensor> list;
        for (int32_t n = 0; n < value.length; n++) list.push_back(items[n] == nullptr ? OptionalTensor() : OptionalTensor(borrow(items[n])));
        return list;
      }
      return borrow(items, value.length);
    }
    case String: return std::string(static_cast<const char*>(value.pointer), value.length);
    case Device: return device_of(value.integer);
    case Generator: return *static_cast<at::Generator*>(value.pointer);
    case Complex: {
      const double* parts = static_cast<const double*>(value.pointer);
      return c10::complex<double>(parts[0], parts[1]);
    }
    default: break;
  }
  TORCH_CHECK(argument.default_value().has_value(), "the argument '", argument.name(), "' has no default");
  return *argument.default_value();
}

Value pack(const c10::IValue& result) {
  Value value{};
  if (result.isTensor()) {
    value.kind = Tensor;
    value.pointer = own(result.toTensor());
  } else if (result.isInt()) {
    value.kind = Int;
    value.integer = result.toInt();
  } else if (result.isDouble()) {
    value.kind = Double;
    value.real = result.toDouble();
  } else if (result.isBool()) {
    value.kind = Bool;
    value.integer = result.toBool() ? 1 : 0;
  } else if (result.isComplexDouble()) {
    double* parts = new double[2]{result.toComplexDouble().real(), result.toComplexDouble().imag()};
    value.kind = Complex;
    value.pointer = parts;
  } else if (result.isTensorList()) {
    std::vector<at::Tensor> tensors = result.toTensorVector();
    Handle* handles = new Handle[tensors.size()];
    for (size_t n = 0; n < tensors.size(); n++) handles[n] = own(tensors[n]);
    value.kind = TensorList;
    value.length = static_cast<int32_t>(tensors.size());
    value.pointer = handles;
  } else if (result.isNone()) {
    value.kind = None;
  } else {
    TORCH_CHECK(false, "an operator returned a ", result.tagKind(), ", which this binding does not read");
  }
  return value;
}

// ---- managed autograd functions ------------------------------------------------------------------------------------------------------

// Calls back(token, node, gradients, count, results, capacity); gradients are owned by the callee, results by the caller.
using BackwardCallback = int32_t (*)(int64_t, void*, Handle*, int64_t, Handle*, int64_t);
using ReleaseCallback = void (*)(int64_t);
BackwardCallback backward_callback = nullptr;
ReleaseCallback release_callback = nullptr;

struct ManagedNode : public torch::autograd::Node {
  int64_t token = 0;
  int64_t input_count = 0;
  bool materialize = true;
  std::string title;
  std::vector<bool> differentiable;
  std::vector<torch::autograd::SavedVariable> saved;

  ~ManagedNode() override { release_callback(token); }

  std::string name() const override { return title; }

  void release_variables() override {
    for (auto& variable : saved) variable.reset_data();
  }

  torch::autograd::variable_list apply(torch::autograd::variable_list&& gradients) override {
    std::vector<Handle> arguments(gradients.size(), nullptr);
    for (size_t n = 0; n < gradients.size(); n++) {
      if (!gradients[n].defined() && materialize && differentiable[n]) gradients[n] = input_metadata(n).zeros_like();
      arguments[n] = own(gradients[n]);
    }
    std::vector<Handle> results(input_count, nullptr);
    int32_t failure = backward_callback(token, this, arguments.data(), arguments.size(), results.data(), input_count);
    torch::autograd::variable_list outputs;
    outputs.reserve(input_count);
    for (Handle result : results)
      outputs.push_back(result == nullptr ? at::Tensor() : at::Tensor(c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim(result)));
    if (failure != 0) throw std::runtime_error("managed exception " + std::to_string(failure));
    return outputs;
  }
};

} // namespace

RT_EXPORT const char* rt_error() { return last_error.c_str(); }

RT_EXPORT const char* rt_version() { return TORCH_VERSION; }

// ---- operators -----------------------------------------------------------------------------------------------------------------------

RT_EXPORT int rt_find(const char* name, const char* overload, void** result) {
  return guarded([&] {
    auto handle = c10::Dispatcher::singleton().findSchema({name, overload});
    TORCH_CHECK(handle.has_value(), "libtorch " TORCH_VERSION " has no operator ", name, overload[0] ? "." : "", overload);
    *result = new c10::OperatorHandle(*handle);
  });
}

RT_EXPORT int rt_call(void* op, const Value* arguments, int32_t count, Value* results, int32_t capacity, int32_t* produced) {
  return guarded([&] {
    const auto& handle = *static_cast<c10::OperatorHandle*>(op);
    const auto& schema = handle.schema().arguments();
    TORCH_CHECK(static_cast<size_t>(count) <= schema.size(), toString(handle.schema()), " was given ", count, " arguments");
    torch::jit::Stack stack;
    stack.reserve(schema.size());
    for (int32_t n = 0; n < count; n++) stack.push_back(unpack(arguments[n], schema[n]));
    for (size_t n = count; n < schema.size(); n++) {
      TORCH_CHECK(schema[n].default_value().has_value(), toString(handle.schema()), ": '", schema[n].name(), "' is missing");
      stack.push_back(*schema[n].default_value());
    }
    handle.callBoxed(&stack);
    TORCH_CHECK(stack.size() <= static_cast<size_t>(capacity), toString(handle.schema()), " returned ", stack.size(), " values");
    *produced = static_cast<int32_t>(stack.size());
    for (size_t n = 0; n < stack.size(); n++) results[n] = pack(stack[n]);
  });
}

RT_EXPORT void rt_free_handles(void* handles) { delete[] static_cast<Handle*>(handles); }

RT_EXPORT void rt_free_numbers(void* numbers) { delete[] static_cast<double*>(numbers); }

// ---- tensors -------------------------------------------------------------------------------------------------------------------------

RT_EXPORT void rt_release(Handle handle) {
  c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim(handle);
}

RT_EXPORT Handle rt_share(Handle handle) { return own(borrow(handle)); }

RT_EXPORT int64_t rt_bytes_owned(Handle handle) {
  if (!handle->has_storage()) return 0;
  const c10::Storage& storage = handle->storage();
  return storage && storage.use_count() == 1 ? static_cast<int64_t>(storage.nbytes()) : 0;
}

struct Info {
  int64_t dimensions;
  int64_t numel;
  const int64_t* sizes;
  const int64_t* strides;
  int64_t storage_offset;
  int64_t device;
  int32_t scalar_type;
  uint8_t requires_grad, is_leaf, is_contiguous, is_sparse;
  // Whether the memory does not hold the elements as they are: conjugated and negated views, zeros that nobody has written.
  uint8_t is_marked;
};

RT_EXPORT int rt_info(Handle handle, Info* info) {
  return guarded([&] {
    at::Tensor tensor = borrow(handle);
    bool strided = tensor.layout() == c10::kStrided;
    info->dimensions = tensor.dim();
    info->numel = tensor.numel();
    info->sizes = tensor.sizes().data();
    info->strides = strided ? tensor.strides().data() : nullptr;
    info->storage_offset = strided ? tensor.storage_offset() : 0;
    info->device = bits_of(tensor.device());
    info->scalar_type = static_cast<int32_t>(tensor.scalar_type());
    info->requires_grad = tensor.requires_grad();
    info->is_leaf = tensor.is_leaf();
    info->is_contiguous = strided && tensor.is_contiguous();
    info->is_sparse = tensor.is_sparse();
    info->is_marked = tensor.is_conj() || tensor.is_neg() || tensor._is_zerotensor();
  });
}

RT_EXPORT int rt_data(Handle handle, void** data) {
  return guarded([&] { *data = borrow(handle).data_ptr(); });
}

RT_EXPORT int rt_from_blob(
    void* data, const int64_t* sizes, int32_t dimensions, int32_t scalar_type, void (*deleter)(void*), void* context, Handle* result) {
  return guarded([&] {
    auto options = at::TensorOptions().dtype(static_cast<at::ScalarType>(scalar_type));
    *result = own(at::from_blob(
        data, at::IntArrayRef(sizes, dimensions), [deleter, context](void*) { if (deleter) deleter(context); }, options));
  });
}

RT_EXPORT int rt_set_requires_grad(Handle handle, int32_t value) {
  return guarded([&] { borrow(handle).set_requires_grad(value != 0); });
}

RT_EXPORT int rt_grad_of(Handle handle, Handle* result) {
  return guarded([&] { *result = own(borrow(handle).grad()); });
}

RT_EXPORT int rt_set_grad(Handle handle, Handle grad) {
  return guarded([&] { borrow(handle).mutable_grad() = borrow(grad); });
}

RT_EXPORT int rt_set_data(Handle handle, Handle data) {
  return guarded([&] { borrow(handle).set_data(borrow(data)); });
}

RT_EXPORT int rt_version_of(Handle handle, int64_t* version) {
  return guarded([&] { *version = borrow(handle)._version(); });
}

RT_EXPORT int rt_retain_grad(Handle handle) {
  return guarded([&] { borrow(handle).retain_grad(); });
}

// ---- autograd ------------------------------------------------------------------------------------------------------------------------

RT_EXPORT int rt_backward(
    Handle* tensors, int32_t count, Handle* gradients, int32_t gradient_count, int32_t retain_graph, int32_t create_graph, Handle* inputs,
    int32_t input_count) {
  return guarded([&] {
    torch::autograd::backward(
        borrow(tensors, count), borrow(gradients, gradient_count), retain_graph != 0, create_graph != 0, borrow(inputs, input_count));
  });
}

RT_EXPORT int rt_grad(
    Handle* outputs, int32_t output_count, Handle* inputs, int32_t input_count, Handle* gradients, int32_t gradient_count,
    int32_t retain_graph, int32_t create_graph, int32_t allow_unused, Handle* results) {
  return guarded([&] {
    auto found = torch::autograd::grad(
        borrow(outputs, output_count), borrow(inputs, input_count), borrow(gradients, gradient_count), retain_graph != 0, create_graph != 0,
        allow_unused != 0);
    for (size_t n = 0; n < found.size(); n++) results[n] = own(found[n]);
  });
}

RT_EXPORT int32_t rt_grad_enabled() { return c10::GradMode::is_enabled(); }

RT_EXPORT void rt_set_grad_enabled(int32_t value) { c10::GradMode::set_enabled(value != 0); }

RT_EXPORT void* rt_inference_begin(int32_t value) { return new c10::InferenceMode(value != 0); }

RT_EXPORT void rt_inference_end(void* guard) { delete static_cast<c10::InferenceMode*>(guard); }

RT_EXPORT int32_t rt_inference_enabled() { return c10::InferenceMode::is_enabled(); }

RT_EXPORT void rt_set_callbacks(BackwardCallback backward, ReleaseCallback release) {
  backward_callback = backward;
  release_callback = release;
}

// Makes outputs depend on inputs through a managed backward function. flags: for each output 1 = not differentiable, 2 = changed in place.
// From here on the node owns the token, whatever happens.
RT_EXPORT int rt_attach(
    int64_t token, const char* title, int32_t materialize, Handle* inputs, int32_t input_count, Handle* outputs, const int32_t* flags,
    int32_t output_count, Handle* saved, int32_t saved_count, Handle* results) {
  return guarded([&] {
    std::shared_ptr<ManagedNode> node(new ManagedNode(), torch::autograd::deleteNode);
    node->token = token;
    node->title = title;
    node->materialize = materialize != 0;
    node->input_count = input_count;
    std::vector<at::Tensor> from = borrow(inputs, input_count);
    node->set_next_edges(torch::autograd::collect_next_edges(from));
    std::unordered_map<Handle, at::Tensor> attached;
    for (int32_t n = 0; n < output_count; n++) {
      at::Tensor output = borrow(outputs[n]);
      bool differentiable = output.defined() && (flags[n] & 1) == 0 && torch::autograd::isDifferentiableType(output.scalar_type());
      node->differentiable.push_back(differentiable);
      if (!differentiable) {
        node->add_input_metadata(torch::autograd::Node::undefined_input());
      } else if ((flags[n] & 2) != 0) {
        torch::autograd::impl::bump_version(output);
        uint32_t index = node->add_input_metadata(output);
        torch::autograd::impl::rebase_history(output, {node, index});
      } else {
        // An input that is returned as it came is an output of its own.
        for (const at::Tensor& input : from)
          if (input.is_same(output)) {
            output = output.detach();
            break;
          }
        torch::autograd::set_history(output, node);
      }
      attached[outputs[n]] = output;
      results[n] = own(output);
    }
    for (int32_t n = 0; n < saved_count; n++) {
      auto found = attached.find(saved[n]);
      bool is_input = false;
      for (int32_t i = 0; i < input_count; i++) is_input = is_input || inputs[i] == saved[n];
      if (saved[n] != nullptr && found != attached.end() && !is_input)
        node->saved.emplace_back(found->second, true);
      else
        node->saved.emplace_back(borrow(saved[n]), false);
    }
  });
}

RT_EXPORT int rt_saved(void* node, int32_t index, Handle* result) {
  return guarded([&] {
    auto* managed = static_cast<ManagedNode*>(node);
    *result = own(managed->saved.at(index).unpack(managed->shared_from_this()));
  });
}

// ---- devices, threads, switches, random numbers ----------------------------------------------------------------------------------------------

RT_EXPORT int rt_device_count(int32_t type, int32_t* count) {
  return guarded([&] {
    auto device = static_cast<c10::DeviceType>(type);
    *count = c10::impl::hasDeviceGuardImpl(device) ? c10::impl::VirtualGuardImpl(device).deviceCount() : 0;
  });
}

RT_EXPORT int rt_synchronize(int64_t device) {
  return guarded([&] {
    c10::Device where = device_of(device);
    c10::impl::VirtualGuardImpl guard(where.type());
    if (where.index() < 0) where = guard.getDevice();
    guard.getStream(where).synchronize();
  });
}

RT_EXPORT int32_t rt_num_threads() { return at::get_num_threads(); }

RT_EXPORT int rt_set_num_threads(int32_t count) {
  return guarded([&] { at::set_num_threads(count); });
}

RT_EXPORT int32_t rt_num_interop_threads() { return at::get_num_interop_threads(); }

RT_EXPORT int rt_set_num_interop_threads(int32_t count) {
  return guarded([&] { at::set_num_interop_threads(count); });
}

enum Switch : int32_t { MatmulTF32 = 0, ConvolutionTF32 = 1, Anomaly = 2, AnomalyChecksNaN = 3 };

RT_EXPORT int rt_switch(int32_t which, int32_t* value) {
  using torch::autograd::AnomalyMode;
  return guarded([&] {
    const at::Context& context = at::globalContext();
    switch (which) {
      case MatmulTF32: *value = context.allowTF32CuBLAS(); return;
      case ConvolutionTF32: *value = context.allowTF32CuDNN(); return;
      case Anomaly: *value = AnomalyMode::is_enabled(); return;
      case AnomalyChecksNaN: *value = AnomalyMode::should_check_nan(); return;
      default: TORCH_CHECK(false, "there is no switch ", which);
    }
  });
}

RT_EXPORT int rt_set_switch(int32_t which, int32_t value) {
  using torch::autograd::AnomalyMode;
  return guarded([&] {
    at::Context& context = at::globalContext();
    switch (which) {
      case MatmulTF32: context.setAllowTF32CuBLAS(value != 0); return;
      case ConvolutionTF32: context.setAllowTF32CuDNN(value != 0); return;
      case Anomaly: AnomalyMode::set_enabled(value != 0, AnomalyMode::should_check_nan()); return;
      case AnomalyChecksNaN: AnomalyMode::set_enabled(AnomalyMode::is_enabled(), value != 0); return;
      default: TORCH_CHECK(false, "there is no switch ", which);
    }
  });
}

RT_EXPORT int rt_manual_seed(int64_t seed) {
  return guarded([&] { at::manual_seed(static_cast<uint64_t>(seed)); });
}

RT_EXPORT int rt_default_generator(int64_t device, void** result) {
  return guarded([&] { *result = new at::Generator(at::globalContext().defaultGenerator(device_of(device))); });
}

RT_EXPORT int rt_generator_clone(void* generator, void** result) {
  return guarded([&] { *result = new at::Generator(static_cast<at::Generator*>(generator)->clone()); });
}

RT_EXPORT void rt_generator_free(void* generator) { delete static_cast<at::Generator*>(generator); }

RT_EXPORT int rt_generator_seed(void* generator, int64_t seed) {
  return guarded([&] {
    auto& target = *static_cast<at::Generator*>(generator);
    std::lock_guard<std::mutex> lock(target.mutex());
    target.set_current_seed(static_cast<uint64_t>(seed));
  });
}

RT_EXPORT int rt_generator_initial_seed(void* generator, int64_t* seed) {
  return guarded([&] {
    auto& source = *static_cast<at::Generator*>(generator);
    std::lock_guard<std::mutex> lock(source.mutex());
    *seed = static_cast<int64_t>(source.current_seed());
  });
}

RT_EXPORT int rt_generator_state(void* generator, Handle* result) {
  return guarded([&] {
    auto& source = *static_cast<at::Generator*>(generator);
    std::lock_guard<std::mutex> lock(source.mutex());
    *result = own(source.get_state());
  });
}

RT_EXPORT int rt_generator_set_state(void* generator, Handle state) {
  return guarded([&] {
    auto& target = *static_cast<at::Generator*>(generator);
    std::lock_guard<std::mutex> lock(target.mutex());
    target.set_state(borrow(state));
  });
}

// ---- files ---------------------------------------------------------------------------------------------------------------------------

RT_EXPORT int rt_save(Handle handle, const char* path) {
  return guarded([&] { torch::save(borrow(handle), std::string(path)); });
}

RT_EXPORT int rt_load(const char* path, Handle* result) {
  return guarded([&] {
    at::Tensor tensor;
    torch::load(tensor, std::string(path));
    *result = own(tensor);
  });
}
