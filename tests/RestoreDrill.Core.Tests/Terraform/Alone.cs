namespace RestoreDrill.Core.Tests.Terraform;

/// <summary>What measures the process's memory runs while nothing else does.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
