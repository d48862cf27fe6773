namespace RestoreDrill.Core.Terraform;

/// <summary>Collects the ids that AWS can be asked about; keeps so many.</summary>
internal sealed class IdCollector(Protection protection)
{
    /// <summary>The most ids that are kept, protected ones apart: each is a call to AWS.</summary>
    public const int Most = 200;

    private readonly Dictionary<(StateIdKind Kind, string Id), StateId> _ids = [];
    private readonly HashSet<string> _elsewhere = new(StringComparer.Ordinal);
    private int _others;

    public IReadOnlyList<StateId> Ids => [.. _ids.Values.OrderByDescending(static id => id.IsProtected).ThenBy(static id => id.Kind)];

    /// <summary>How many are of another account or region, where the source's role is not asked.</summary>
    public int Elsewhere => _elsewhere.Count;

    /// <summary>How many were not kept.</summary>
    public int LeftOut { get; private set; }

    public void Visit(ResourceName name, AttributeSet attributes, ProtectedThing? thing)
    {
        if (!name.IsManaged || !attributes.IsThere || IdOf(name, attributes) is not { } id)
        {
            return;
        }

        id = id with { IsProtected = name.Type is "aws_db_instance" or "aws_rds_cluster_instance" && thing is { IsConfigured: true } };
        var key = (id.Kind, id.Id);
        if (_ids.TryGetValue(key, out var known))
        {
            // Two resource ids for one name: the later one is kept beside the first, so that both are asked about.
            if (known.ResourceId is null || id.ResourceId is null || known.ResourceId == id.ResourceId)
            {
                _ids[key] = known.ResourceId is null ? id : known;
                return;
            }

            key = (id.Kind, $"{id.Id}\n{id.ResourceId}");
        }

        if (!id.IsProtected && _others >= Most)
        {
            LeftOut++;
            return;
        }

        if (_ids.TryAdd(key, id) && !id.IsProtected)
        {
            _others++;
        }
    }

    private StateId? IdOf(ResourceName name, AttributeSet attributes)
    {
        var (kind, id, arn) = name.Type switch
        {
            "aws_db_instance" or "aws_rds_cluster_instance" => (StateIdKind.Instance, attributes.Text("identifier"), attributes.Text("arn")),
            "aws_db_snapshot" => (StateIdKind.Snapshot, attributes.Text("db_snapshot_identifier"), attributes.Text("db_snapshot_arn")),
            "aws_db_snapshot_copy" => (StateIdKind.Snapshot, attributes.Text("target_db_snapshot_identifier"), attributes.Text("db_snapshot_arn")),
            "aws_kms_key" or "aws_kms_external_key" or "aws_kms_replica_key" or "aws_kms_replica_external_key" => (StateIdKind.Key, attributes.Text("arn"), attributes.Text("arn")),
            "aws_backup_vault" => (StateIdKind.Vault, attributes.Text("name"), attributes.Text("arn")),
            _ => default,
        };
        if (id is null)
        {
            return null;
        }

        if (protection.IsElsewhere(Arn.Parse(arn)))
        {
            CountElsewhere(arn!);
            return null;
        }

        var resourceId = kind == StateIdKind.Instance ? attributes.Text("resource_id") ?? attributes.Text("dbi_resource_id") : null;

        // RDS keeps identifiers in lower case.
        return new StateId(kind, Printable.Of(name.Address), kind is StateIdKind.Instance or StateIdKind.Snapshot ? id.ToLowerInvariant() : id, resourceId, IsProtected: false);
    }

    private void CountElsewhere(string arn)
    {
        if (_elsewhere.Count < Most)
        {
            _elsewhere.Add(arn);
        }
        else if (!_elsewhere.Contains(arn))
        {
            LeftOut++;
        }
    }
}
