using System;
using System.Collections.Generic;
using System.IO;
using TorchSharp.Utils;

namespace TorchSharp.Modules;

public abstract partial class OptimizerHelper
{
    public virtual StateDictionary state_dict()
    {
        StateDictionary dictionary = new();
        foreach (ParamGroup group in _parameter_groups)
        {
            List<int> places = [];
            dictionary.Options.Add(group.Options);
            dictionary.StateIndexRef.Add(places);
            foreach (Parameter parameter in group.Parameters)
            {
                places.Add(dictionary.State.Count);
                dictionary.State.Add(_state[parameter.Handle]);
            }
        }
        return dictionary;
    }

    public virtual void load_state_dict(StateDictionary state_dict)
    {
        StateDictionary own = this.state_dict();
        RequireCounts(own, state_dict.Options.Count, state_dict.State.Count);
        for (int n = 0; n < own.Options.Count; n++)
            if (own.Options[n] != state_dict.Options[n]) own.Options[n].LoadStateDict(state_dict.Options[n]);
        for (int n = 0; n < own.State.Count; n++)
            if (own.State[n] != state_dict.State[n]) own.State[n].LoadStateDict(state_dict.State[n]);
    }

    public void save_state_dict(string location)
    {
        using FileStream stream = File.Create(location);
        using BinaryWriter writer = new(stream);
        save_state_dict(writer);
    }

    public void load_state_dict(string location)
    {
        using FileStream stream = File.OpenRead(location);
        using BinaryReader reader = new(stream);
        load_state_dict(reader);
    }

    public void save_state_dict(BinaryWriter writer)
    {
        writer.Write(GetType().Name);
        StateDictionary own = state_dict();
        writer.Encode(own.Options.Count);
        writer.Encode(own.State.Count);
        Write(writer, own);
    }

    /// <summary>Reads what <see cref="save_state_dict(BinaryWriter)"/> has written. If that fails, the optimizer is as it was.</summary>
    public void load_state_dict(BinaryReader reader)
    {
        StateDictionary own = state_dict();
        using MemoryStream before = new();
        using BinaryWriter keeper = new(before);
        Write(keeper, own);
        try
        {
            string name = reader.ReadString();
            if (name != GetType().Name) throw new InvalidDataException($"The file is no state of {GetType().Name}: it begins with '{Shown(name)}'.");
            RequireCounts(own, reader.Decode(), reader.Decode());
            Read(reader, own);
        }
        catch (Exception exception)
        {
            before.Position = 0;
            using BinaryReader kept = new(before);
            Read(kept, own);
            if (exception is EndOfStreamException or FormatException)
                throw new InvalidDataException($"The file ends in the middle of the state: it is damaged, or no saved state. {exception.Message}", exception);
            throw;
        }
    }

    private static void Write(BinaryWriter writer, StateDictionary state)
    {
        foreach (OptimizerOptions options in state.Options) options.SaveStateDict(writer);
        foreach (OptimizerState one in state.State) one.SaveStateDict(writer);
        writer.Flush();
    }

    private static void Read(BinaryReader reader, StateDictionary state)
    {
        foreach (OptimizerOptions options in state.Options) options.LoadStateDict(reader);
        foreach (OptimizerState one in state.State) one.LoadStateDict(reader);
    }

    private static void RequireCounts(StateDictionary own, long options, long states)
    {
        if (options != own.Options.Count) throw new ArgumentException($"The state has {options} groups of parameters; the optimizer has {own.Options.Count}.");
        if (states != own.State.Count) throw new ArgumentException($"The state has {states} parameters; the optimizer has {own.State.Count}.");
    }

    private static string Shown(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
