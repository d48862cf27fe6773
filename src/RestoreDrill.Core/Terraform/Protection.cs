namespace RestoreDrill.Core.Terraform;

/// <summary>What is protected, and why.</summary>
internal sealed class Protection(GuardOptions options)
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["aws_db_snapshot"] = "a snapshot",
        ["aws_db_snapshot_copy"] = "a copy of a snapshot",
        ["aws_db_cluster_snapshot"] = "a snapshot of a cluster",
        ["aws_rds_cluster_snapshot_copy"] = "a copy of a cluster's snapshot",
        ["aws_db_instance_automated_backups_replication"] = "the replication of automated backups",
        ["aws_rds_cluster"] = "a database cluster",
        ["aws_rds_cluster_instance"] = "a member of a database cluster",
        ["aws_rds_global_cluster"] = "a global database cluster",
        ["aws_backup_vault"] = "a backup vault",
        ["aws_backup_logically_air_gapped_vault"] = "a backup vault",
        ["aws_backup_vault_lock_configuration"] = "the lock of a backup vault",
        ["aws_backup_vault_policy"] = "the policy of a backup vault",
        ["aws_backup_plan"] = "a backup plan",
        ["aws_backup_selection"] = "a backup plan's selection",
        ["aws_backup_global_settings"] = "the account's settings of AWS Backup",
        ["aws_backup_region_settings"] = "the region's settings of AWS Backup",
        ["awscc_rds_db_instance"] = "a DB instance",
        ["awscc_rds_db_cluster"] = "a database cluster",
        ["awscc_backup_backup_vault"] = "a backup vault",
        ["awscc_backup_backup_plan"] = "a backup plan",
        ["awscc_kms_key"] = "a key",
        ["aws_cloudcontrolapi_resource"] = "a resource of Cloud Control, which may be anything",
        ["aws_cloudformation_stack"] = "a stack, which may hold anything",
        ["aws_cloudformation_stack_set"] = "a set of stacks, which may hold anything",
        ["aws_cloudformation_stack_set_instance"] = "a stack, which may hold anything",
        ["aws_cloudformation_stack_instances"] = "stacks, which may hold anything",
        ["awscc_cloudformation_stack"] = "a stack, which may hold anything",
        ["aws_kms_key"] = "a key",
        ["aws_kms_external_key"] = "a key",
        ["aws_kms_replica_key"] = "a key",
        ["aws_kms_replica_external_key"] = "a key",
        ["aws_kms_key_policy"] = "the policy of a key",
        ["aws_organizations_organization"] = "the organisation",
        ["aws_organizations_organizational_unit"] = "a unit of the organisation",
        ["aws_organizations_resource_policy"] = "the organisation's resource policy",
        ["aws_organizations_policy"] = "an organisation's policy",
        ["aws_organizations_policy_attachment"] = "the attachment of an organisation's policy",
    };

    /// <summary>Why the resource is protected; null where it is not.</summary>
    /// <param name="name">The resource.</param>
    /// <param name="previousAddress">The address it had before it was moved.</param>
    /// <param name="attributes">Its attributes, before and after: either is enough.</param>
    public ProtectedThing? Of(ResourceName name, string? previousAddress, params ReadOnlySpan<AttributeSet> attributes)
    {
        if (!name.IsManaged)
        {
            return null;
        }

        foreach (var set in attributes)
        {
            if (OfDatabase(name.Type, set) is { } database)
            {
                return database;
            }
        }

        if (options.Terraform.Protect.FirstOrDefault(pattern => Matches(pattern, name.Address) || Matches(pattern, previousAddress)) is { } named)
        {
            return new ProtectedThing($"protected by {named} of Protect", IsConfigured: true);
        }

        return Types.TryGetValue(name.Type, out var kind) ? new ProtectedThing(kind, IsConfigured: false) : null;
    }

    /// <summary>The configured database whose instance this is, if it is one.</summary>
    public GuardedInstance? InstanceOf(string type, AttributeSet attributes)
    {
        if (type is not ("aws_db_instance" or "aws_rds_cluster_instance") || !attributes.IsThere)
        {
            return null;
        }

        var arn = Arn.Parse(attributes.Text("arn"));
        var resourceId = attributes.Text("resource_id") ?? attributes.Text("dbi_resource_id");
        return options.Instances.FirstOrDefault(one =>
            (one.ResourceId is not null && one.ResourceId == resourceId)
            || (!IsElsewhere(arn) && (Same(one.Instance, attributes.Text("identifier")) || Same(one.Instance, attributes.Text("id")) || Same("db:" + one.Instance, arn?.Resource))));
    }

    /// <summary>Whether an ARN is of another account or region than the databases'; an absent one is not known to be.</summary>
    public bool IsElsewhere(Arn? arn) => arn is not null && (arn.Account != options.SourceAccount || arn.Region != options.SourceRegion);

    private static bool Matches(string pattern, string? address) => address is not null && AddressPattern.IsMatch(pattern, address);

    // RDS keeps identifiers in lower case.
    private static bool Same(string? left, string? right) => left is not null && string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private ProtectedThing? OfDatabase(string type, AttributeSet attributes)
    {
        if (InstanceOf(type, attributes) is { } instance)
        {
            return new ProtectedThing($"the protected database {instance.Name}", IsConfigured: true);
        }

        if (type == "aws_db_instance" && attributes.IsThere && OriginOf(attributes) is { } origin)
        {
            return new ProtectedThing($"a read replica of the protected database {origin.Name}", IsConfigured: true);
        }

        return type == "aws_db_instance" && attributes is { IsThere: true } && IsNameless(attributes)
            ? new ProtectedThing("an instance that does not say which it is, so that it may be a protected database", IsConfigured: true)
            : null;
    }

    /// <summary>The configured database of which this is a read replica.</summary>
    private GuardedInstance? OriginOf(AttributeSet attributes)
    {
        var origin = attributes.Text("replicate_source_db");
        var arn = Arn.Parse(origin);
        return origin is null || IsElsewhere(arn) ? null : options.Instances.FirstOrDefault(one => Same(one.Instance, origin) || Same("db:" + one.Instance, arn?.Resource));
    }

    private static bool IsNameless(AttributeSet attributes) =>
        attributes.Text("identifier") is null && attributes.Text("arn") is null && attributes.Text("id") is null && !attributes.Of("identifier").IsUnknown && attributes.Text("identifier_prefix") is null;
}
