namespace RestoreDrill.Sandbox.Tests.Iam;

/// <summary>The tests of IAM, which share one sandbox without instances.</summary>
[CollectionDefinition(nameof(SharedIamSandbox))]
public sealed class SharedIamSandbox : ICollectionFixture<IamSandbox>;
