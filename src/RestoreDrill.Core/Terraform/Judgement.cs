namespace RestoreDrill.Core.Terraform;

/// <summary>Collects reasons to refuse and notes; keeps so many, and counts the rest.</summary>
internal sealed class Judgement(GuardOptions options)
{
    /// <summary>The most of each that are kept: more would be read by nobody, and a plan could name millions.</summary>
    public const int Most = 200;

    private readonly List<GuardRefusal> _refusals = [];
    private readonly List<GuardNote> _notes = [];
    private readonly HashSet<(string Rule, string? Resource, string? Attribute)> _known = [];

    public IReadOnlyList<GuardRefusal> Refusals => _refusals;

    public int RefusalsLeftOut { get; private set; }

    public IReadOnlyList<GuardNote> Notes => _notes;

    public int NotesLeftOut { get; private set; }

    public void Refuse(string rule, string? resource, string message) => Refuse(rule, resource, null, null, null, message);

    /// <summary>Refuses, once for a rule, resource and attribute.</summary>
    public void Refuse(string rule, string? resource, string? attribute, string? before, string? after, string message)
    {
        if (_known.Contains((rule, resource, attribute)))
        {
            return;
        }

        if (_refusals.Count >= Most)
        {
            RefusalsLeftOut++;
            return;
        }

        _known.Add((rule, resource, attribute));
        _refusals.Add(new GuardRefusal(rule, resource is null ? null : Printable.Of(resource), attribute is null ? null : Printable.Of(attribute), before, after, message));
    }

    /// <summary>Refuses, unless the address is exempt: then it is told and let through.</summary>
    /// <param name="name">The resource.</param>
    /// <param name="refusal">The reason; its resource is taken from <paramref name="name"/>.</param>
    public void RefuseUnlessExempt(ResourceName name, GuardRefusal refusal)
    {
        if (options.Terraform.Exempt.FirstOrDefault(pattern => AddressPattern.IsMatch(pattern, name.Address)) is { } exempt)
        {
            Note(name.Address, $"Let through, since Exempt names {exempt}: {refusal.Rule}. {refusal.Message}");
        }
        else
        {
            Refuse(refusal.Rule, name.Address, refusal.Attribute, refusal.Before, refusal.After, refusal.Message);
        }
    }

    public void Note(string? resource, string message)
    {
        var note = new GuardNote(resource is null ? null : Printable.Of(resource), message);
        if (_notes.Count >= Most)
        {
            NotesLeftOut++;
        }
        else if (!_notes.Contains(note))
        {
            _notes.Add(note);
        }
    }
}
