using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Structures;

namespace RestoreDrill.Core.Tests.Structures;

public sealed class StructureQuestionsTests
{
    private static readonly ListedDatabase[] Databases =
    [
        new("template1", DatabaseReach.Verified), new("courses", DatabaseReach.Verified), new("archive", DatabaseReach.NotReached, "refused"), new("letters", DatabaseReach.Verified),
    ];

    [Fact]
    public void Every_question_is_put_to_each_database_that_has_something()
    {
        var questions = StructureQuestions.Of(new InstanceInventory(
            Databases,
            [
                Relation("courses", "students", RelationKind.Table, 0), Relation("courses", "pg_largeobject", RelationKind.LargeObjects, 0),
                Relation("template1", "pg_largeobject", RelationKind.LargeObjects, 0), Relation("letters", "pg_largeobject", RelationKind.LargeObjects, 8192),
            ],
            [],
            []));

        var kinds = Enum.GetValues<StructureKind>();
        Assert.Equal([.. kinds.Select(static kind => ("courses", kind)), .. kinds.Select(static kind => ("letters", kind))], questions);
    }

    private static ListedRelation Relation(string database, string name, RelationKind kind, long bytes) => new(new RelationName(database, "public", name), kind, 0, bytes);
}
