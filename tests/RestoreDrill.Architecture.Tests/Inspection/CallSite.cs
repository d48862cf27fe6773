namespace RestoreDrill.Architecture.Tests.Inspection;

/// <summary>A place in compiled code that calls a method, or takes it as a delegate.</summary>
/// <param name="In">The type and method, as the source names them: <c>Namespace.Type.Method</c>, whatever the compiler made of lambdas and awaits.</param>
/// <param name="TargetType">Full name of the type whose method it is.</param>
/// <param name="Target">The method.</param>
/// <param name="Offset">Place in the compiled method: of two sites in one method, the earlier has the smaller.</param>
/// <param name="Compiled">The compiled method, to tell apart what the source names alike.</param>
internal sealed record CallSite(string In, string TargetType, string Target, int Offset, string Compiled)
{
    /// <summary>The type's name without its namespace.</summary>
    public string TargetName => TargetType[(TargetType.LastIndexOf('.') + 1)..];

    /// <summary>Whether it is an operation of one of AWS's clients.</summary>
    public bool IsCloudOperation => TargetType.StartsWith("Amazon.", StringComparison.Ordinal)
        && Target.EndsWith("Async", StringComparison.Ordinal)
        && (TargetName.StartsWith("IAmazon", StringComparison.Ordinal) || TargetName.EndsWith("Client", StringComparison.Ordinal));

    /// <summary>For example <c>DeleteDBInstance</c>.</summary>
    public string Operation => Target[..^"Async".Length];

    public override string ToString() => $"{In} -> {TargetName}.{Target}";
}
