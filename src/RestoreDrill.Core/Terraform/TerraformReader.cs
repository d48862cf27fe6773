using System.Text.Json;

namespace RestoreDrill.Core.Terraform;

/// <summary>
/// Reads a state file, a plan or a shown state, and tells by the document itself which it is. The forms are those of Terraform's public documentation, "JSON Output
/// Format" (developer.hashicorp.com/terraform/internals/json-format): members may come in any order, unknown ones are passed over, another major version is refused.
/// OpenTofu writes the same. A state file's form (version 4) is not documented there; what is read of it has not changed since Terraform 0.12.
/// </summary>
internal sealed class TerraformReader(JsonFeed feed, ITerraformVisitor visitor)
{
    private readonly SubjectBuilder _subject = new();

    /// <summary>Reads all of it.</summary>
    /// <exception cref="TerraformDocumentException">It cannot be judged; what was visited before stands.</exception>
    public async Task<TerraformSubject> ReadAsync(CancellationToken cancellationToken)
    {
        await feed.OpenAsync(cancellationToken).ConfigureAwait(false);
        await feed.ReadAsync(cancellationToken).ConfigureAwait(false);
        Require(feed.Token == JsonTokenType.StartObject, "The document is not a JSON object.");
        await MembersAsync("the document", MemberAsync, cancellationToken).ConfigureAwait(false);
        // First what it is: the log of a plan has another document behind the first.
        var subject = _subject.Build();
        Require(!await feed.ReadAsync(cancellationToken).ConfigureAwait(false), "Something follows after the end of the document.");
        return subject;
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new TerraformDocumentException(GuardRules.Unreadable, message);
        }
    }

    private Task MemberAsync(string name, CancellationToken cancellationToken)
    {
        _subject.Has(name);
        return name switch
        {
            _ when SubjectBuilder.IsWanted(name) => PartAsync(value => _subject.Set(name, value), cancellationToken),
            "resource_changes" => ItemsAsync(name, entry => visitor.Visit(PlannedChange.Read(entry, ChangeList.Planned)), cancellationToken),
            "resource_drift" => ItemsAsync(name, entry => visitor.Visit(PlannedChange.Read(entry, ChangeList.Drift)), cancellationToken),
            "deferred_changes" => ItemsAsync(name, VisitDeferred, cancellationToken),
            "action_invocations" or "deferred_action_invocations" =>
                ItemsAsync(name, entry => visitor.VisitAction(Members.RequiredText(entry, "address", "an action invocation")), cancellationToken),
            "resources" => ItemsAsync(name, VisitStateResource, cancellationToken),
            "values" => ValuesAsync(name, isPriorState: false, cancellationToken),
            "prior_state" => ObjectAsync(name, PriorStateMemberAsync, cancellationToken),
            "configuration" => ObjectAsync(name, ConfigurationMemberAsync, cancellationToken),
            "variables" => ObjectAsync(name, (variable, token) => PartAsync(value => visitor.VisitVariable(variable, value), token), cancellationToken),
            _ => feed.SkipAsync(cancellationToken).AsTask(),
        };
    }

    private Task PriorStateMemberAsync(string name, CancellationToken cancellationToken) => name switch
    {
        "values" => ValuesAsync(name, isPriorState: true, cancellationToken),
        "format_version" => PartAsync(SubjectBuilder.RequireKnownVersion, cancellationToken),
        _ => feed.SkipAsync(cancellationToken).AsTask(),
    };

    private Task ConfigurationMemberAsync(string name, CancellationToken cancellationToken) => name == "provider_config"
        ? ObjectAsync(name, (key, token) => PartAsync(value => visitor.VisitProvider(key, value), token), cancellationToken)
        : feed.SkipAsync(cancellationToken).AsTask();

    private Task ValuesAsync(string name, bool isPriorState, CancellationToken cancellationToken) => ObjectAsync(
        name,
        (member, token) => member == "root_module" ? ObjectAsync(member, (part, inner) => ModuleMemberAsync(part, isPriorState, inner), token) : feed.SkipAsync(token).AsTask(),
        cancellationToken);

    private Task ModuleMemberAsync(string name, bool isPriorState, CancellationToken cancellationToken) => name switch
    {
        "resources" => ItemsAsync(name, entry => visitor.Visit(StateEntries.Shown(entry, isPriorState)), cancellationToken),
        "child_modules" => ModulesAsync(isPriorState, cancellationToken),
        _ => feed.SkipAsync(cancellationToken).AsTask(),
    };

    private async Task ModulesAsync(bool isPriorState, CancellationToken cancellationToken)
    {
        await BeginAsync("child_modules", JsonTokenType.StartArray, cancellationToken).ConfigureAwait(false);
        while (await feed.ReadAsync(cancellationToken).ConfigureAwait(false) && feed.Token != JsonTokenType.EndArray)
        {
            Require(feed.Token == JsonTokenType.StartObject, "A module of the state is not an object.");
            await MembersAsync("a module", (part, inner) => ModuleMemberAsync(part, isPriorState, inner), cancellationToken).ConfigureAwait(false);
        }
    }

    private void VisitDeferred(JsonElement entry)
    {
        var change = Members.Object(entry, "resource_change", "a deferred change");
        Require(change.ValueKind == JsonValueKind.Object, "A deferred change names no resource.");
        visitor.Visit(PlannedChange.Read(change, ChangeList.Deferred));
    }

    private void VisitStateResource(JsonElement entry)
    {
        foreach (var found in StateEntries.OfFile(entry))
        {
            visitor.Visit(found);
        }
    }

    private async Task PartAsync(Action<JsonElement> use, CancellationToken cancellationToken)
    {
        using var part = await feed.ReadPartAsync(cancellationToken).ConfigureAwait(false);
        use(part!.RootElement);
    }

    private async Task ItemsAsync(string name, Action<JsonElement> use, CancellationToken cancellationToken)
    {
        await BeginAsync(name, JsonTokenType.StartArray, cancellationToken).ConfigureAwait(false);
        while (await feed.ReadPartAsync(cancellationToken).ConfigureAwait(false) is { } part)
        {
            using (part)
            {
                Require(part.RootElement.ValueKind == JsonValueKind.Object, $"An entry of {name} is not an object.");
                use(part.RootElement);
            }
        }
    }

    private async Task ObjectAsync(string name, Func<string, CancellationToken, Task> member, CancellationToken cancellationToken)
    {
        await BeginAsync(name, JsonTokenType.StartObject, cancellationToken).ConfigureAwait(false);
        await MembersAsync(name, member, cancellationToken).ConfigureAwait(false);
    }

    private async Task BeginAsync(string name, JsonTokenType begin, CancellationToken cancellationToken)
    {
        await feed.ReadAsync(cancellationToken).ConfigureAwait(false);
        Require(feed.Token == begin, $"{name} is not {(begin == JsonTokenType.StartArray ? "a list" : "an object")}.");
    }

    /// <summary>Reads the members of an object that has begun; <paramref name="member"/> reads the value of each.</summary>
    private async Task MembersAsync(string what, Func<string, CancellationToken, Task> member, CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (await feed.ReadAsync(cancellationToken).ConfigureAwait(false) && feed.Token == JsonTokenType.PropertyName)
        {
            var name = feed.Name;
            Require(seen.Add(name), $"{Printable.Of(name)} comes twice in {what}: which of them counts is anybody's guess.");
            await member(name, cancellationToken).ConfigureAwait(false);
        }

        Require(feed.Token == JsonTokenType.EndObject, "The document ends in the middle.");
    }
}
