using RestoreDrill.Architecture.Tests.Inspection;

namespace RestoreDrill.Architecture.Tests;

/// <summary>The inspection finds what it is meant to find, in code that was written to be found.</summary>
public sealed class InspectionTests
{
    private static readonly CompiledAssembly Own = CompiledAssembly.Read("RestoreDrill.Architecture.Tests");

    [Theory]
    [InlineData(nameof(Specimens.Plain), "IAmazonRDS")]
    [InlineData(nameof(Specimens.OnTheClass), "AmazonRDSClient")]
    [InlineData(nameof(Specimens.Awaited), "IAmazonRDS")]
    [InlineData(nameof(Specimens.AfterManyAwaits), "IAmazonRDS")]
    [InlineData(nameof(Specimens.AsDelegate), "IAmazonRDS")]
    [InlineData(nameof(Specimens.InALambda), "IAmazonRDS")]
    [InlineData(nameof(Specimens.InALocalFunction), "IAmazonRDS")]
    [InlineData("InAGenericMethod", "IAmazonRDS")]
    public void Call_is_found_however_it_is_written(string method, string on)
    {
        var site = Assert.Single(Own.Calls, site => site.In == $"RestoreDrill.Architecture.Tests.Specimens.{method}" && site.IsCloudOperation);

        Assert.Equal((on, "DeleteDBInstance"), (site.TargetName, site.Operation));
    }

    [Fact]
    public void Setter_is_found() => Assert.Contains(Own.Calls, static site => site is { TargetName: "ModifyDBInstanceRequest", Target: "set_NewDBInstanceIdentifier" });

    [Fact]
    public void Reflection_is_found() => Assert.Contains(
        Own.Calls, static site => site is { TargetType: "System.Reflection.MethodBase", Target: "Invoke", In: "RestoreDrill.Architecture.Tests.Specimens.ByReflection" });

    [Fact]
    public void Every_product_assembly_is_read_and_has_code()
    {
        Assert.Equal(["RestoreDrill.Aws", "RestoreDrill.Core", "RestoreDrill.Dashboard", "restoredrill", "RestoreDrill.Isolation", "RestoreDrill.Records", "RestoreDrill.Verification"], Repository.ProductAssemblies);
        Assert.All(Repository.ProductAssemblies, static name => Assert.NotEmpty(CompiledAssembly.Read(name).Calls));
    }
}
