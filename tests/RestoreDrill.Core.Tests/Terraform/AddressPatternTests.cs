using RestoreDrill.Core.Terraform;

namespace RestoreDrill.Core.Tests.Terraform;

public sealed class AddressPatternTests
{
    [Theory]
    [InlineData("aws_kms_key.rds", "aws_kms_key.rds", true)]
    [InlineData("aws_kms_key.rds", "aws_kms_key.rds[\"eu\"]", true)]
    [InlineData("aws_kms_key.rds[\"eu\"]", "aws_kms_key.rds[\"us\"]", false)]
    [InlineData("aws_kms_key.*", "aws_kms_key.rds", true)]
    [InlineData("aws_kms_key.*", "module.a.aws_kms_key.rds", false)]
    [InlineData("*.aws_kms_key.rds", "module.a.aws_kms_key.rds[0]", true)]
    [InlineData("module.prod", "module.prod.module.db.aws_kms_key.rds", true)]
    [InlineData("module.prod", "module.prod[\"a.b\"].aws_kms_key.rds", true)]
    [InlineData("module.prod", "module.production.aws_kms_key.rds", false)]
    [InlineData("aws_kms_key.rds", "aws_kms_key.rds2", false)]
    [InlineData("AWS_kms_key.rds", "aws_kms_key.rds", false)]
    public void Pattern_matches_what_it_says(string pattern, string address, bool matches) => Assert.Equal(matches, AddressPattern.IsMatch(pattern, address));

    [Theory]
    [InlineData("a.b", "a.b")]
    [InlineData("a.b[0].c[\"x\"]", "a.b.c")]
    [InlineData("a.b[\"]\"].c", "a.b.c")]
    [InlineData("a.b[\"\\\"]\"].c", "a.b.c")]
    public void Keys_are_left_out(string address, string without) => Assert.Equal(without, AddressPattern.WithoutKeys(address));

    [Theory]
    [InlineData("*", true)]
    [InlineData("*.*", true)]
    [InlineData("*_*", true)]
    [InlineData("aws_*", true)]
    [InlineData("a*", true)]
    [InlineData("module.*", true)]
    [InlineData("*aws*", true)]
    [InlineData("module.sandbox", false)]
    [InlineData("module.sandbox.*", false)]
    [InlineData("aws_kms_key.*", false)]
    [InlineData("*.aws_kms_key.*", false)]
    [InlineData("module.sandbox[\"a\"].*", false)]
    [InlineData("aws_kms_key.rds", false)]
    [InlineData("*.rds", true)]
    [InlineData("*.this", true)]
    [InlineData("*t*", true)]
    [InlineData("module.s*", true)]
    [InlineData("", true)]
    public void Pattern_that_tells_nothing_apart_is_everything(string pattern, bool isEverything) => Assert.Equal(isEverything, AddressPattern.IsEverything(pattern));
}
