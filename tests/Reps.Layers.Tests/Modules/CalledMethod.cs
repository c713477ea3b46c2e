using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Reflection.Emit;

namespace Reps.Tests.Modules;

/// <summary>A call in the compiled code of an assembly.</summary>
internal sealed record CalledMethod(MethodBase Caller, MethodBase Callee)
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> s_codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(static field => (OpCode)field.GetValue(null)!)
        .ToDictionary(static code => code.Value);

    /// <summary>All calls in an assembly, lambdas and local functions included.</summary>
    public static IEnumerable<CalledMethod> In(Assembly assembly)
    {
        foreach (Type type in assembly.GetTypes())
        foreach (MethodBase method in type.GetMethods(Declared).Concat<MethodBase>(type.GetConstructors(Declared)))
            if (method.GetMethodBody()?.GetILAsByteArray() is byte[] body)
                foreach (int token in Tokens(body))
                    if (Resolve(method, token) is MethodBase callee)
                        yield return new CalledMethod(method, callee);
    }

    private static MethodBase? Resolve(MethodBase caller, int token)
    {
        Type[]? ofType = caller.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        Type[]? ofMethod = caller.IsGenericMethod ? caller.GetGenericArguments() : null;
        return caller.Module.ResolveMethod(token, ofType, ofMethod);
    }

    // The operands of instructions that name a method.
    private static List<int> Tokens(byte[] body)
    {
        List<int> tokens = [];
        for (int at = 0; at < body.Length; )
        {
            short value = body[at++];
            if (value == 0xFE)
                value = (short)(0xFE00 | body[at++]);
            OpCode code = s_codes[value];
            if (code.OperandType == OperandType.InlineMethod)
                tokens.Add(BinaryPrimitives.ReadInt32LittleEndian(body.AsSpan(at)));
            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BinaryPrimitives.ReadInt32LittleEndian(body.AsSpan(at)),
                _ => 4,
            };
        }
        return tokens;
    }
}
