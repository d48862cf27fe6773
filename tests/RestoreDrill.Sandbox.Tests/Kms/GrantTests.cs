using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.Tests.Kms;

[Collection(nameof(SharedSandbox))]
public sealed class GrantTests(RunningSandbox sandbox)
{
    private const string Root = "arn:aws:iam::222222222222:root";
    private const string Drill = "arn:aws:iam::222222222222:role/restoredrill-drill";
    private readonly Keys keys = new(sandbox);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Grant_is_listed_as_it_was_made_and_gone_once_revoked()
    {
        var key = await Keys.CreateAsync(keys.Vault);
        var made = await keys.Vault.CreateGrantAsync(new CreateGrantRequest
        {
            KeyId = key.KeyId,
            GranteePrincipal = Drill,
            RetiringPrincipal = Root,
            Operations = ["Decrypt", "DescribeKey"],
            Name = "mine",
            Constraints = new GrantConstraints { EncryptionContextSubset = new() { ["aws:rds:db-id"] = "db-X" } },
        }, Ct);
        Assert.Equal(64, made.GrantId.Length);
        var grant = Assert.Single(await Keys.GrantsAsync(keys.Vault, key.Arn));
        Assert.Equal(
            (key.Arn, made.GrantId, "mine", Drill, Root, Root),
            (grant.KeyId, grant.GrantId, grant.Name, grant.GranteePrincipal, grant.RetiringPrincipal, grant.IssuingAccount));
        Assert.Equal(["Decrypt", "DescribeKey"], grant.Operations);
        Assert.Equal("db-X", grant.Constraints.EncryptionContextSubset["aws:rds:db-id"]);

        await RevokeAsync(key.KeyId, made.GrantId);
        Assert.Empty(await Keys.GrantsAsync(keys.Vault, key.KeyId));
        await KeyTests.RefusedAsync<InvalidGrantIdException>(() => RevokeAsync(key.KeyId, made.GrantId), "InvalidGrantIdException", made.GrantId);
    }

    [Fact]
    public async Task Grants_are_found_by_id_and_grantee()
    {
        var key = (await Keys.CreateAsync(keys.Vault)).KeyId;
        var first = await CreateAsync(key, Drill, "Decrypt");
        var second = await CreateAsync(key, Root, "Decrypt");
        Assert.Equal(first.GrantId, Assert.Single((await keys.Vault.ListGrantsAsync(new ListGrantsRequest { KeyId = key, GranteePrincipal = Drill }, Ct)).Grants).GrantId);
        Assert.Equal(second.GrantId, Assert.Single((await keys.Vault.ListGrantsAsync(new ListGrantsRequest { KeyId = key, GrantId = second.GrantId }, Ct)).Grants).GrantId);
        await KeyTests.RefusedAsync<InvalidGrantIdException>(
            () => keys.Vault.ListGrantsAsync(new ListGrantsRequest { KeyId = key, GrantId = "none" }, Ct), "InvalidGrantIdException", "none");
    }

    [Fact]
    public async Task Same_request_of_the_same_name_is_the_same_grant()
    {
        var key = (await Keys.CreateAsync(keys.Vault)).KeyId;
        var request = new CreateGrantRequest { KeyId = key, GranteePrincipal = Drill, Operations = ["Decrypt"], Name = "once" };
        var first = await keys.Vault.CreateGrantAsync(request, Ct);
        Assert.Equal(first.GrantId, (await keys.Vault.CreateGrantAsync(request, Ct)).GrantId);
        request.Operations = ["Encrypt"];
        Assert.NotEqual(first.GrantId, (await keys.Vault.CreateGrantAsync(request, Ct)).GrantId);
        Assert.NotEqual((await CreateAsync(key, Drill, "Decrypt")).GrantId, (await CreateAsync(key, Drill, "Decrypt")).GrantId);
    }

    [Fact]
    public async Task Grantee_may_do_what_the_grant_gives_and_nothing_else()
    {
        var key = (await Keys.CreateAsync(keys.Vault)).Arn;
        using var drill = sandbox.Kms(await sandbox.AssumeAsync("restoredrill-drill", Account.Vault));
        Task Pass() => drill.CreateGrantAsync(new CreateGrantRequest { KeyId = key, GranteePrincipal = Root, Operations = ["CreateGrant"] }, Ct);
        Assert.Equal("AccessDeniedException", await RunningSandbox.ErrorAsync(Pass));
        var grant = await CreateAsync(key, Drill, "CreateGrant");
        await Pass();
        Assert.Equal("AccessDeniedException", await RunningSandbox.ErrorAsync(() => drill.DisableKeyAsync(new DisableKeyRequest { KeyId = key }, Ct)));
        await RevokeAsync(key, grant.GrantId);
        Assert.Equal("AccessDeniedException", await RunningSandbox.ErrorAsync(Pass));
    }

    [Fact]
    public async Task Grant_does_not_beat_a_denial()
    {
        var key = (await Keys.CreateAsync(keys.Vault, """
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Principal":{"AWS":"222222222222"},"Action":"kms:*","Resource":"*"},
              {"Effect":"Deny","Principal":{"AWS":"arn:aws:iam::222222222222:role/restoredrill-drill"},"Action":"kms:DescribeKey","Resource":"*"}]}
            """)).Arn;
        await CreateAsync(key, Drill, "DescribeKey");
        using var drill = sandbox.Kms(await sandbox.AssumeAsync("restoredrill-drill", Account.Vault));
        await KeyTests.RefusedAsync<AmazonKeyManagementServiceException>(
            () => drill.DescribeKeyAsync(new DescribeKeyRequest { KeyId = key }, Ct), "AccessDeniedException", "with an explicit deny in a resource-based policy");
    }

    [Fact]
    public async Task Grant_is_retired_by_its_retiring_principal_by_token_and_by_nobody_without_permission()
    {
        var key = (await Keys.CreateAsync(keys.Vault)).Arn;
        using var drill = sandbox.Kms(await sandbox.AssumeAsync("restoredrill-drill", Account.Vault));
        var foreign = await CreateAsync(key, Drill, "DescribeKey");
        Assert.Equal("AccessDeniedException", await RunningSandbox.ErrorAsync(() => drill.RetireGrantAsync(new RetireGrantRequest { GrantToken = foreign.GrantToken }, Ct)));

        var own = await keys.Vault.CreateGrantAsync(
            new CreateGrantRequest { KeyId = key, GranteePrincipal = Root, RetiringPrincipal = Drill, Operations = ["Decrypt"] }, Ct);
        await drill.RetireGrantAsync(new RetireGrantRequest { GrantToken = own.GrantToken }, Ct);
        var asGrantee = await CreateAsync(key, Drill, "RetireGrant");
        await drill.RetireGrantAsync(new RetireGrantRequest { KeyId = key, GrantId = asGrantee.GrantId }, Ct);
        Assert.Equal(foreign.GrantId, Assert.Single(await Keys.GrantsAsync(keys.Vault, key)).GrantId);

        await KeyTests.RefusedAsync<InvalidGrantTokenException>(
            () => keys.Vault.RetireGrantAsync(new RetireGrantRequest { GrantToken = own.GrantToken }, Ct), "InvalidGrantTokenException", "token");
        await KeyTests.RefusedAsync<AmazonKeyManagementServiceException>(
            () => keys.Vault.RetireGrantAsync(new RetireGrantRequest { KeyId = key }, Ct), "ValidationException", "Grant token OR (grant ID, key ID) must be specified");
    }

    [Fact]
    public async Task Dry_run_says_what_would_be_and_does_nothing()
    {
        var key = (await Keys.CreateAsync(keys.Vault)).KeyId;
        const string text = "The request would have succeeded, but the DryRun option is set.";
        var request = new CreateGrantRequest { KeyId = key, GranteePrincipal = Drill, Operations = ["Decrypt"], DryRun = true };
        await KeyTests.RefusedAsync<DryRunOperationException>(() => keys.Vault.CreateGrantAsync(request, Ct), "DryRunOperationException", text);
        Assert.Empty(await Keys.GrantsAsync(keys.Vault, key));
        var made = await CreateAsync(key, Drill, "Decrypt");
        await KeyTests.RefusedAsync<DryRunOperationException>(
            () => keys.Vault.RevokeGrantAsync(new RevokeGrantRequest { KeyId = key, GrantId = made.GrantId, DryRun = true }, Ct), "DryRunOperationException", text);
        Assert.Single(await Keys.GrantsAsync(keys.Vault, key));
    }

    [Fact]
    public async Task Grant_that_cannot_be_is_refused()
    {
        var key = await Keys.CreateAsync(keys.Vault);
        const string nobody = "arn:aws:iam::222222222222:role/not-there";
        await KeyTests.RefusedAsync<InvalidArnException>(
            () => CreateAsync(key.KeyId, nobody, "Decrypt"), "InvalidArnException", $"ARN does not refer to a valid principal: {nobody}");
        await KeyTests.RefusedAsync<AmazonKeyManagementServiceException>(() => CreateAsync(key.KeyId, Drill, "Sign"), "ValidationException", "Sign");
        await keys.Vault.DisableKeyAsync(new DisableKeyRequest { KeyId = key.KeyId }, Ct);
        await KeyTests.RefusedAsync<DisabledException>(() => CreateAsync(key.KeyId, Drill, "Decrypt"), "DisabledException", $"{key.Arn} is disabled.");
    }

    [Fact]
    public async Task Grant_can_be_denied_unless_an_AWS_service_asks_for_it()
    {
        var key = (await Keys.CreateAsync(keys.Vault, """
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Principal":{"AWS":"222222222222"},"Action":"kms:*","Resource":"*"},
              {"Effect":"Deny","Principal":"*","Action":["kms:CreateGrant","kms:RevokeGrant"],"Resource":"*","Condition":{"Bool":{"kms:GrantIsForAWSResource":"false"}}}]}
            """)).Arn;
        Assert.Equal("AccessDeniedException", await RunningSandbox.ErrorAsync(() => CreateAsync(key, Drill, "Decrypt")));
        await sandbox.CopyIntoVaultAsync("under-a-grant");
        await sandbox.Vault.CopyDBSnapshotAsync(new Amazon.RDS.Model.CopyDBSnapshotRequest
        {
            SourceDBSnapshotIdentifier = "under-a-grant", TargetDBSnapshotIdentifier = "under-a-grant-2", KmsKeyId = key,
        }, Ct);
        await RunningSandbox.SnapshotAsync(sandbox.Vault, "under-a-grant-2", "available");
    }

    private Task<CreateGrantResponse> CreateAsync(string key, string grantee, string operation) =>
        keys.Vault.CreateGrantAsync(new CreateGrantRequest { KeyId = key, GranteePrincipal = grantee, Operations = [operation] }, Ct);

    private Task<RevokeGrantResponse> RevokeAsync(string key, string grant) =>
        keys.Vault.RevokeGrantAsync(new RevokeGrantRequest { KeyId = key, GrantId = grant }, Ct);
}
