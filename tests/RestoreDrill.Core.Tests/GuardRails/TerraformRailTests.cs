using RestoreDrill.Core.GuardRails;
using RestoreDrill.Core.GuardRails.Rules;
using RestoreDrill.Core.Terraform;

namespace RestoreDrill.Core.Tests.GuardRails;

/// <summary>The guard rails about Terraform's states and the bucket they lie in.</summary>
public sealed class TerraformRailTests
{
    private const string Holding =
        """{"version":4,"terraform_version":"1.9.0","serial":1,"lineage":"l","outputs":{},"resources":[{"mode":"managed","type":"aws_kms_key","name":"k","instances":[{"attributes":{"arn":"arn:aws:kms:eu-west-1:222222222222:key/1"}}]}]}""";

    private readonly MemoryStates _states = new();

    [Fact]
    public async Task State_that_holds_something_of_the_vault_is_broken_and_names_it()
    {
        _states.Files["prod.tfstate"] = Holding;

        Assert.Equal(
            (GuardRailState.Broken, "prod.tfstate: aws_kms_key.k arn arn:aws:kms:eu-west-1:222222222222:key/1"), await AskAsync("prod.tfstate"));
    }

    [Fact]
    public async Task State_that_cannot_be_read_is_not_checkable()
    {
        Assert.Equal((GuardRailState.NotCheckable, "gone.tfstate: there is no file gone.tfstate"), await AskAsync("prod.tfstate", "gone.tfstate"));

        _states.Files["gone.tfstate"] = """{"version":99}""";
        Assert.Equal(GuardRailState.NotCheckable, (await AskAsync("prod.tfstate", "gone.tfstate")).State);
    }

    [Fact]
    public async Task State_that_cannot_be_read_does_not_hide_one_that_holds_something()
    {
        _states.Files["prod.tfstate"] = Holding;

        Assert.Equal(
            (GuardRailState.Broken, "prod.tfstate: aws_kms_key.k arn arn:aws:kms:eu-west-1:222222222222:key/1; not judged: gone.tfstate: there is no file gone.tfstate"),
            await AskAsync("gone.tfstate", "prod.tfstate"));
    }

    [Fact]
    public async Task Bucket_that_is_not_there_is_broken_and_one_that_is_looked_at_in_part_is_not_checkable()
    {
        _states.Bucket = null;
        Assert.Equal((GuardRailState.Broken, "there is no bucket acme-state (RestoreDrill:Terraform:StateBucket)"), await AskBucketAsync());

        _states.Bucket = new() { HasVersions = true, BlocksPublicAccess = true, NotCheckable = ["s3:GetBucketPolicyStatus was refused"] };
        Assert.Equal((GuardRailState.NotCheckable, "s3:GetBucketPolicyStatus was refused"), await AskBucketAsync());

        _states.Bucket = new() { HasVersions = true, BlocksPublicAccess = false, IsPublic = true };
        Assert.Equal((GuardRailState.Broken, "bucket acme-state does not block public access in all four ways; bucket acme-state has a public policy"), await AskBucketAsync());
    }

    private async Task<(GuardRailState State, string Found)> AskAsync(params string[] states)
    {
        var options = new GuardOptions
        {
            SourceAccount = Sample.SourceAccount, SourceRegion = "eu-west-1", VaultAccount = Sample.VaultAccount, Instances = [], Terraform = new TerraformOptions { States = states },
        };
        var answer = await new TerraformStatesRule(options, _states, TimeProvider.System).AskAsync(TestContext.Current.CancellationToken);
        return (answer.State, answer.Found);
    }

    private async Task<(GuardRailState State, string Found)> AskBucketAsync()
    {
        var answer = await new StateBucketRule("acme-state", _states).AskAsync(TestContext.Current.CancellationToken);
        return (answer.State, answer.Found);
    }
}
