namespace RestoreDrill.Core.Manifests;

/// <summary>A comparison under way, item by item. The rules are those of <see cref="CatalogComparison"/>.</summary>
internal sealed class CatalogComparing(DatabaseCatalog before, DatabaseCatalog after, DatabaseCatalog copy)
{
    private readonly Dictionary<(string, string), CatalogItem> befores = Index(before);
    private readonly Dictionary<(string, string), CatalogItem> afters = Index(after);
    private readonly Dictionary<(string, string), CatalogItem> copies = Index(copy);
    private readonly bool nothingWritten = ReferenceEquals(before, after) || (before.Writes is { } writes && writes == after.Writes);
    private readonly List<CatalogDifference> differences = [];
    private readonly List<string> notJudged = [];
    private readonly Lazy<List<string>> movedRelations = new(() => Moved(Index(before), Index(after)));
    private int compared;
    private int moved;

    public void Judge(string kind, string name)
    {
        var (first, last, found) = (befores.GetValueOrDefault((kind, name)), afters.GetValueOrDefault((kind, name)), copies.GetValueOrDefault((kind, name)));
        if ((first is null && before.Unread.ContainsKey(kind)) || (last is null && after.Unread.ContainsKey(kind)) || (found is null && copy.Unread.ContainsKey(kind)))
        {
            // Counted with its kind: it was not read, which is not the same as being absent.
            return;
        }
        if (first is null && last is null)
        {
            JudgeExtra(kind, name, found!);
        }
        else if (kind == CatalogKinds.SequenceStand)
        {
            JudgeStand(name, first, last, found);
        }
        else if (first == last && found is null && IsOfMoved(name))
        {
            notJudged.Add($"{kind} {name}: absent in the copy; what it belongs to was altered between the two readings of the source, and may have had another name or schema.");
        }
        else if (first == last || (kind == CatalogKinds.Role && found is null && IsSameRole(first, last)))
        {
            compared++;
            if (found?.Value != first!.Value)
            {
                Differ(kind, name, first, found);
            }
        }
        else if (found?.Value == first?.Value || found?.Value == last?.Value)
        {
            moved++;
        }
        else
        {
            notJudged.Add($"{kind} {name}: it was written between the two readings of the source, and the copy shows a state of neither.");
        }
    }

    /// <summary>What the source could tell and a damaged copy cannot.</summary>
    public void JudgeDamage()
    {
        foreach (var (kind, words) in copy.Unread)
        {
            if (SaysDamaged(words) && !before.Unread.ContainsKey(kind) && !after.Unread.ContainsKey(kind))
            {
                differences.Add(new CatalogDifference(copy.Database, kind, "(all)", "readable", words));
            }
        }
    }

    public CatalogComparison Result(IReadOnlyList<string> notComparable) => new()
    {
        Differences = [.. differences.OrderBy(static d => d.Kind, StringComparer.Ordinal).ThenBy(static d => d.Name, StringComparer.Ordinal)],
        Compared = compared,
        Moved = moved,
        NotJudged = notJudged,
        NotComparable = notComparable,
    };

    /// <summary>
    /// Whether it is the same role at both ends, whatever was written to other roles in between: its version begins with its OID, which no role made anew has again. One
    /// that is missing in the copy is missing.
    /// </summary>
    private static bool IsSameRole(CatalogItem? first, CatalogItem? last) =>
        first?.Version is { } one && last?.Version is { } other && first.Value == last.Value && one.Split(' ')[0] == other.Split(' ')[0];

    /// <summary>Whether the item is part of a relation that was written between the two readings: ALTER TABLE ... RENAME, SET SCHEMA change the names of all its parts, and leave them unwritten.</summary>
    private bool IsOfMoved(string name) => movedRelations.Value.Exists(relation =>
        name.StartsWith(relation + ".", StringComparison.Ordinal)
        || name.EndsWith(" " + relation, StringComparison.Ordinal)
        || name.Contains(" " + relation + ".", StringComparison.Ordinal));

    private static List<string> Moved(Dictionary<(string Kind, string Name), CatalogItem> befores, Dictionary<(string Kind, string Name), CatalogItem> afters) =>
    [
        .. befores.Keys.Union(afters.Keys).Where(key => CatalogKinds.Relations.Contains(key.Kind) && befores.GetValueOrDefault(key) != afters.GetValueOrDefault(key))
            .Select(static key => key.Name),
    ];

    private void JudgeExtra(string kind, string name, CatalogItem found)
    {
        if (kind == CatalogKinds.Index && CatalogComparison.MadeByReindex().IsMatch(name) && !ReferenceEquals(before, after))
        {
            notJudged.Add($"{kind} {name}: only in the copy; REINDEX CONCURRENTLY was at work when the snapshot was taken, or failed.");
        }
        else if (nothingWritten)
        {
            compared++;
            Differ(kind, name, null, found);
        }
        else
        {
            notJudged.Add($"{kind} {name}: only in the copy; it may have been created and dropped between the two readings of the source.");
        }
    }

    private void JudgeStand(string name, CatalogItem? first, CatalogItem? last, CatalogItem? found)
    {
        const string kind = CatalogKinds.SequenceStand;
        if (first is null || last is null || first.Version != last.Version)
        {
            if (found is null ? first is null || last is null : Reaches(found, first) || Reaches(found, last))
            {
                moved++;
            }
            else
            {
                notJudged.Add($"{kind} {name}: the sequence was altered between the two readings of the source.");
            }
            return;
        }
        var had = SequenceStand.Parse(first.Value);
        var has = SequenceStand.Parse(last.Value);
        if (!has.Reaches(had))
        {
            notJudged.Add($"{kind} {name}: it went from {first.Value} to {last.Value} between the two readings of the source.");
            return;
        }
        compared++;
        if (found is null || SequenceStand.Parse(found.Value) is var stands && !stands.Reaches(had))
        {
            differences.Add(new CatalogDifference(copy.Database, kind, name, $"{had}, or further", CatalogComparison.Tell(found)));
        }
        else if (!stands.IsWithin(has))
        {
            differences.Add(new CatalogDifference(copy.Database, kind, name, $"{has}, or little further", CatalogComparison.Tell(found)));
        }
    }

    private static bool Reaches(CatalogItem found, CatalogItem? end) =>
        end is not null && SequenceStand.Parse(found.Value).Reaches(SequenceStand.Parse(end.Value));

    private void Differ(string kind, string name, CatalogItem? expected, CatalogItem? found)
    {
        var (left, right) = TextDifference.Of(CatalogComparison.Tell(expected), CatalogComparison.Tell(found));
        differences.Add(new CatalogDifference(copy.Database, kind, name, left, right));
    }

    // SQLSTATE class XX, io_error, undefined_file (PostgreSQL, appendix A): what damage provokes.
    private static bool SaysDamaged(string words) =>
        words.StartsWith("XX", StringComparison.Ordinal) || words.StartsWith("58030", StringComparison.Ordinal) || words.StartsWith("58P01", StringComparison.Ordinal);

    private static Dictionary<(string Kind, string Name), CatalogItem> Index(DatabaseCatalog catalog) =>
        catalog.Items.ToDictionary(static item => (item.Kind, item.Name));
}
