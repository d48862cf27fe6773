using RestoreDrill.Architecture.Tests.Inspection;

namespace RestoreDrill.Architecture.Tests;

/// <summary>Who must not know whom.</summary>
public sealed class LayerTests
{
    private static readonly string[] AwsSdk = ["AWSSDK.", "Amazon."];
    private static readonly string[] Ours = ["RestoreDrill.", "restoredrill"];

    private static readonly Dictionary<string, string[]> MustNotKnow = new()
    {
        ["RestoreDrill.Core"] = [.. AwsSdk, "Npgsql", "Hangfire", "Microsoft.AspNetCore", .. Ours],
        ["RestoreDrill.Verification"] = [.. AwsSdk, "Hangfire", "RestoreDrill.Records", "RestoreDrill.Aws", "RestoreDrill.Sandbox", "restoredrill"],
        ["RestoreDrill.Records"] = [.. AwsSdk, "Hangfire", "RestoreDrill.Aws", "RestoreDrill.Verification", "RestoreDrill.Sandbox", "restoredrill"],
        ["RestoreDrill.Aws"] = ["Npgsql", "Hangfire", "RestoreDrill.Records", "RestoreDrill.Verification", "RestoreDrill.Sandbox", "restoredrill"],
        ["RestoreDrill.Dashboard"] = AwsSdk,
        ["RestoreDrill.Isolation"] = ["Npgsql", "Hangfire", "Microsoft.AspNetCore", "RestoreDrill.Records", "RestoreDrill.Verification", "RestoreDrill.Sandbox", "restoredrill"],
        ["restoredrill"] = ["RestoreDrill.Sandbox", "restoredrill-sandbox"],
        ["restoredrill-sandbox"] = Ours,
        ["AWSSDK.RDS"] = [.. Ours, "Npgsql", "Hangfire", "Microsoft.AspNetCore"],
        ["AWSSDK.Backup"] = [.. Ours, "Npgsql", "Hangfire", "Microsoft.AspNetCore"],
        ["AWSSDK.Organizations"] = [.. Ours, "Npgsql", "Hangfire", "Microsoft.AspNetCore"],
        ["AWSSDK.IdentityManagement"] = [.. Ours, "Npgsql", "Hangfire", "Microsoft.AspNetCore"],
    };

    public static TheoryData<string> Assemblies =>
        [.. Repository.ProductAssemblies, "restoredrill-sandbox", "AWSSDK.RDS", "AWSSDK.Backup", "AWSSDK.Organizations", "AWSSDK.IdentityManagement"];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Assembly_does_not_know_what_it_must_not(string name)
    {
        Assert.True(MustNotKnow.TryGetValue(name, out var forbidden), $"{name} is new: say here what it must not know");
        var assembly = CompiledAssembly.Read(name);

        var known = assembly.ReferencedAssemblies.Concat(assembly.ReferencedTypes).Where(known => forbidden.Any(
            prefix => known.StartsWith(prefix, StringComparison.Ordinal))).Distinct().ToList();

        Assert.True(known.Count == 0, $"{name} must not know {string.Join(", ", known)}");
    }

    [Fact]
    public void Sandbox_project_refers_to_nothing_of_ours_but_the_SDK_subset()
    {
        var project = Repository.Read("src/RestoreDrill.Sandbox/RestoreDrill.Sandbox.csproj");

        Assert.DoesNotContain("ProjectReference", project, StringComparison.Ordinal);
        Assert.DoesNotContain("RestoreDrill.Core", project, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Npgsql")]
    [InlineData("Hangfire")]
    [InlineData("Microsoft.AspNetCore")]
    [InlineData("AWSSDK")]
    public void Core_project_asks_for_no_package_that_it_must_not_know(string package) =>
        Assert.DoesNotContain(package, Repository.Read("src/RestoreDrill.Core/RestoreDrill.Core.csproj"), StringComparison.OrdinalIgnoreCase);
}
