using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Tests.Facts;

public sealed class FactKeyTests
{
    [Fact]
    public void Key_says_all_that_it_is_made_of()
    {
        var fact = FactObject.Of(Sample.Installation, "courses", FactSamples.Copy, FactKind.Verdict, Sample.Now.AddMilliseconds(7), "{}");

        Assert.Equal(
            "acme/courses/rd-copy-acme-c04cr4r0abcd/verdict/20260301T020000007Z-44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a.json", fact.Key.ToString());
        Assert.Equal(fact.Key, FactKey.TryParse(fact.Key.ToString()));
    }

    [Theory]
    [InlineData("courses", "rd-copy-acme-c0")]
    [InlineData("a_b-C.1", "arn:aws:backup:eu-west-1:222222222222:recovery-point:A/B c")]
    [InlineData("..", ".")]
    [InlineData("größe!", "x")]
    public void Names_of_any_letters_come_back_from_the_key(string database, string copy)
    {
        foreach (var kind in Enum.GetValues<FactKind>())
        {
            var key = FactObject.Of(Sample.Installation, database, copy, kind, Sample.Now.AddTicks(7), "{}").Key;

            Assert.Equal(key, FactKey.TryParse(key.ToString()));
            Assert.Equal(5, key.ToString().Split('/').Length);
            Assert.DoesNotContain(key.ToString().Split('/'), static segment => segment is "." or "..");
            Assert.StartsWith(FactKey.PrefixOf(Sample.Installation, database, copy), key.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("acme/courses/copy/verdict/20260301T020000007Z-44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a.json.gz")]
    [InlineData("acme/courses/copy/verdict/20260301T020000007Z-44136FA355B3678A1146AD16F7E8649E94FB4FC21FE77E8310C060F61CAAFF8A.json")]
    [InlineData("acme/courses/copy/verdict/20260301T020000Z-44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a.json")]
    [InlineData("acme/courses/copy/verdict/20260301T020000007Z-44136f.json")]
    [InlineData("acme/courses/copy/praise/20260301T020000007Z-44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a.json")]
    [InlineData("acme/courses/c!6fpy/verdict/20260301T020000007Z-44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a.json")]
    [InlineData("acme/courses//verdict/20260301T020000007Z-44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a.json")]
    [InlineData("acme/readme.txt")]
    public void Key_of_another_form_is_none(string key) => Assert.Null(FactKey.TryParse(key));

    [Fact]
    public void Fact_put_again_has_its_key_again_and_another_one_another()
    {
        var first = FactSamples.Verdict(RunOutcome.Pass, Sample.Now);

        Assert.Equal(first.Key, FactSamples.Verdict(RunOutcome.Pass, Sample.Now).Key);
        Assert.NotEqual(first.Key, FactSamples.Verdict(RunOutcome.Fail, Sample.Now).Key);
        Assert.NotEqual(first.Key, FactSamples.Verdict(RunOutcome.Pass, Sample.Now.AddSeconds(1)).Key);
    }

    [Theory]
    [InlineData(FactKind.Verdict)]
    [InlineData(FactKind.Manifest)]
    public void Content_gives_the_fact_back_and_nothing_else_does(FactKind kind)
    {
        var fact = FactObject.Of(Sample.Installation, "courses", FactSamples.Copy, kind, Sample.Now, $$"""{"text":"{{new string('ä', 500)}}"}""");
        var content = fact.ToContent();

        Assert.Equal(fact, FactObject.Read(fact.Key, content, 10_000).Fact);
        Assert.Null(FactObject.Read(fact.Key, content[..(content.Length / 2)], 10_000).Fact);
        Assert.Contains("longer than 100 bytes", FactObject.Read(fact.Key, content, 100).Problem, StringComparison.Ordinal);
        content[content.Length / 2] ^= 1;
        Assert.Null(FactObject.Read(fact.Key, content, 10_000).Fact);
    }

    [Fact]
    public void Content_that_unpacks_to_more_than_is_allowed_is_not_unpacked()
    {
        var fact = FactObject.Of(Sample.Installation, "courses", FactSamples.Copy, FactKind.Manifest, Sample.Now, new string(' ', 50_000_000));

        Assert.InRange(fact.ToContent().Length, 1, 200_000);
        Assert.Contains("longer than 1,000,000 bytes", FactObject.Read(fact.Key, fact.ToContent(), 1_000_000).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_of_a_copy_carry_the_digest_of_its_tag()
    {
        var facts = FactSamples.Objects.Of(Sample.Facts);

        Assert.Equal(FactKind.CopyFacts, facts.Key.Kind);
        Assert.Contains(Sample.Facts.Digest(), facts.Document, StringComparison.Ordinal);
    }
}
