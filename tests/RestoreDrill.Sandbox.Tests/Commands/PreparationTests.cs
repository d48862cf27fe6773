using System.Text.Json;
using Amazon.IdentityManagement.Model;
using Amazon.RDS.Model;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Commands;
using RestoreDrill.Sandbox.Tests.Iam;

namespace RestoreDrill.Sandbox.Tests.Commands;

/// <summary>What the repository's appsettings.json says of an emergency restore is there in a sandbox that <c>prepare</c> has prepared.</summary>
public sealed class PreparationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_configuration_names_for_an_emergency_restore_is_there_and_a_second_preparation_changes_nothing()
    {
        await using var sandbox = await SandboxHost.StartAsync(new SandboxOptions(), Ct);
        await PrepareAsync(sandbox);
        await PrepareAsync(sandbox);

        using var configuration = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Root(), "appsettings.json"), Ct));
        var restore = configuration.RootElement.GetProperty("RestoreDrill").GetProperty("Restore");
        string Written(string key) => restore.GetProperty(key).GetString()!.Replace("{family}", RunningSandbox.Family, StringComparison.Ordinal);

        using var rds = sandbox.Rds(sandbox.CredentialsOf(Account.Vault));
        using var iam = IamSandbox.Client(sandbox.BaseAddress, sandbox.CredentialsOf(Account.Vault));
        await rds.DescribeDBSubnetGroupsAsync(new DescribeDBSubnetGroupsRequest { DBSubnetGroupName = Written("SubnetGroup") }, Ct);
        var group = (await rds.DescribeDBParameterGroupsAsync(new DescribeDBParameterGroupsRequest { DBParameterGroupName = Written("ParameterGroup") }, Ct)).DBParameterGroups[0];
        var role = (await iam.GetRoleAsync(new GetRoleRequest { RoleName = Written("RoleArn").Split('/')[^1] }, Ct)).Role;

        Assert.Equal(RunningSandbox.Family, group.DBParameterGroupFamily);
        Assert.Equal(Written("RoleArn"), role.Arn);
        var policy = Uri.UnescapeDataString(
            (await iam.GetRolePolicyAsync(new GetRolePolicyRequest { RoleName = role.RoleName, PolicyName = $"{role.RoleName}-demo" }, Ct)).PolicyDocument);
        Assert.Contains($":subgrp:{Written("SubnetGroup")}\"", policy, StringComparison.Ordinal);
        Assert.Contains($":pg:{restore.GetProperty("ParameterGroup").GetString()!.Replace("{family}", "*", StringComparison.Ordinal)}\"", policy, StringComparison.Ordinal);
    }

    private static async Task PrepareAsync(SandboxHost sandbox)
    {
        await using var output = new StringWriter();
        var parsed = PrepareCommand.Create().Parse(["--state", Path.GetDirectoryName(sandbox.CredentialsFile)!, "--endpoint", sandbox.BaseAddress.AbsoluteUri, "--size", "small"]);
        (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error) = (output, output);
        Assert.True(await parsed.InvokeAsync(cancellationToken: Ct) == 0, output.ToString());
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "RestoreDrill.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("RestoreDrill.sln is in no folder above the tests.");
    }
}
