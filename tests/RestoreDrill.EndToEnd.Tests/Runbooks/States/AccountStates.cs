using System.Text.Json.Nodes;
using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using RestoreDrill.EndToEnd.Tests.Setting;

namespace RestoreDrill.EndToEnd.Tests.Runbooks.States;

/// <summary>How the accounts are, and what RestoreDrill still has of its own.</summary>
internal static class AccountStates
{
    private const string Harmless = """{"format_version":"1.2","terraform_version":"1.9.5","complete":true,"errored":false,"applyable":true,"resource_changes":[]}""";

    /// <summary>New accounts with a production; there is a configuration, and a PostgreSQL without any table of ours.</summary>
    public static async Task BareAsync(RunbookSite site)
    {
        using var kms = new AmazonKeyManagementServiceClient(
            site.Workbench.Sandbox.CredentialsOf("source"),
            new AmazonKeyManagementServiceConfig { ServiceURL = site.Workbench.Sandbox.Address.ToString(), AuthenticationRegion = Workbench.Region });
        var key = await kms.CreateKeyAsync(new CreateKeyRequest { Description = "production" });
        await kms.CreateAliasAsync(new CreateAliasRequest { AliasName = "alias/restoredrill", TargetKeyId = key.KeyMetadata.KeyId });
        await site.MakeProductionAsync();
        await site.UseEmptyStoreAsync();
        site.Workbench.CopyByBackup();
        site.Set("vault account", "222222222222");
        site.Set("vault", "restoredrill-copies");
    }

    /// <summary>Somebody with the management account's credentials took the service control policy off.</summary>
    public static async Task BreakGuardRailAsync(RunbookSite site)
    {
        using var organisation = new IsolatedOrganisation(site.Workbench.Sandbox);
        await organisation.DetachAsync();
        site.Set("vault account", "222222222222");
    }

    /// <summary>Host and PostgreSQL of the service are gone; a new, empty PostgreSQL is there.</summary>
    public static async Task LoseStoreAsync(RunbookSite site)
    {
        site.Set("copy", await site.NewestCopyAsync());
        await site.UseEmptyStoreAsync();
    }

    /// <summary>The plan of a <c>terraform destroy</c>.</summary>
    public static async Task PlanDestroyAsync(RunbookSite site)
    {
        var plan = JsonNode.Parse(Harmless)!;
        plan["resource_changes"]!.AsArray().Add(JsonNode.Parse(
            """
            {"address":"aws_db_instance.courses","mode":"managed","type":"aws_db_instance","name":"courses","provider_name":"registry.terraform.io/hashicorp/aws",
             "change":{"actions":["delete"],"before":{"identifier":"courses-prod","id":"db-1","deletion_protection":true},"after":null,"after_unknown":{}}}
            """));
        await WritePlanAsync(site, plan.ToJsonString());
    }

    public static Task MendPlanAsync(RunbookSite site) => WritePlanAsync(site, Harmless);

    private static Task WritePlanAsync(RunbookSite site, string plan) => File.WriteAllTextAsync(Path.Combine(site.Workbench.WorkingDirectory, "plan.json"), plan);
}
