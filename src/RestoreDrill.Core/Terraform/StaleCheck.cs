using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Copying;

namespace RestoreDrill.Core.Terraform;

/// <summary>
/// Holds the ids of a document against the source account: a state that names what AWS does not know, or knows under another DbiResourceId, is older than reality. The
/// first question that AWS refuses or leaves open ends it; what was not asked is said, and never counts as good.
/// </summary>
/// <param name="account">The source account; null where it is not to be asked.</param>
/// <param name="whyNot">Why it is not, where it is null.</param>
/// <param name="time">The clock.</param>
public sealed class StaleCheck(ISourceAccount? account, string? whyNot, TimeProvider time)
{
    /// <summary>How long one answer is waited for: a pipeline waits.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly List<GuardedInstance> _unknown = [];
    private string? _ended = account is null ? whyNot ?? "the source account is not configured" : null;

    /// <summary>Asks who answers, and for the resource ids of the protected databases: by those they are known under any name.</summary>
    /// <returns>The options, with the ids that AWS told.</returns>
    public async Task<GuardOptions> IdentifyAsync(GuardOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var identity = await AskAsync<AccountIdentity>(async token => await account!.IdentifyAsync(token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        if (identity is not null && identity.AccountId != options.SourceAccount)
        {
            _ended = $"the role is {identity.Arn}, in account {identity.AccountId}; configured is {options.SourceAccount} (RestoreDrill:Source:AccountId)";
        }

        var instances = new List<GuardedInstance>();
        foreach (var instance in options.Instances)
        {
            var found = await AskAsync(token => account!.FindInstanceAsync(instance.Instance.ToLowerInvariant(), token), cancellationToken).ConfigureAwait(false);
            instances.Add(instance with { ResourceId = found?.ResourceId });
            if (found is null && _ended is null)
            {
                _unknown.Add(instance);
            }
        }

        return options with { Instances = instances };
    }

    /// <summary>Asks about the ids of what was read.</summary>
    public async Task<StaleReport> CheckAsync(GuardReading reading, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var refusals = _unknown.Where(one => !reading.Creations.Any(creation => one.Instance.Equals(creation.Id, StringComparison.OrdinalIgnoreCase))).Select(Missing).ToList();
        foreach (var creation in reading.Creations)
        {
            await CheckCreationAsync(creation, refusals, cancellationToken).ConfigureAwait(false);
        }

        var asked = 0;
        foreach (var id in reading.Ids)
        {
            var refusal = await CheckAsync(id, cancellationToken).ConfigureAwait(false);
            if (_ended is not null)
            {
                break;
            }

            asked++;
            refusals.AddRange(refusal is null ? [] : [refusal]);
        }

        var left = reading.Ids.Count - asked + reading.IdsLeftOut + reading.IdsElsewhere;
        return new StaleReport
        {
            State = _ended is null && left == 0 ? StaleState.Checked : asked == 0 ? StaleState.NotChecked : StaleState.PartlyChecked,
            Reason = _ended ?? WhyNot(reading),
            Checked = asked,
            NotChecked = left,
            Elsewhere = reading.IdsElsewhere,
            Refusals = refusals,
        };
    }

    private static string? WhyNot(GuardReading reading)
    {
        string?[] reasons =
        [
            reading.IdsElsewhere == 0 ? null : $"{reading.IdsElsewhere} of another account or region, where the source's role is not asked",
            reading.IdsLeftOut == 0 ? null : $"no more than {IdCollector.Most} ids beside those of protected databases are asked about",
        ];
        return string.Join("; ", reasons.OfType<string>()) is { Length: > 0 } why ? why : null;
    }

    private async Task CheckCreationAsync(StateId creation, List<GuardRefusal> refusals, CancellationToken cancellationToken)
    {
        var found = await AskAsync(token => account!.FindInstanceAsync(creation.Id, token), cancellationToken).ConfigureAwait(false);
        var message = _ended is not null ? $"The plan would create {creation.Id}, which is a protected database: the state has lost it. Whether it exists was not checked: {_ended}."
            : found is not null ? $"The plan would create {creation.Id}, which exists ({found.ResourceId}): the state has lost it. Bring the right state back before anything is applied."
            : null;
        if (message is not null)
        {
            refusals.Add(new GuardRefusal(GuardRules.LostByState, creation.Address, null, "not in the state", "created", message));
        }
    }

    private async Task<GuardRefusal?> CheckAsync(StateId id, CancellationToken cancellationToken) => id.Kind switch
    {
        StateIdKind.Snapshot => await AskAsync(token => account!.FindSnapshotAsync(id.Id, token), cancellationToken).ConfigureAwait(false) is null ? Unknown(id, "snapshot") : null,
        StateIdKind.Vault => await AskAsync(token => account!.FindVaultAsync(id.Id, token), cancellationToken).ConfigureAwait(false) is null ? Unknown(id, "backup vault") : null,
        StateIdKind.Key => await AskAsync(token => FindKeyAsync(id.Id, token), cancellationToken).ConfigureAwait(false) is null ? Unknown(id, "key") : null,
        _ => await CheckInstanceAsync(id, cancellationToken).ConfigureAwait(false),
    };

    /// <summary>Null: there is none, or it is being deleted, which a document that still holds it does not know.</summary>
    private async Task<EncryptionKey?> FindKeyAsync(string arn, CancellationToken cancellationToken)
    {
        try
        {
            var key = await account!.DescribeKeyAsync(arn, cancellationToken).ConfigureAwait(false);
            return key.State == "PendingDeletion" ? null : key;
        }
        catch (CloudException e) when (e.Fault == CloudFault.NotFound)
        {
            return null;
        }
    }

    private async Task<GuardRefusal?> CheckInstanceAsync(StateId id, CancellationToken cancellationToken)
    {
        var instance = await AskAsync(token => account!.FindInstanceAsync(id.Id, token), cancellationToken).ConfigureAwait(false);
        return instance is null ? Unknown(id, "DB instance")
            : id.ResourceId is not null && id.ResourceId != instance.ResourceId ? new GuardRefusal(
                GuardRules.Stale, id.Address, "resource_id", id.ResourceId, instance.ResourceId,
                $"AWS has another instance under the name {id.Id}: the document is older than reality, and what it would do, it would do to the wrong one.")
            : null;
    }

    /// <summary>By a slip in the configuration a database would be protected by nothing, and nobody told.</summary>
    private static GuardRefusal Missing(GuardedInstance instance) => new(
        GuardRules.Stale, null, null, Printable.Of(instance.Instance), "not known to AWS",
        $"AWS has no DB instance of the name that is configured for the protected database {instance.Name}: the name, the account or the region are wrong in this configuration, or it was deleted. Nothing of it is protected so.");

    private static GuardRefusal Unknown(StateId id, string kind) => new(
        GuardRules.Stale, id.Address, null, Printable.Of(id.Id), "not known to AWS", $"AWS has no {kind} of this name: the document is older than reality, or it was deleted.");

    /// <summary>Asks once, unless the check has ended.</summary>
    private async Task<T?> AskAsync<T>(Func<CancellationToken, Task<T?>> ask, CancellationToken cancellationToken)
        where T : class
    {
        if (_ended is not null)
        {
            return null;
        }

        using var timeout = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await ask(either.Token).ConfigureAwait(false);
        }
        catch (CloudException e)
        {
            _ended = Printable.Of(e.Message, 400);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            _ended = $"AWS did not answer within {Patience.TotalSeconds:0} s";
        }

        return null;
    }
}
