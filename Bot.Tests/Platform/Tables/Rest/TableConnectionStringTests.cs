using System;
using Bot.Platform.Tables.Rest;
using Xunit;

namespace Bot.Tests.Platform.Tables.Rest;

public class TableConnectionStringTests
{
    [Theory]
    [InlineData("AccountName=a1b;AccountKey=a2V5", "https://a1b.table.core.windows.net/")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=a1b;AccountKey=a2V5;EndpointSuffix=core.windows.net", "https://a1b.table.core.windows.net/")]
    [InlineData("DefaultEndpointsProtocol=http;AccountName=a1b;AccountKey=a2V5;EndpointSuffix=core.chinacloudapi.cn;", "http://a1b.table.core.chinacloudapi.cn/")]
    [InlineData("accountname = a1b ; accountkey = a2V5 ; tableendpoint = https://tables.example.org/a1b/", "https://tables.example.org/a1b")]
    [InlineData("AccountName=a1b;AccountKey=a2V5;BlobEndpoint=https://b.example.org;TableEndpoint=http://127.0.0.1:10002/a1b", "http://127.0.0.1:10002/a1b")]
    public void Parse_Account_HasNameKeyAndEndpoint(string text, string endpoint)
    {
        var account = TableConnectionString.Parse(text);

        Assert.Equal("a1b", account.AccountName);
        Assert.Equal("key"u8.ToArray(), account.AccountKey);
        Assert.Equal(endpoint, account.Endpoint.AbsoluteUri);
    }

    [Fact]
    public void Parse_UseDevelopmentStorage_IsTheEmulator()
    {
        var account = TableConnectionString.Parse("UseDevelopmentStorage=true");

        Assert.Equal(("devstoreaccount1", "http://127.0.0.1:10002/devstoreaccount1"), (account.AccountName, account.Endpoint.AbsoluteUri));
    }

    [Theory]
    [InlineData("", "AccountName is missing")]
    [InlineData("hunter2", "no list of name=value")]
    [InlineData("AccountKey=aHVudGVyMg==", "AccountName is missing")]
    [InlineData("AccountName=a1b", "AccountKey is missing")]
    [InlineData("AccountName=a1b;AccountKey=", "AccountKey is missing")]
    [InlineData("AccountName=a1b;AccountKey=hunter2!", "AccountKey is not base64")]
    [InlineData("AccountName=a1b;AccountKey=aHVudGVyMg==;AccountName=b", "AccountName is given twice")]
    [InlineData("AccountName=a1b;AccountKey=aHVudGVyMg==;TableEndpoint=a1b.table.core.windows.net", "TableEndpoint")]
    [InlineData("AccountName=a1b;AccountKey=aHVudGVyMg==;DefaultEndpointsProtocol=ftp", "DefaultEndpointsProtocol")]
    [InlineData("TableEndpoint=https://a1b.table.core.windows.net;SharedAccessSignature=hunter2", "SharedAccessSignature is not supported")]
    [InlineData("UseDevelopmentStorage=yes", "UseDevelopmentStorage can only be true")]
    public void Parse_SomethingWrong_NamesItAndShowsNoSecret(string text, string because)
    {
        var wrong = Assert.Throws<FormatException>(() => TableConnectionString.Parse(text));

        Assert.Contains(because, wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", wrong.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("aHVudGVyMg", wrong.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_Account_DoesNotShowTheKey() =>
        Assert.Equal("a1b at https://a1b.table.core.windows.net/", TableConnectionString.Parse("AccountName=a1b;AccountKey=aHVudGVyMg==").ToString());
}
