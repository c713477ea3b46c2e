using System.Collections.Generic;
using Reps.Algebra;

namespace Reps.Generators.Planning;

/// <summary>Attribute arguments can hold any integer, and a layer's kernels compute with real numbers.</summary>
internal static class OptionRules
{
    public static IReadOnlyList<PlanError> Check(Group group, Mode? mode, TensorProductOptions options)
    {
        List<PlanError> errors = [];
        CheckGroup(group, errors);
        if (mode is Mode value && !ConnectionRule.IsDefined(value))
            errors.Add(new PlanError("REPS2004", $"The mode must be one of {ConnectionRule.AllNames}."));
        if (options.IrrepNormalization is < IrrepNormalization.Component or > IrrepNormalization.None)
            errors.Add(new PlanError("REPS2004", "The irrep normalization must be Component, Norm or None."));
        CheckPathNormalization(options.PathNormalization, errors);
        return errors;
    }

    public static void CheckGroup(Group group, List<PlanError> errors)
    {
        if (group == Group.SU2)
            errors.Add(
                new PlanError(
                    "REPS2007",
                    "Kernels compute with real numbers, and the irreps of SU(2) with half-integer degree have no real form: write SO(3) for integer degrees; at run time TensorProduct.Create evaluates SU(2) plans on complex components."
                )
            );
    }

    public static void CheckPathNormalization(PathNormalization normalization, List<PlanError> errors)
    {
        if (normalization is < PathNormalization.Element or > PathNormalization.None)
            errors.Add(new PlanError("REPS2004", "The path normalization must be Element, Path or None."));
    }
}
