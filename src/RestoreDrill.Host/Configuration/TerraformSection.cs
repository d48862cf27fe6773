using RestoreDrill.Core.Terraform;

namespace RestoreDrill.Host.Configuration;

/// <summary><c>Terraform</c>: what <c>terraform-guard</c> lets through, and where states are. Every key may be left out.</summary>
internal static class TerraformSection
{
    public static TerraformOptions Read(Section section)
    {
        var unset = new TerraformOptions();
        var options = new TerraformOptions
        {
            MostDestroyed = section.Share("MostDestroyed") ?? unset.MostDestroyed,
            FewDestroyed = section.Whole("FewDestroyed", 0) ?? unset.FewDestroyed,
            Protect = Addresses(section, "Protect"),
            Exempt = Addresses(section, "Exempt"),
            States = States(section),
            StateBucket = StateBucket(section),
        };
        section.RejectUnknown();
        foreach (var everything in options.Exempt.Where(AddressPattern.IsEverything))
        {
            section.Findings.Refuse(section.KeyPath("Exempt"), $"'{everything}' may let anything through; write the address of what may go, with a module or a type of resource in full (module.sandbox, aws_kms_key.*)");
        }

        return options;
    }

    private static IReadOnlyList<string> States(Section section)
    {
        var states = section.Texts("States");
        foreach (var elsewhere in states.Where(static state => state.Contains("://", StringComparison.Ordinal)))
        {
            section.Findings.Add(section.KeyPath("States"), $"'{elsewhere}' is not a file of this machine; have a pipeline leave a copy here (`terraform state pull > prod.tfstate`) and name that");
        }

        return [.. states.Select(section.Files.Resolve)];
    }

    private static string? StateBucket(Section section)
    {
        var bucket = section.Text("StateBucket");
        if (bucket is null || Forms.AnyBucket().IsMatch(bucket))
        {
            return bucket;
        }

        section.Findings.Add(section.KeyPath("StateBucket"), $"'{bucket}' is not the name of a bucket; write it as in the backend's configuration, not an ARN, for example acme-terraform-state");
        return null;
    }

    private static IReadOnlyList<string> Addresses(Section section, string key)
    {
        var addresses = section.Texts(key);
        foreach (var address in addresses.Where(static address => address.Any(char.IsWhiteSpace) || address.StartsWith("arn:", StringComparison.Ordinal)))
        {
            section.Findings.Add(
                section.KeyPath(key), $"'{address}' is not a resource address; write one as Terraform prints it, for example module.db.aws_kms_key.rds, with * for any characters");
        }

        return addresses;
    }
}
