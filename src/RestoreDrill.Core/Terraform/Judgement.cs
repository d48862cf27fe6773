namespace RestoreDrill.Core.Terraform;

/// <summary>
/// Collects reasons to refuse and notes; keeps so many, and counts the rest. What is said of a configured database, or of the document as a whole, comes first and is
/// never crowded out by the rest.
/// </summary>
internal sealed class Judgement(GuardOptions options)
{
    /// <summary>The most of each that are kept: more would be read by nobody, and a plan could name millions.</summary>
    public const int Most = 200;

    private readonly List<GuardRefusal> _first = [];
    private readonly List<GuardRefusal> _rest = [];
    private readonly List<GuardNote> _notes = [];
    private readonly HashSet<(string Rule, string? Resource, string? Attribute)> _known = [];

    public IReadOnlyList<GuardRefusal> Refusals => [.. _first, .. _rest];

    public int RefusalsLeftOut { get; private set; }

    public IReadOnlyList<GuardNote> Notes => _notes;

    public int NotesLeftOut { get; private set; }

    /// <summary>Refuses, once for a rule, resource and attribute.</summary>
    public void Refuse(GuardRefusal refusal) => Add(refusal, refusal.Resource is null ? _first : _rest);

    /// <summary>Refuses what would become of a protected thing, unless it is exempt: then it is told and let through.</summary>
    public void Refuse(ResourceName name, ProtectedThing thing, GuardRefusal refusal)
    {
        if (thing.IsConfigured)
        {
            Add(refusal with { Resource = name.Address }, _first);
        }
        else
        {
            RefuseUnlessExempt(name, refusal);
        }
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
            Add(refusal with { Resource = name.Address }, _rest);
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

    private void Add(GuardRefusal refusal, List<GuardRefusal> list)
    {
        if (_known.Contains((refusal.Rule, refusal.Resource, refusal.Attribute)))
        {
            return;
        }

        if (list.Count >= Most)
        {
            RefusalsLeftOut++;
            return;
        }

        _known.Add((refusal.Rule, refusal.Resource, refusal.Attribute));
        list.Add(refusal with
        {
            Resource = refusal.Resource is { } resource ? Printable.Of(resource) : null,
            Attribute = refusal.Attribute is { } attribute ? Printable.Of(attribute) : null,
        });
    }
}
