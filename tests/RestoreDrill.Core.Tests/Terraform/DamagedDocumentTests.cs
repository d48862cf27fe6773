using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using RestoreDrill.Core.Terraform;

namespace RestoreDrill.Core.Tests.Terraform;

/// <summary>Cut, changed and garbled documents: never an exception, never let through what was refused.</summary>
public sealed class DamagedDocumentTests
{
    private const int Seed = 20260226;

    public static TheoryData<string> Harmless =>
    [
        Small("no-op"), JsonNode.Parse(Documents.Text("state.json"))!.ToJsonString(), JsonNode.Parse(Documents.Text("shown-state.json"))!.ToJsonString(),
    ];

    [Theory]
    [MemberData(nameof(Harmless))]
    public async Task Document_cut_at_any_byte_is_refused(string document)
    {
        var whole = Encoding.UTF8.GetBytes(document);

        for (var length = 0; length < whole.Length; length++)
        {
            Assert.True((await Documents.JudgeAsync(whole[..length])).IsRefused, $"let through when cut after {length} of {whole.Length} bytes");
        }

        Assert.False((await Documents.JudgeAsync(whole)).IsRefused);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    public async Task Document_that_comes_in_drops_is_judged_the_same(int atATime)
    {
        await using var drops = new DripStream(Encoding.UTF8.GetBytes(Documents.Text("plan-destroy.json")), atATime);

        var reading = await new TerraformGuard(Documents.Options).ReadAsync(drops, TestContext.Current.CancellationToken);

        Assert.Equal((await Documents.JudgeAsync(Documents.Text("plan-destroy.json"))).Refusals, reading.Refusals);
    }

    /// <summary>Each byte of the plan in turn becomes others: no single one may let it through.</summary>
    [Fact]
    public async Task Deleted_database_stays_refused_whichever_byte_is_changed()
    {
        var whole = Encoding.UTF8.GetBytes(Small("delete"));
        var random = new Random(Seed);
        var letThrough = new List<string>();
        for (var at = 0; at < whole.Length; at++)
        {
            foreach (var value in (byte[])[(byte)random.Next(256), (byte)random.Next(32, 127)])
            {
                var changed = (byte[])whole.Clone();
                changed[at] = value;
                if (!(await Documents.JudgeAsync(changed)).IsRefused)
                {
                    letThrough.Add($"{at}: {Encoding.UTF8.GetString(changed, Math.Max(0, at - 20), Math.Min(40, changed.Length - Math.Max(0, at - 20)))}");
                }
            }
        }

        Assert.True(letThrough.Count == 0, string.Join('\n', letThrough));
    }

    [Fact]
    public async Task Garbled_document_never_throws_and_the_deleted_database_stays_refused()
    {
        var documents = new[] { Small("delete"), Documents.Text("plan-destroy.json"), Documents.Plan().ToJsonString(), Documents.Text("state.json"), Documents.Text("shown-state.json") }
            .Select(Encoding.UTF8.GetBytes).ToArray();
        var random = new Random(Seed);
        for (var round = 0; round < 2000; round++)
        {
            var which = random.Next(documents.Length);
            var garbled = Garble(documents[which], random);

            var reading = await Documents.JudgeAsync(garbled);

            if (which < 2 && !reading.IsRefused)
            {
                Assert.True(TouchesTheFact(garbled), $"round {round}: let through\n{Encoding.UTF8.GetString(garbled)}");
            }
        }
    }

    /// <summary>Members of a valid document are taken out, doubled, and given values of other kinds.</summary>
    [Fact]
    public async Task Document_with_members_of_other_kinds_never_throws()
    {
        var random = new Random(Seed);
        foreach (var file in (string[])["plan-harmless.json", "plan-destroy.json", "state.json", "shown-state.json"])
        {
            for (var round = 0; round < 250; round++)
            {
                var document = JsonNode.Parse(Documents.Text(file))!;
                for (var times = random.Next(1, 4); times > 0; times--)
                {
                    Twist(document, random);
                }

                await Documents.JudgeAsync(document);
            }
        }
    }

    /// <summary>A plan that does one thing to the protected database and nothing else.</summary>
    private static string Small(string action)
    {
        var plan = Documents.Plan().Act(Documents.Instance, action);
        var entry = plan.Entry(Documents.Instance).DeepClone();
        var prior = plan["prior_state"]!["values"]!["root_module"]!["child_modules"]![0]!["resources"]![0]!.DeepClone();
        var small = new JsonObject
        {
            ["format_version"] = "1.2", ["terraform_version"] = "1.9.5",
            ["resource_changes"] = new JsonArray(entry),
            ["prior_state"] = new JsonObject
            {
                ["format_version"] = "1.0",
                ["values"] = new JsonObject { ["root_module"] = new JsonObject { ["child_modules"] = new JsonArray(new JsonObject { ["address"] = "module.db", ["resources"] = new JsonArray(prior) }) } },
            },
            ["complete"] = true, ["errored"] = false,
        };
        return small.ToJsonString();
    }

    private static byte[] Garble(byte[] document, Random random)
    {
        var bytes = document.ToList();
        for (var times = random.Next(1, 4); times > 0 && bytes.Count > 8; times--)
        {
            var at = random.Next(bytes.Count - 4);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, random.Next(1, 5));
                    break;
                case 2:
                    bytes.Insert(at, (byte)random.Next(32, 127));
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 200), bytes.Count - at)));
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>Whether the document does not say any more, in so many words, that the protected database is deleted.</summary>
    private static bool TouchesTheFact(byte[] garbled)
    {
        using var document = JsonDocument.Parse(garbled);
        return !document.RootElement.TryGetProperty("resource_changes", out var changes) || !changes.EnumerateArray().Any(static entry =>
            entry.TryGetProperty("change", out var change) && change.TryGetProperty("actions", out var actions) && actions[0].GetString() == "delete"
            && change.TryGetProperty("before", out var before) && before.TryGetProperty("identifier", out var identifier) && identifier.GetString() == "courses-prod");
    }

    private static void Twist(JsonNode document, Random random)
    {
        var nodes = new List<JsonNode>();
        Collect(document);
        var node = nodes[random.Next(nodes.Count)];
        if (node is JsonObject members && members.Count > 0)
        {
            var name = members.ElementAt(random.Next(members.Count)).Key;
            if (random.Next(3) == 0)
            {
                members.Remove(name);
            }
            else
            {
                members[name] = Other(random);
            }
        }
        else if (node is JsonArray items && items.Count > 0)
        {
            items[random.Next(items.Count)] = Other(random);
        }

        void Collect(JsonNode at)
        {
            nodes.Add(at);
            foreach (var child in at is JsonObject o ? o.Select(static member => member.Value) : at is JsonArray a ? a : [])
            {
                if (child is JsonObject or JsonArray)
                {
                    Collect(child);
                }
            }
        }
    }

    private static JsonNode? Other(Random random) => random.Next(8) switch
    {
        0 => null,
        1 => true,
        2 => 1e300,
        3 => "",
        4 => "arn:aws:rds:::",
        5 => new JsonArray(new JsonArray(), null, 1),
        6 => new JsonObject { ["constant_value"] = null, ["references"] = new JsonArray(1, "var."), [""] = true },
        _ => "x\u0000\u001b[31m",
    };
}
