using RestoreDrill.Core.Terraform;

namespace RestoreDrill.Host.Configuration;

/// <summary>
/// Reads what <c>terraform-guard</c> needs: <c>Source:AccountId</c> and <c>Region</c>, <c>Vault:AccountId</c>, <c>Facts:Bucket</c>, <c>Name</c> and <c>Instance</c> of each database, and
/// <c>Terraform</c>. All else may be missing: a pipeline has neither the store nor the files of the machine that drills.
/// </summary>
internal static class GuardSections
{
    private static readonly string[] OfOtherVerbs = ["Store", "Backup", "Scratch", "Restore", "Timing", "Reading", "SelfTest", "Budgets", "Service", "Isolation"];

    public static GuardConfigured? Read(Section root, string file)
    {
        root.Text("Installation");
        root.Text("Route");
        foreach (var other in OfOtherVerbs)
        {
            root.Child(other);
        }

        var source = root.Child("Source");
        var account = source.RequiredText("AccountId", Forms.AccountId(), "the twelve digits of the account, in quotes");
        var region = source.RequiredText("Region", Forms.Region(), "a region such as eu-west-1");
        var vault = root.Child("Vault").RequiredText("AccountId", Forms.AccountId(), "the twelve digits of the account, in quotes");
        var bucket = root.Child("Facts").Text("Bucket");
        AccountsApart.Check(root, account, vault);
        var databases = ReadDatabases(root);
        var terraform = TerraformSection.Read(root.Child("Terraform"));
        root.RejectUnknown();
        if (root.Findings.Problems.Count > 0)
        {
            return null;
        }

        var (access, whyNot) = ReadAccess(source);
        return new GuardConfigured
        {
            File = file,
            Options = new GuardOptions { SourceAccount = account!, SourceRegion = region!, VaultAccount = vault!, VaultBucket = bucket, Instances = databases, Terraform = terraform },
            Source = access,
            WhyNoSource = whyNot,
        };
    }

    private static List<GuardedInstance> ReadDatabases(Section root)
    {
        var databases = new List<GuardedInstance>();
        var sections = root.Sections("Databases");
        if (sections.Count == 0)
        {
            root.Findings.Add(root.KeyPath("Databases"), "lists no database; write at least one { \"Name\": ..., \"Instance\": ... }");
        }

        foreach (var section in sections)
        {
            var name = section.RequiredText("Name", Forms.Name(), "1 to 40 letters, digits, - and _, for example courses");
            var instance = section.RequiredText("Instance", Forms.InstanceIdentifier(), "the DB instance identifier in the source account, for example courses-prod");
            databases.Add(new GuardedInstance(name ?? "", instance ?? ""));
        }

        return databases;
    }

    /// <summary>The source role. What is wrong with it keeps AWS from being asked, not the document from being judged.</summary>
    private static (RoleAccess? Access, string? WhyNot) ReadAccess(Section section)
    {
        if (!section.Has("RoleArn"))
        {
            return (null, $"{section.KeyPath("RoleArn")} is not configured");
        }

        var findings = new Findings();
        var source = SourceSection.Read(section.Apart(findings));
        return findings.Problems.Count == 0
            ? (source.Access, null)
            : (null, string.Join("; ", findings.Problems.Select(static problem => $"{problem.Key} {problem.Message}")));
    }
}
