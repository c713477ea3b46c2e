namespace Reps.Tests;

/// <summary>The rules of tensor powers and diagram layers.</summary>
public sealed class DiagramTests
{
    private const string Representations = """
        using Reps;
        [Rep("S(n): 4xV^2 + 2xV")] partial struct Edges;
        [Rep("S(n): 4xV")] partial struct Nodes;
        [Rep("S(5): 4xV")] partial struct Five;
        [Rep("O(3): 4xV^2")] partial struct Matrices;
        [Rep("O(3): 4xV")] partial struct Vectors;
        [Rep("O(3): 4xV + 2xV^2")] partial struct Both;
        [Rep("SO(3): 4xV^2")] partial struct Turned;
        [Rep("SO(3): 4xV^3")] partial struct Tensors;
        [Rep("S(n): V^5")] partial struct Large;
        [Rep("S(n): V^3")] partial struct Triples;
        [Rep("8x0e")] partial struct Irreps;
        [Rep("Aut(petersen): 4xV^2")] partial struct Petersen;
        [Rep("Aut(petersen): 4xV")] partial struct PetersenNodes;
        [Rep("D(5): 4xV")] partial struct Ring;
        [Rep("Aut(0-1 1-2 2-3 3-4 4-0): V^2")] partial struct Pentagon;
        [Rep("Aut(frucht): V^2")] partial struct Frucht;
        [Rep("Aut(grid(8,8)): V^2")] partial struct Grid;

        """;

    [Theory]
    [InlineData("[DiagramLinear<Edges, Nodes>] partial class A;")]
    [InlineData("[DiagramLinear<Nodes, Edges>(Spanning = true)] partial class A;")]
    [InlineData("[DiagramLinear<Turned, Tensors>] partial class A;")]
    [InlineData("[Rep(\"S(n)×O(3): 2xV^(1,2)\")] partial struct A;")]
    [InlineData("[DiagramLinear<Edges, Nodes>] partial class A; [DiagramLinear<Nodes, Edges>] partial class B; [DiagramStack<A, B>] partial class C;")]
    [InlineData("[Rep(\"Sp(4): V\")] partial struct A;")]
    [InlineData("[DiagramLinear<Petersen, PetersenNodes>] partial class A;")]
    [InlineData("[DiagramLinear<PetersenNodes, Petersen>(Spanning = true)] partial class A;")]
    [InlineData("[DiagramLinear<Ring, Pentagon>] partial class A;")]
    [InlineData("[Rep(\"Aut(graph6:IheA@GUAo)×S(5): 2xV^(1,2)\")] partial struct A;")]
    [InlineData("static class G { public const string Edges = \"0-1 1-2 2-0\"; } [Rep($\"Aut({G.Edges}): 2xV^2\")] partial struct A;")]
    public void ValidDeclarationsAreQuiet(string source) => Assert.Empty(Marked.Check(Representations + source));

    [Theory]
    [InlineData("[Rep(\"{|REPS1002:T(3)|}: V\")] partial struct A;", "expected S(n), A(4)")]
    [InlineData("[Rep(\"Sp({|REPS1002:3|}): V\")] partial struct A;", "expected an even one, such as 4")]
    [InlineData("[Rep(\"SO({|REPS1002:n|}): V\")] partial struct A;", "expected a number")]
    [InlineData("[Rep(\"S(n): 4xV + 3xV{|REPS1015:^-1|}\")] partial struct A;", "a number from 0 to 16")]
    [InlineData("[Rep(\"S(n): {|REPS1003:0|}xV\")] partial struct A;", "from 1 to 1048576")]
    [InlineData("[DiagramLinear<Nodes, {|REPS2001:Five|}>] partial class A;", "an equivariant map needs one group")]
    [InlineData("[DiagramLinear<Nodes, {|REPS1111:Irreps|}>] partial class A;", "'Irreps' has irreps, and [DiagramLinear] takes tensor powers")]
    [InlineData("[Linear<Irreps, {|REPS1111:Nodes|}>] partial class A;", "'Nodes' has tensor powers, and [Linear] takes irreps")]
    [InlineData("[{|REPS1012:DiagramLinear<Large, Large>|}] partial class A;", "115975 diagrams")]
    [InlineData("[DiagramLinear<Turned, Tensors>(Spanning = {|REPS2011:true|})] partial class A;", "Of the 10 diagrams")]
    [InlineData("[{|REPS2009:DiagramLinear<Matrices, Vectors>|}] partial class A;", "commutes with O(3)")]
    [InlineData("[DiagramLinear<Matrices, {|REPS2002:Both|}>] partial class A;", "4xV^1 of 'Both' is always zero")]
    [InlineData("[DiagramLinear<{|REPS2006:Both|}, Matrices>] partial class A;", "4xV^1 of 'Both' is not used")]
    [InlineData("[Rep(\"Aut({|REPS1002:peterson|}): V\")] partial struct A;", "did you mean 'petersen'?")]
    [InlineData("[Rep(\"Aut(cycle({|REPS1002:five|})): V\")] partial struct A;", "'five' is no number")]
    [InlineData("[Rep(\"Aut({|REPS1002:complete(300)|}): V\")] partial struct A;", "more than 256 vertices")]
    [InlineData("[Rep(\"Aut(0-1 1-{|REPS1002:900|}): V\")] partial struct A;", "at most 256")]
    [InlineData("[Rep(\"Aut(0-1 1{|REPS1002:=|}2): V\")] partial struct A;", "expected edges such as")]
    [InlineData("[Rep(\"Aut({|REPS1002:empty(0)|}): V\")] partial struct A;", "a graph without vertices")]
    [InlineData("[Rep(\"D({|REPS1002:2|}): V\")] partial struct A;", "a number from 3 to 256")]
    [InlineData("[Rep(\"C({|REPS1002:n|}): V\")] partial struct A;", "a number from 1 to 256")]
    [InlineData("[Rep(\"Aut(petersen)×{|REPS1002:O(3)|}: V^(1,1)\")] partial struct A;", "expected groups of permutations")]
    [InlineData("[Rep(\"{|REPS1002:S(n)|}×Aut(petersen): V^(1,1)\")] partial struct A;", "with a number for n")]
    [InlineData("[Rep(\"Aut(petersen): V + {|REPS1008:V^8|}\")] partial struct A;", "100000010 components")]
    [InlineData("[Rep(\"S(5): V + {|REPS1008:V^16|}\")] partial struct A;", "152587890630 components")]
    [InlineData("[Rep(\"S(n)×S(n): V{|REPS1015:^(9,8)|}\")] partial struct A;", "Found 17 axes; expected at most 16")]
    [InlineData("[Rep(\"Aut(petersen): 4xV{|REPS1015:^x|}\")] partial struct A;", "a number from 0 to 16")]
    [InlineData("[DiagramLinear<Petersen, {|REPS2001:Ring|}>] partial class A;", "representation of Aut(petersen)")]
    [InlineData("[{|REPS1012:DiagramLinear<Frucht, Frucht>|}] partial class A;", "20736 orbits")]
    [InlineData("[{|REPS1012:DiagramLinear<Grid, Grid>|}] partial class A;", "16777216 pairs of lists")]
    [InlineData("[DiagramLinear<Edges, Nodes>] partial class A; [DiagramStack<A, {|REPS2012:A|}>] partial class B;", "'A' gives S(n): 4xV^1, and 'A' takes S(n): 4xV^2 + 2xV^1")]
    [InlineData("[Linear<Irreps, Irreps>] partial class A; [DiagramLinear<Edges, Nodes>] partial class C; [DiagramStack<{|REPS2012:A|}, C>] partial class B;", "'A' is no diagram layer")]
    [InlineData("[DiagramLinear<Triples, Triples>] partial class A; [{|REPS1012:DiagramStack<A, A>|}] partial class B;", "42224 products of diagrams; the limit in the compiler is 20000")]
    public void WhatCannotBeIsSaid(string source, string message) => Assert.Contains(message, Assert.Single(Marked.Check(Representations + source)));
}
