using System.Text.Json;

namespace RestoreDrill.Core.Terraform;

/// <summary>Judges a document while it is read.</summary>
internal sealed class GuardJudge : ITerraformVisitor
{
    private readonly GuardOptions _options;
    private readonly Judgement _judgement;
    private readonly Protection _protection;
    private readonly VaultAccountRule _vault;
    private readonly ProviderRule _providers;
    private readonly IdCollector _ids;
    private readonly ChangeRules _changes;
    private readonly List<StateId> _creations = [];
    private readonly HashSet<string> _mustBeAccounted = new(StringComparer.Ordinal);
    private readonly HashSet<GuardedInstance> _seen = [];
    private readonly HashSet<string> _accounted = new(StringComparer.Ordinal);
    private GuardCounts _counts = new();
    private int _before;
    private int _inState;

    public GuardJudge(GuardOptions options)
    {
        _options = options;
        _judgement = new Judgement(options);
        _protection = new Protection(options);
        _vault = new VaultAccountRule(options.VaultAccount, options.VaultBucket);
        _providers = new ProviderRule(_vault, _judgement);
        _ids = new IdCollector(_protection);
        _changes = new ChangeRules(_judgement);
    }

    public void Visit(PlannedChange change)
    {
        var thing = _protection.Of(change.Name, change.PreviousAddress, change.Before, change.After);
        See(change.Name, change.Before);
        See(change.Name, change.After);
        RefuseVault(change.Name, change.Entry, ("before", change.Before.Values), ("after", change.After.Values));
        if (change.List == ChangeList.Drift)
        {
            _changes.JudgeDrift(change, thing);
            return;
        }

        Count(change);
        _ids.Visit(change.Name, change.Before, thing);
        if (thing is not null)
        {
            _accounted.UnionWith(change.PreviousAddress is { } previous ? [change.Name.Address, previous] : [change.Name.Address]);
        }

        _changes.Judge(change, thing);
        if (change is { Kind: ChangeKind.Create, IsImport: false } && _protection.InstanceOf(change.Name.Type, change.After) is { } lost)
        {
            _creations.Add(new StateId(StateIdKind.Instance, Printable.Of(change.Name.Address), lost.Instance.ToLowerInvariant(), lost.ResourceId, IsProtected: true));
        }
    }

    public void Visit(StateObject found)
    {
        var thing = _protection.Of(found.Name, null, found.Attributes);
        See(found.Name, found.Attributes);
        _inState += found.Name.IsManaged ? 1 : 0;
        RefuseVault(found.Name, found.Entry, ("", found.Attributes.Values));
        _ids.Visit(found.Name, found.Attributes, thing);
        if (thing is null)
        {
            return;
        }

        if (found.IsPriorState)
        {
            _mustBeAccounted.Add(found.Name.Address);
        }
        else
        {
            StateRules.Judge(found, thing, _judgement);
        }
    }

    public void VisitProvider(string key, JsonElement configuration) => _providers.Visit(key, configuration);

    public void VisitVariable(string name, JsonElement variable) => _providers.VisitVariable(name, variable);

    public void VisitAction(string address) => _judgement.Note(address, "Not judged: an action of a provider, which may do anything that its credentials allow.");

    /// <summary>What was found, once all is read.</summary>
    /// <param name="subject">What the document says of itself.</param>
    /// <param name="failure">Why it could not be read to its end; null where it was.</param>
    public GuardReading Conclude(TerraformSubject subject, TerraformDocumentException? failure)
    {
        _counts = _counts with { Existing = _inState > 0 ? _inState : _before };
        _providers.Conclude();
        if (failure is not null)
        {
            _judgement.Refuse(new GuardRefusal(failure.Rule, null, null, null, null, failure.Message));
        }
        else if (subject.Kind == TerraformDocumentKind.Plan)
        {
            PlanRules.Judge(subject, _counts, _options.Terraform, _judgement);
            foreach (var address in _mustBeAccounted.Where(address => !_accounted.Contains(address)))
            {
                _judgement.Refuse(new GuardRefusal(
                    GuardRules.Unaccounted, address, null, "there", "not said",
                    "It is in the prior state, and the plan does not say what becomes of it: a plan with -target or -refresh-only, or one that was cut. Make a whole plan."));
            }
        }

        if (failure is null && _seen.Count == 0)
        {
            var names = string.Join(", ", _options.Instances.Select(static one => $"{one.Name} (instance {one.Instance})"));
            _judgement.Note(null, $"No protected database is in this document: {names} of account {_options.SourceAccount} in {_options.SourceRegion}. If one should be, account, region or instance are wrong in the configuration, and it is not protected by it.");
        }

        return new GuardReading
        {
            Subject = subject,
            Counts = _counts,
            Refusals = _judgement.Refusals,
            RefusalsLeftOut = _judgement.RefusalsLeftOut,
            Notes = _judgement.Notes,
            NotesLeftOut = _judgement.NotesLeftOut,
            Ids = _ids.Ids,
            IdsLeftOut = _ids.LeftOut,
            IdsElsewhere = _ids.Elsewhere,
            Creations = _creations,
        };
    }

    private void See(ResourceName name, AttributeSet attributes)
    {
        if (_protection.InstanceOf(name.Type, attributes) is { } instance)
        {
            _seen.Add(instance);
        }
    }

    private void Count(PlannedChange change)
    {
        if (!change.Name.IsManaged)
        {
            return;
        }

        _before += change.Before.IsThere ? 1 : 0;
        _counts = change.Kind switch
        {
            ChangeKind.Create => _counts with { Created = _counts.Created + 1 },
            ChangeKind.Update => _counts with { Updated = _counts.Updated + 1 },
            ChangeKind.Delete => _counts with { Deleted = _counts.Deleted + 1 },
            ChangeKind.Replace => _counts with { Replaced = _counts.Replaced + 1 },
            ChangeKind.Forget or ChangeKind.ReplaceByForgetting => _counts with { Forgotten = _counts.Forgotten + 1 },
            ChangeKind.NoOp => _counts with { Unchanged = _counts.Unchanged + 1 },
            _ => _counts,
        };
    }

    private void RefuseVault(ResourceName name, JsonElement entry, params ReadOnlySpan<(string When, JsonElement Values)> sets)
    {
        if (!_vault.MayBeNamed(entry))
        {
            return;
        }

        var change = Members.Find(entry, "change");
        foreach (var (when, values) in (ReadOnlySpan<(string, JsonElement)>)
            [.. sets, ("", Members.Find(entry, "identity")), ("before", Members.Find(change, "before_identity")), ("after", Members.Find(change, "after_identity")), ("after", Members.Find(change, "importing"))])
        {
            if (_vault.Find(name.Type, values) is { } found)
            {
                var (before, after) = when == "after" ? (null, found.Value) : (found.Value, (string?)null);
                _judgement.RefuseUnlessExempt(name, new GuardRefusal(
                    GuardRules.VaultAccount, null, found.Attribute, before, after, "It is of the vault account: nothing that a pipeline can destroy may hold any of it."));
                return;
            }
        }
    }
}
