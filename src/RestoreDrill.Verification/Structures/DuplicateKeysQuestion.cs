using RestoreDrill.Core.Verdicts;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.Structures;

/// <summary>
/// Groups the rows of each table by the keys of its unique indexes. NULLs are as many keys unless the index says otherwise; equality is that of the
/// type's default operators and the index's collation. An exclusion constraint is no key.
/// </summary>
internal sealed class DuplicateKeysQuestion : IStructureQuestion
{
    private const string Expected = "every key once";

    public SessionPurpose Purpose => SessionPurpose.Comparing;

    public async Task AskAsync(Inquiry inquiry, CancellationToken ct)
    {
        var indexes = await IndexList.AskAsync(inquiry, IndexList.OfUsers, ct);
        var looked = 0;
        foreach (var index in indexes.Where(static index => index is { IsUnique: true, IsExclusion: false }))
        {
            if (!index.Keys.All(static key => key.IsGrouped))
            {
                inquiry.Tally.NotLooked(index.Name, CheckOutcome.NotAvailable, "an operator class of its own decides what is equal");
                continue;
            }
            await inquiry.LookAsync(index.Name, Expected, async () =>
            {
                await LookAsync(inquiry, index, ct);
                looked++;
            });
        }
        inquiry.Tally.Looked(looked, "key", "keys");
        inquiry.Tally.Remark("Exclusion constraints are not looked at", [.. indexes.Where(static index => index.IsExclusion).Select(static index => index.Name)]);
    }

    private static async Task LookAsync(Inquiry inquiry, IndexDescription index, CancellationToken ct)
    {
        List<string> conditions = index.Predicate is { } predicate ? [$"({predicate})"] : [];
        if (!index.HasEqualNulls)
        {
            conditions.Add($"num_nulls({string.Join(", ", index.Keys.Select(static key => key.Sql))}) = 0");
        }
        var found = await inquiry.RowsAsync(
            $"looking for duplicate keys of {index.Name}",
            $"""
            SELECT count(*), coalesce(sum(_rd_n), 0)::int8
            FROM (SELECT count(*) AS _rd_n FROM ONLY {index.Table}{(conditions.Count > 0 ? " WHERE " + string.Join(" AND ", conditions) : "")}
                  GROUP BY {string.Join(", ", index.Keys.Select(static key => key.Sql))} HAVING count(*) > 1) _rd_d
            """,
            static row => (Keys: row.GetInt64(0), Rows: row.GetInt64(1)),
            ct);
        if (found[0].Keys > 0)
        {
            inquiry.Tally.Find(index.Name, Expected, FormattableString.Invariant($"{found[0].Keys} keys are in {found[0].Rows} rows of {index.Table}"));
        }
    }
}
