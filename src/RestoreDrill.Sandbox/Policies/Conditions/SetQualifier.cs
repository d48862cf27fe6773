namespace RestoreDrill.Sandbox.Policies.Conditions;

/// <summary>How a condition treats a key that has several values.</summary>
internal enum SetQualifier
{
    None,
    ForAllValues,
    ForAnyValue,
}
