using Npgsql;

namespace RestoreDrill.Verification.Structures;

/// <summary>
/// The functions of the extension amcheck that this user may call (PostgreSQL, "F.1. amcheck"). The copy may have brought the extension along, in any
/// schema and of an older version; otherwise it is created for the length of the transaction.
/// </summary>
internal sealed class Amcheck
{
    private const string What = "looking for amcheck";
    private const string OwnSchema = "restoredrill_amcheck";
    private readonly Dictionary<string, (string Schema, int Arguments)> functions;

    private Amcheck(Dictionary<string, (string Schema, int Arguments)> functions) => this.functions = functions;

    /// <summary>Before anybody has looked.</summary>
    public static Amcheck None { get; } = new([]);

    /// <summary>Why there is nothing to call; null where there is.</summary>
    public string? Missing { get; private init; }

    public bool ChecksBTrees => functions.TryGetValue("bt_index_parent_check", out var f) && f.Arguments >= 3 && functions.ContainsKey("bt_index_check");

    /// <summary>From PostgreSQL 18.</summary>
    public bool ChecksGin => functions.ContainsKey("gin_index_check");

    /// <summary>From PostgreSQL 14.</summary>
    public bool ChecksHeaps => functions.ContainsKey("verify_heapam");

    /// <summary>Finds or creates the extension. Within a transaction.</summary>
    public static async Task<Amcheck> FindAsync(Inquiry inquiry, CancellationToken ct)
    {
        var found = await ListAsync(inquiry, ct);
        if (found.Count == 0)
        {
            try
            {
                await CreateAsync(inquiry, ct);
            }
            catch (PostgresException e)
            {
                return new Amcheck([]) { Missing = $"amcheck could not be created: {Tally.Words(e)}" };
            }
            found = await ListAsync(inquiry, ct);
        }
        var callable = found.Where(static f => f.MayCall).GroupBy(static f => f.Name, StringComparer.Ordinal)
            .ToDictionary(static f => f.Key, static f => f.Select(static g => (g.Schema, g.Arguments)).MaxBy(static g => g.Arguments), StringComparer.Ordinal);
        return new Amcheck(callable) { Missing = callable.Count == 0 ? "amcheck is there, and this user may call none of its functions" : null };
    }

    /// <summary>Structure, order, every entry found from the root, every row of the heap in the index; from PostgreSQL 17 uniqueness too.</summary>
    public string CheckBTree(string index) =>
        $"SELECT {Function("bt_index_parent_check")}({index}::regclass, true, true{(functions["bt_index_parent_check"].Arguments > 3 ? ", true" : "")})";

    /// <summary>The same without what would lock out other sessions, which PostgreSQL's own catalogs cannot bear.</summary>
    public string CheckBTreeLightly(string index) => $"SELECT {Function("bt_index_check")}({index}::regclass, true)";

    public string CheckGin(string index) => $"SELECT {Function("gin_index_check")}({index}::regclass)";

    /// <summary>How many places of a heap are damaged, and what the first is: block, row, words.</summary>
    public string CheckHeap(string relation) =>
        $"""
        SELECT count(*), (array_agg(format('block %s, row %s: %s', blkno, offnum, msg) ORDER BY blkno, offnum))[1]
        FROM {Function("verify_heapam")}({relation}::regclass, check_toast => true)
        """;

    private string Function(string name) => $"{functions[name].Schema}.{name}";

    private static async Task CreateAsync(Inquiry inquiry, CancellationToken ct)
    {
        try
        {
            await inquiry.KeptAsync(
                async () =>
                {
                    await inquiry.ExecuteAsync("making a schema for amcheck", $"CREATE SCHEMA {OwnSchema}", ct);
                    await inquiry.ExecuteAsync("creating amcheck", $"CREATE EXTENSION amcheck SCHEMA {OwnSchema}", ct);
                },
                ct);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            // Who has no CREATE on a database that another role owns may be allowed the extension all the same.
            await inquiry.KeptAsync(() => inquiry.ExecuteAsync("creating amcheck", "CREATE EXTENSION amcheck SCHEMA public", ct), ct);
        }
    }

    private static Task<List<(string Name, string Schema, int Arguments, bool MayCall)>> ListAsync(Inquiry inquiry, CancellationToken ct) =>
        inquiry.RowsAsync(
            What,
            """
            SELECT p.proname, quote_ident(n.nspname), p.pronargs::int4, has_function_privilege(p.oid, 'EXECUTE') AND has_schema_privilege(n.oid, 'USAGE')
            FROM pg_extension e JOIN pg_depend d ON d.refobjid = e.oid JOIN pg_proc p ON p.oid = d.objid JOIN pg_namespace n ON n.oid = p.pronamespace
            WHERE e.extname = 'amcheck' AND d.refclassid = 'pg_extension'::regclass AND d.classid = 'pg_proc'::regclass AND d.deptype = 'e'
            """,
            static row => (row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetBoolean(3)),
            ct);
}
