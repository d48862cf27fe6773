using RestoreDrill.Core.Protection;

namespace RestoreDrill.Host.Configuration;

/// <summary><c>Scratch</c>: what scratch instances are restored with.</summary>
internal static class ScratchSection
{
    public static ScratchOptions? Read(Section section)
    {
        var instanceClass = section.RequiredText("InstanceClass", Forms.InstanceClass(), "an instance class such as db.t3.medium");
        var subnetGroup = section.RequiredText("SubnetGroup", Forms.SubnetGroup(), "the name of a DB subnet group without a way out");
        var parameterGroup = section.RequiredText(
            "ParameterGroup", Forms.ParameterGroup(), "the name of RestoreDrill's own DB parameter group, {family} standing for the engine family: restoredrill-{family}");
        var securityGroups = SecurityGroupsKey.Read(section);
        string? rootCertificate = null;
        if (section.RequiredText("RootCertificate", "the PEM file of the authority that signs RDS's certificates") is { } file
            && section.Files.Read(section, "RootCertificate", file) is { } pem)
        {
            rootCertificate = section.Files.Resolve(file);
            if (!pem.Contains("-----BEGIN CERTIFICATE-----", StringComparison.Ordinal))
            {
                section.Findings.Add(section.KeyPath("RootCertificate"), $"{rootCertificate} holds no certificate in PEM form; write AWS's bundle, e.g. global-bundle.pem");
            }
        }

        section.RejectUnknown();
        return instanceClass is null || subnetGroup is null || parameterGroup is null || rootCertificate is null
            ? null
            : new ScratchOptions
            {
                InstanceClass = instanceClass,
                SubnetGroup = subnetGroup,
                SecurityGroups = securityGroups,
                ParameterGroup = parameterGroup,
                RootCertificate = rootCertificate,
            };
    }
}
