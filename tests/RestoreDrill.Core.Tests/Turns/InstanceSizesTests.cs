using RestoreDrill.Core.Turns;

namespace RestoreDrill.Core.Tests.Turns;

public sealed class InstanceSizesTests
{
    [Theory]
    [InlineData("db.t4g.micro", "micro", false)]
    [InlineData("db.t4g.small", "micro", true)]
    [InlineData("db.t4g.medium", "large", false)]
    [InlineData("db.r6g.xlarge", "large", true)]
    [InlineData("db.r6g.xlarge", "2xlarge", false)]
    [InlineData("db.r6g.16xlarge", "8xlarge", true)]
    [InlineData("db.r6g.8xlarge", "16xlarge", false)]
    [InlineData("db.r5.4xlarge.tpc2.mem2x", "4xlarge", false)]
    [InlineData("db.r5.4xlarge.tpc2.mem2x", "2xlarge", true)]
    [InlineData("db.serverless", "24xlarge", true)]
    [InlineData("db.x2g.metal", "24xlarge", true)]
    [InlineData("db.t4g.micro", "huge", true)]
    public void Class_exceeds_a_size_that_is_smaller_or_when_either_is_unknown(string instanceClass, string largest, bool exceeds) =>
        Assert.Equal(exceeds, InstanceSizes.Exceeds(instanceClass, largest));

    [Theory]
    [InlineData("micro", true)]
    [InlineData("xlarge", true)]
    [InlineData("2xlarge", true)]
    [InlineData("24xlarge", true)]
    [InlineData("1xlarge", false)]
    [InlineData("-2xlarge", false)]
    [InlineData("2XLARGE", false)]
    [InlineData("db.t4g.micro", false)]
    [InlineData("", false)]
    public void Size_is_a_word_or_a_multiple(string size, bool isSize) => Assert.Equal(isSize, InstanceSizes.IsSize(size));
}
