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

    [Fact]
    public async Task Told_to_restore_into_the_source_account_it_makes_the_groups_there_and_says_what_to_write_of_what_is_there()
    {
        await using var sandbox = await SandboxHost.StartAsync(new SandboxOptions { RestoreInto = Account.Source }, Ct);

        var said = await PrepareAsync(sandbox, "--restore-into", "source");

        using var account = JsonDocument.Parse(said[(said.IndexOf("\"Account\": ", StringComparison.Ordinal) + "\"Account\": ".Length)..]);
        string Written(string key) => account.RootElement.GetProperty(key).GetString()!;
        Assert.Equal(Account.Source.Id, Written("AccountId"));
        using var rds = sandbox.Rds(sandbox.CredentialsOf(Account.Source));
        await rds.DescribeDBSubnetGroupsAsync(new DescribeDBSubnetGroupsRequest { DBSubnetGroupName = "restoredrill-restored" }, Ct);
        foreach (var group in new[] { "restoredrill-", "courses-" })
        {
            await rds.DescribeDBParameterGroupsAsync(new DescribeDBParameterGroupsRequest { DBParameterGroupName = group + RunningSandbox.Family }, Ct);
        }

        using var source = IamSandbox.Client(sandbox.BaseAddress, sandbox.CredentialsOf(Account.Source));
        using var vault = IamSandbox.Client(sandbox.BaseAddress, sandbox.CredentialsOf(Account.Vault));
        Assert.Equal(Written("RoleArn"), (await source.GetRoleAsync(new GetRoleRequest { RoleName = "restoredrill-restore-target" }, Ct)).Role.Arn);
        Assert.Equal(Written("CopyRoleArn"), (await vault.GetRoleAsync(new GetRoleRequest { RoleName = "restoredrill-backup-service" }, Ct)).Role.Arn);
        var policy = Uri.UnescapeDataString(
            (await vault.GetRolePolicyAsync(new GetRolePolicyRequest { RoleName = "restoredrill-restore", PolicyName = "restoredrill-restore-demo" }, Ct)).PolicyDocument);
        Assert.Contains($"arn:aws:backup:eu-west-1:{Written("AccountId")}:backup-vault:{Written("BackupVault")}\"", policy, StringComparison.Ordinal);
        Assert.Contains(Written("RoleArn"), policy, StringComparison.Ordinal);
    }

    private static async Task<string> PrepareAsync(SandboxHost sandbox, params string[] more)
    {
        await using var output = new StringWriter();
        var parsed = PrepareCommand.Create().Parse(["--state", Path.GetDirectoryName(sandbox.CredentialsFile)!, "--endpoint", sandbox.BaseAddress.AbsoluteUri, "--size", "small", .. more]);
        (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error) = (output, output);
        Assert.True(await parsed.InvokeAsync(cancellationToken: Ct) == 0, output.ToString());
        return output.ToString();
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
