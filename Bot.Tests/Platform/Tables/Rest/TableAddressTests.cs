using System;
using Bot.Platform.Tables;
using Bot.Platform.Tables.Rest;
using Xunit;

namespace Bot.Tests.Platform.Tables.Rest;

public class TableAddressTests
{
    private readonly TableAddress address = new(new Uri("https://a1b.table.core.windows.net/"));

    [Theory]
    [InlineData("o'b é", "o%27%27b%20%C3%A9")]
    [InlineData("'", "%27%27")]
    [InlineData("", "")]
    [InlineData("%20+&", "%2520%2B%26")]
    [InlineData("',RowKey='x", "%27%27%2CRowKey%3D%27%27x")]
    public void Row_AnyKey_IsEscapedOnce(string key, string literal) =>
        Assert.Equal($"https://a1b.table.core.windows.net/votes(PartitionKey='{literal}',RowKey='r')", address.Row("votes", key, "r").AbsoluteUri);

    [Fact]
    public void Filter_Ranges_NamePartitionAlways()
    {
        Assert.Equal("PartitionKey eq 'p'", TableAddress.Filter(RowRange.All("p")));
        Assert.Equal("PartitionKey eq 'o''clock' and RowKey ge 'a''' and RowKey lt 'b'", TableAddress.Filter(new RowRange("o'clock", "a'", "b")));
        Assert.Equal("PartitionKey eq ''' or true or ''' and RowKey ge 'a'", TableAddress.Filter(new RowRange("' or true or '", "a", null)));
    }

    [Fact]
    public void Page_WithContinuation_EncodesItAsAWhole() =>
        Assert.Equal(
            "https://a1b.table.core.windows.net/votes()?$filter=PartitionKey%20eq%20%27p%26%27&$top=5&NextPartitionKey=1%218%21%2B&NextRowKey=",
            address.Page("votes", RowRange.All("p&"), 5, new Continuation("1!8!+", string.Empty)).AbsoluteUri);
}
