using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.SelfTests;
using RestoreDrill.Core.Structures;
using RestoreDrill.Verification.Tests.Instances;

namespace RestoreDrill.Verification.Tests.SelfTests;

/// <summary>Every fault, done by a master user who is no superuser to what others own, and looked for by the drill's own checks.</summary>
public sealed class FaultTests(RestoredInstance instance)
{
    private const string Everything =
        """
        DO $$ BEGIN CREATE ROLE teacher; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
        DO $$ BEGIN CREATE ROLE "Read Er"; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
        CREATE SCHEMA "App Schema" AUTHORIZATION teacher; SET ROLE teacher; SET search_path = "App Schema";
        CREATE TABLE pupil (id serial PRIMARY KEY, name text NOT NULL, grade int CONSTRAINT good CHECK (grade < 7), twice int GENERATED ALWAYS AS (id * 2) STORED);
        INSERT INTO pupil (name, grade) SELECT 'pupil ' || i, i % 5 FROM generate_series(1, 50) i;
        CREATE TABLE "Homework" (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, pupil int REFERENCES pupil ON DELETE CASCADE, doc jsonb);
        INSERT INTO "Homework" (pupil, doc) SELECT i, jsonb_build_object('n', i) FROM generate_series(1, 40) i;
        CREATE TABLE note (at point, what xml); INSERT INTO note VALUES ('(1,2)', '<a/>'), ('(3,4)', '<b/>'), ('(5,6)', '<c/>');
        CREATE TABLE mark (a int, b int); INSERT INTO mark SELECT i, i * i FROM generate_series(1, 30) i;
        CREATE TABLE audit (what text); INSERT INTO audit VALUES ('begun'); CREATE INDEX by_what ON audit (what);
        CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO "App Schema".audit VALUES (TG_OP); RETURN NULL; END $$;
        CREATE TRIGGER noting AFTER DELETE OR UPDATE ON mark FOR EACH ROW EXECUTE FUNCTION noted();
        CREATE VIEW good_pupils AS SELECT id, name FROM pupil WHERE grade < 3;
        ALTER TABLE pupil ENABLE ROW LEVEL SECURITY; CREATE POLICY "own rows" ON pupil USING (true);
        GRANT SELECT ON pupil TO "Read Er"; RESET ROLE;
        ALTER TABLE note OWNER TO "Read Er"; ALTER TABLE mark OWNER TO "Read Er"; ALTER TABLE audit OWNER TO "Read Er"; GRANT teacher TO "Master User";
        """;

    [Fact]
    public async Task Every_fault_finds_an_object_and_is_seen_by_each_check_that_has_to_see_it()
    {
        var database = await TestedDatabase.MakeAsync(instance, Everything);
        var damaged = new HashSet<RelationName>();
        var done = new List<string>();
        Assert.False(await instance.AskAdminAsync<bool>("postgres", $"SELECT rolsuper FROM pg_roles WHERE rolname = '{RestoredInstance.Master}'"));
        foreach (var fault in Enum.GetValues<Fault>())
        {
            var search = await database.FindAsync(fault, damaged);
            var target = search.Targets.FirstOrDefault(database.Judge.Knows);
            Assert.True(target is not null, $"{fault}: {search.Refusal}");

            // Trying took everything back, and no fault before is held against this object.
            var before = await database.LookAsync(target);
            Assert.True(before is { SeenBy.Count: 0, Problem: null }, $"{target} is named by {string.Join(", ", before.SeenBy)} ({before.Problem})");
            Assert.Null(await database.DamageAsync(target));
            var after = await database.LookAsync(target);
            Assert.True(after is { Unseen.Count: 0, Problem: null }, $"{fault} of {target} is not seen by {string.Join(", ", after.Unseen)} ({after.Problem})");
            done.Add($"{fault} of {target}: {string.Join(", ", after.SeenBy)}");
            if (fault.ChangesRows())
            {
                damaged.Add(target.Name);
            }
        }

        // pupil cannot be emptied before Homework is, and its triggers did not fire: audit holds what it held.
        Assert.Contains($"RevokedGrant of {database.Name}.\"App Schema\".pupil (SELECT from Read Er): catalog", done);
        Assert.Contains($"SequenceSetBack of {database.Name}.\"App Schema\".\"Homework_id_seq\": catalog, sequences-behind", done);
        Assert.Contains($"InvalidIndex of {database.Name}.\"App Schema\".restoredrill_self_test: catalog, invalid-indexes", done);
        Assert.Equal(4, damaged.Count);
    }

    [Fact]
    public async Task Swap_that_would_change_nothing_is_not_tried()
    {
        var database = await TestedDatabase.MakeAsync(
            instance,
            """
            CREATE TABLE one_column (a int); INSERT INTO one_column VALUES (1), (2), (3);
            CREATE TABLE alike_but_for_one (a int, b text); INSERT INTO alike_but_for_one SELECT i, 'same' FROM generate_series(1, 9) i;
            CREATE TABLE all_alike (a int, b text); INSERT INTO all_alike SELECT 1, 'same' FROM generate_series(1, 9) i;
            """);

        var search = await database.FindAsync(Fault.SwappedValues);

        Assert.True(search is { Targets.Count: 0, Refusal: null }, $"{string.Join(", ", search.Targets)} {search.Refusal}");
        Assert.Equal(2, (await database.FindAsync(Fault.ChangedValue)).Targets.Count);
    }

    [Fact]
    public async Task Database_without_the_objects_of_a_fault_says_so_and_gets_none_made()
    {
        var database = await TestedDatabase.MakeAsync(instance, "CREATE TABLE t (a int)");
        foreach (var fault in Enum.GetValues<Fault>().Where(static fault => fault != Fault.RevokedGrant))
        {
            var search = await database.FindAsync(fault);
            Assert.True(search is { Targets.Count: 0, Refusal: null }, $"{fault}: {search.Refusal}");
        }

        Assert.Equal("t", await instance.AskAdminAsync<string>(database.Name, "SELECT string_agg(relname, ' ') FROM pg_class WHERE oid >= 16384 AND relnamespace = 'public'::regnamespace"));
    }

    [Fact]
    public async Task Object_that_the_master_user_may_not_change_is_passed_over_with_the_servers_words()
    {
        var database = await TestedDatabase.MakeAsync(
            instance, "CREATE SCHEMA closed; CREATE TABLE closed.t (a int, b int); INSERT INTO closed.t SELECT i, i FROM generate_series(1, 9) i; CREATE VIEW closed.v AS SELECT 1 AS one");

        var view = await database.FindAsync(Fault.DroppedView);
        var truncated = await database.FindAsync(Fault.TruncatedTable);

        Assert.Empty(view.Targets);
        Assert.Equal($"{database.Name}.closed.v: 42501: must be owner of view v", view.Refusal);
        Assert.Empty(truncated.Targets);
        Assert.Equal($"{database.Name}.closed.t: SQLSTATE 42501", truncated.Refusal);
    }

    [Fact]
    public async Task Damage_to_rows_fires_no_trigger_and_touches_no_other_table()
    {
        var database = await TestedDatabase.MakeAsync(instance, Everything);
        var mark = new FaultTarget { Fault = Fault.DeletedRow, Database = database.Name, Schema = "App Schema", Relation = "mark" };

        Assert.Null(await database.DamageAsync(mark));
        Assert.Null(await database.DamageAsync(mark with { Fault = Fault.ChangedValue, Part = "b" }));

        Assert.Equal((29L, 1L), (
            await instance.AskAdminAsync<long>(database.Name, "SELECT count(*) FROM \"App Schema\".mark"),
            await instance.AskAdminAsync<long>(database.Name, "SELECT count(*) FROM \"App Schema\".audit")));
    }

    [Fact]
    public async Task Another_cluster_than_the_one_that_was_read_is_not_damaged()
    {
        var database = await TestedDatabase.MakeAsync(instance, "CREATE TABLE t (a int, b int); INSERT INTO t SELECT i, i FROM generate_series(1, 9) i");
        var target = new FaultTarget { Fault = Fault.DeletedRow, Database = database.Name, Schema = "public", Relation = "t" };

        var refused = await Assert.ThrowsAsync<NotOursException>(
            () => database.Injector.DamageAsync(TestedDatabase.ScratchOf(instance, "4711"), target, CancellationToken.None));

        Assert.Contains("this drill has read cluster 4711", refused.Message, StringComparison.Ordinal);
        Assert.Equal(9L, await instance.AskAdminAsync<long>(database.Name, "SELECT count(*) FROM t"));
    }

    [Fact]
    public void Faults_that_the_structure_shows_are_asked_of_it()
    {
        var sequence = new FaultTarget { Fault = Fault.SequenceSetBack, Database = "d", Schema = "public", Relation = "s" };

        Assert.Null(sequence.Structure());
        Assert.Equal(StructureKind.SequencesBehind, (sequence with { FeedsColumn = true }).Structure());
    }
}
