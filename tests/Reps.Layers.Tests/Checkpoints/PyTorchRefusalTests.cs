using System;
using System.IO.Compression;
using System.Linq;
using Reps.Layers;
using static Reps.Tests.PyTorchFile;
using static TorchSharp.torch;

namespace Reps.Tests.Checkpoints;

/// <summary>Files of PyTorch that hold something else than a state, or claim what cannot be.</summary>
public sealed class PyTorchRefusalTests
{
    [Theory]
    [InlineData("state_protocol1.pt", "has a protocol other than 2 to 5", "Leave pickle_protocol of torch.save out")]
    [InlineData("before_1_6.pt", "is in the format of PyTorch before 1.6", "torch.save(torch.load(\"old.pt\"")]
    [InlineData(
        "module.pt",
        "names 'torch.nn.modules.linear.Linear', which no state needs",
        "load it in Python with weights_only=False and save the state alone: torch.save(model.state_dict()"
    )]
    [InlineData("tensor.pt", "holds a tensor, not a dictionary of tensors", "Save the state alone")]
    [InlineData("list.pt", "holds a list, not a dictionary of tensors", "Save the state alone")]
    [InlineData("no_tensors.pt", "holds a dictionary without tensors, of 'epoch'", "Save the state alone")]
    [InlineData(
        "two_states.pt",
        "holds several dictionaries of tensors: 'model', 'average'",
        "Say which one is the state of the module: entry 'model', for example"
    )]
    [InlineData("sparse.pt", "has a sparse tensor, at byte", "Make it a plain tensor in Python")]
    [InlineData("quantized.pt", "has a quantized tensor, at byte", "Make it a plain tensor in Python")]
    [InlineData("program.pt", "is a TorchScript program", "torch.jit.load(\"program.pt\").state_dict()")]
    [InlineData("e3nn_0_5_1.json", "is not a safetensors file", "")]
    public void OtherFilesSayWhatToDo(string name, string problem, string remedy)
    {
        using nn.Module linear = nn.Linear(2, 3);
        Tensor[] before = [.. linear.parameters().Select(parameter => parameter.clone())];
        string path = Reference(name);
        Exception error = Assert.ThrowsAny<Exception>(() => ModuleState.Load(linear, path));
        Assert.True(
            error is ModuleStateException || (error is SafetensorsException && name.EndsWith("json", StringComparison.Ordinal)),
            error.ToString()
        );
        Assert.StartsWith(path + ": ", error.Message, StringComparison.Ordinal);
        if (error is ModuleStateException)
            Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
        Assert.All(linear.parameters().Zip(before), pair => Assert.True(pair.First.equal(pair.Second).all().item<bool>()));
    }

    [Fact]
    public void EntriesAreNamed()
    {
        using nn.Module linear = nn.Linear(2, 3);
        RefusedFile(
            linear,
            Reference("training.pt"),
            "has no dictionary 'state_dict': it has 'epoch', 'model', 'optimizer', 'scheduler', 'loss'. Correct the entry",
            "state_dict"
        );
        RefusedFile(linear, Reference("training.pt"), "has no dictionary 'epoch'", "epoch");
        RefusedFile(
            linear,
            Reference("state_protocol2.pt"),
            "Leave the entry out, because the file is itself a dictionary of tensors",
            "model"
        );
        using StateDict safetensors = new();
        RefusedFile(
            linear,
            safetensors.Add("weight", [1]).Write(),
            "is a safetensors file, which has no dictionaries such as 'model'",
            "model"
        );
    }

    // The checks behind the reader are those of safetensors.
    [Fact]
    public void StatesOfOtherModulesAreRefused()
    {
        string state = Reference("state_protocol2.pt");
        RefusedFile(nn.Linear(3, 3), state, "tensor 'weight': has the shape [3, 2], but the module has [3, 3] there");
        RefusedFile(
            new Plain(("weight", zeros([3, 2], ScalarType.Int64)), ("bias", zeros(3))),
            state,
            "tensor 'weight': holds F32, but the module has Int64 there"
        );
        RefusedFile(new Plain(("weight", zeros(3, 2)), ("bias", zeros(3)), ("more", zeros(1))), state, "the file lacks 'more'");
        RefusedFile(new Plain(("weight", zeros(3, 2))), state, "tensor 'bias': the module has no 'bias'");
        ModuleStateException error = Assert.Throws<ModuleStateException>(() =>
            E3nnCheckpoint.Load(new Plain(("weight", zeros(3, 2)), ("b", zeros(3))), state)
        );
        Assert.Contains("the file lacks 'b', and the module lacks 'bias'", error.Message);
    }

    [Theory]
    [InlineData("posix", "system")]
    [InlineData("builtins", "eval")]
    [InlineData("builtins", "getattr")]
    [InlineData("torch", "load")]
    [InlineData("torch.FloatStorage", "__class__")]
    [InlineData("exceptions", "RuntimeError")]
    [InlineData("System.Diagnostics", "Process")]
    [InlineData("", "")]
    public void NoOtherNamesAreTaken(string module, string name)
    {
        // By its instruction, and by names on the stack.
        Refused(
            File(Dictionary(("a", Bytes($"c{module}\n{name}\n", Text("true"), "\u0085R")))),
            $"names '{module}.{name}', which no state needs"
        );
        Refused(
            File(Dictionary(("a", Bytes(Text(module), Text(name), "\u0093)R")))),
            "behind the text 'a'. If you trust the file, load it in Python with weights_only=False and save the state alone"
        );
    }

    [Theory]
    [InlineData("i", "posix\nsystem\n")]
    [InlineData("o", "")]
    [InlineData("\u0081", "")]
    [InlineData("\u0082", "\u0001")]
    [InlineData("P", "0\n")]
    [InlineData("B", "\u00ff\u00ff\u00ff\u007f")]
    [InlineData("\u008e", "\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u007f")]
    [InlineData("2", "")]
    public void NoOtherInstructionsAreTaken(string code, string argument) =>
        Refused(File(Bytes("(", Text("x"), code, argument)), $"has the instruction 0x{(int)code[0]:x2}, which no state needs");

    [Fact]
    public void StacksThatDoNotFitAreRefused()
    {
        Refused(File("t"), "ends a list that it has not begun");
        Refused(File("0"), "0x30");
        Refused(File(""), "takes a value where there is none");
        Refused(File("}("), "takes a value where there is none");
        Refused(File("}(a"), "takes a value where there is none");
        Refused(File("}}"), "goes on behind its end");
        Refused(File("}.}"), "goes on behind its end");
        Refused(File("}", Text("a"), "a"), "appends to what is no list");
        Refused(File("]", Text("a"), "Ns"), "sets entries of what is no dictionary");
        Refused(File("}(", Text("a"), "u"), "has a key without a value");
        Refused(File("h\u0005"), "refers to a value that it has not made");
        Refused(File("}r", BitConverter.GetBytes(uint.MaxValue)), "numbers its values with gaps");
        Refused(File(Text("a"), ")R"), "has another value in the place of a function");
        Refused(File("ctorch\nFloatStorage\n)R"), "calls torch.FloatStorage with arguments that it does not take");
        Refused(File("NQ"), "has another value in the place of a storage");
        Refused(File(")Q"), "describes a storage otherwise than PyTorch does");
        Refused(File("ctorch._utils\n_rebuild_tensor_v2\n)R"), "describes a tensor otherwise than PyTorch does");
        Refused(
            File("ctorch._utils\n_rebuild_parameter\n)R"),
            "calls torch._utils._rebuild_parameter with arguments that it does not take"
        );
        Refused(File("ccollections\nOrderedDict\n", Text("a"), "\u0085R"), "makes a dictionary otherwise than PyTorch does");
        Refused(File(")}b"), "sets attributes of a tuple");
        Refused(File("X\u00ff\u00ff\u00ff\u00ffabc"), "ends too early: 4294967295 bytes should follow, and 4 do");
        Refused(File("X\u0001\u0000\u0000\u0000\u00ff"), "has a text that is not UTF-8");
        Refused(File("ctorch"), "ends in the middle of a name");
    }

    [Fact]
    public void NestingIsNoDanger()
    {
        const int Depth = 300_000;
        Refused(File(new string(']', Depth), new string('a', Depth - 1)), "holds a list, not a dictionary of tensors");
        Refused(File(")", new string('\u0085', Depth)), "holds a tuple, not a dictionary of tensors");
        Refused(File(new string('(', Depth), new string('t', Depth)), "holds a tuple, not a dictionary of tensors");
        // A list and a dictionary that hold themselves.
        Refused(File("]q\u0000h\u0000a"), "holds a list, not a dictionary of tensors");
        Refused(File("}q\u0000", Text("a"), "h\u0000s"), "holds a dictionary without tensors, of 'a'");
    }

    [Fact]
    public void TensorsLieWithinTheirStorages()
    {
        Refused(One(4, 0, [5], [1]), "has a tensor that reaches number 4 of a storage of 4, at byte");
        Refused(One(4, 1, [2, 2], [2, 1]), "behind the text 'a'");
        Refused(One(4, 4, [1], [1]), "reaches number 4 of a storage of 4");
        Refused(One(4, 3, [2], [-1]), "has a negative size, stride or offset");
        Refused(One(4, -1, [2], [1]), "has a negative size, stride or offset");
        Refused(One(4, 0, [-2], [1]), "has a negative size, stride or offset");
        Refused(One(4, 0, [2, 2], [1]), "has 2 sizes and 1 strides");
        Refused(One(4, 0, [long.MaxValue, long.MaxValue], [long.MaxValue, long.MaxValue]), "of a storage of 4");
        Refused(One(4, long.MaxValue, [2], [long.MaxValue]), "of a storage of 4");
        Refused(One(4, 0, [.. Enumerable.Repeat(1L, 65)], [.. Enumerable.Repeat(1L, 65)]), "has 65 dimensions");
        Refused(One(3, 0, [3], [1]), "refers to the storage '0' of 3 numbers of 4 bytes, which has 16 bytes in the file");
        Refused(One(5, 0, [3], [1]), "of 5 numbers of 4 bytes, which has 16 bytes in the file");
        Refused(One(-4, 0, [3], [1]), "describes a storage otherwise than PyTorch does");
        Refused(One(long.MaxValue, 0, [3], [1]), "which has 16 bytes in the file");
        Refused(One(4, 0, [2], [1], storage: "1"), "refers to the storage '1', which the file does not have");
        Refused(One(4, 0, [2], [1], storage: "../data.pkl"), "refers to the storage '../data.pkl', which the file does not have");
        Refused(One(4, 0, [2], [1], type: "UntypedStorage"), "names 'torch.UntypedStorage'");
        // Claims of more than memory, on four numbers.
        Refused(One(4, 0, [1L << 40], [0]), "tensor 'a': is a view of shape [1099511627776] on 4 numbers, far more than are stored");
        Refused(One(4, 0, [1L << 62, 1L << 62, 1L << 62], [0, 0, 0]), "far more than are stored");
        Refused(One(4, 0, [1 << 25], [0]), "far more than are stored");
        // Nothing of nothing is a tensor, wherever it begins.
        Plain empty = new(("a", zeros(0, 3)));
        using PyTorchFile none = One(4, 4, [0, 3], [3, 1]);
        ModuleState.Load(empty, none.Write());
        // A name that safetensors cannot have.
        Refused(
            File(Dictionary(("__metadata__", Tensor("0", 4, 0, [4], [1])))).Storage("0", 1, 2, 3, 4),
            "'__metadata__' is reserved",
            "__metadata__"
        );
    }

    [Fact]
    public void NumbersThatPyTorchWouldNegateAreRefused()
    {
        byte[] Negative(byte state) =>
            Bytes(
                "ctorch._utils\n_rebuild_tensor_v2\n((",
                Text("storage"),
                "ctorch\nFloatStorage\n",
                Text("0"),
                Text("cpu"),
                Integer(4),
                "tQ",
                Integer(0),
                Tuple(4),
                Tuple(1),
                "\u0089",
                "ccollections\nOrderedDict\n)R",
                Dictionary(("neg", [state])),
                "tR"
            );
        Refused(
            File(Dictionary(("a", Negative(0x88)))).Storage("0", 1, 2, 3, 4),
            "tensor 'a': is a view whose numbers PyTorch has still to negate. Save value.resolve_neg()"
        );
        Plain module = new(("a", zeros(4)));
        using PyTorchFile plain = File(Dictionary(("a", Negative(0x89)))).Storage("0", 1, 2, 3, 4);
        ModuleState.Load(module, plain.Write());
        Assert.Equal(10, module["a"].sum().item<float>());
    }

    // Each view alone is small, and so is the file.
    [Fact]
    public void ManyViewsAreLimitedTogether()
    {
        using PyTorchFile file = File(Dictionary([.. Enumerable.Range(0, 20).Select(n => ($"a{n}", Tensor("0", 4, 0, [1 << 20], [0])))]))
            .Storage("0", 1, 2, 3, 4);
        Plain module = new([.. Enumerable.Range(0, 20).Select(n => ($"a{n}", zeros(1 << 20)))]);
        RefusedFile(module, file.Write(), "far more than are stored");
        Assert.Equal(0, module["a0"].sum().item<float>());
    }

    [Fact]
    public void ArchivesThatCannotBeAreRefused()
    {
        byte[] state = Bytes("\u0080\u0002", Dictionary(("a", Tensor("0", 4, 0, [4], [1]))), ".");
        Refused(new PyTorchFile().Add("state/readme", [1]), "is a zip file with no data.pkl");
        Refused(new PyTorchFile().Add("data.pkl", state), "is a zip file with no data.pkl");
        Refused(new PyTorchFile().Add("a/data.pkl", state).Add("b/data.pkl", state), "2 times a data.pkl");
        Refused(
            new PyTorchFile().Add("s/data.pkl", state).Add("s/data/0", new byte[16]).Add("s/data/0", new byte[16]),
            "has the entry 's/data/0' twice"
        );
        Refused(new PyTorchFile().Add("s/data.pkl", state).Add("t/data/0", new byte[16]), "which the file does not have");
        Refused(new PyTorchFile().Add("s/data.pkl", state).Add("s/s/data/0", new byte[16]), "which the file does not have");
        Refused(
            File(Dictionary(("a", Tensor("0", 4, 0, [4], [1])))).Storage("0", 1, 2, 3, 4).Add("state/byteorder", "big"u8.ToArray()),
            "in the byte order 'big', not 'little'"
        );
        // What PyTorch 2 adds, and beside the root folder anything.
        using PyTorchFile good = File(Dictionary(("a", Tensor("0", 4, 0, [4], [1]))))
            .Storage("0", 1, 2, 3, 4)
            .Add("state/byteorder", "little"u8.ToArray())
            .Add("state/.format_version", "1"u8.ToArray())
            .Add("state/.data/serialization_id", "1234"u8.ToArray())
            .Add("state/version", "3\n"u8.ToArray())
            .Add("notes", []);
        Plain module = new(("a", zeros(4)));
        ModuleState.Load(module, good.Write());
        Assert.Equal([1, 2, 3, 4], module["a"].data<float>().ToArray());
    }

    [Fact]
    public void BombsAreRefused()
    {
        const int Size = 96 << 20;
        byte[] zeros = new byte[Size];
        byte[] tensor = Dictionary(("a", Tensor("0", Size / 4, 0, [4], [1])));
        using PyTorchFile storage = new PyTorchFile { Compression = CompressionLevel.Optimal }
            .Pickle("\u0080\u0002", tensor, ".")
            .Add("state/data/0", zeros);
        Refused(storage, "unpacks to too many bytes: 100663296 in 'state/data/0'");
        foreach (int size in new[] { 2 << 20, 20 << 20 })
        {
            PyTorchFile pickle = new PyTorchFile { Compression = CompressionLevel.Optimal }.Pickle("\u0080\u0002", new byte[size]);
            Refused(pickle, $"unpacks to a data.pkl of {size + 2} bytes, too many");
        }
    }

    private static PyTorchFile File(params object[] pieces) => new PyTorchFile().Pickle("\u0080\u0002", Bytes(pieces), ".");

    private static PyTorchFile One(
        long count,
        long offset,
        long[] sizes,
        long[] strides,
        string storage = "0",
        string type = "FloatStorage"
    ) => File(Dictionary(("a", Tensor(storage, count, offset, sizes, strides, type)))).Storage("0", 1, 2, 3, 4);

    private static void Refused(PyTorchFile file, string expected, string name = "a")
    {
        using (file)
        {
            Plain module = new((name, ones(4)));
            RefusedFile(module, file.Write(), expected);
            Assert.Equal(4, module[name].sum().item<float>());
        }
    }

    private static void RefusedFile(nn.Module module, string path, string expected, string? entry = null)
    {
        ModuleStateException error = Assert.Throws<ModuleStateException>(() => ModuleState.Load(module, path, entry: entry));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Equal(path, error.FileName);
    }
}
