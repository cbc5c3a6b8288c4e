using System;
using Bot.Platform.Tables.Rest;
using Xunit;

namespace Bot.Tests.Platform.Tables.Rest;

public class SharedKeyLitePolicyTests
{
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>Signatures of the same algorithm that a real Azurite has accepted.</summary>
    [Theory]
    [InlineData("testaccount1", "https://testaccount1.table.core.windows.net/Tables", "J0rgyDtNy3BXUcIppqbP9j2HX0i+JZ3q2oF6/P8yocE=")]
    [InlineData("devstoreaccount1", "http://127.0.0.1:10002/devstoreaccount1/Tables", "ErXwXhFUdsOaklxX2/UTRDcWl4T591pmLcUzbBU+SRI=")]
    [InlineData("testaccount1", "https://testaccount1.table.core.windows.net/meetings(PartitionKey='a%20b',RowKey='o''c')?$filter=x", "a5MRCAprSlQKcoROgEFGasc6bU1OrJcrA7ca+3vtE/s=")]
    public void Sign_KnownAddress_IsTheKnownSignature(string account, string address, string signature)
    {
        var policy = new SharedKeyLitePolicy(account, Convert.FromBase64String(Key), TimeProvider.System);

        Assert.Equal(signature, policy.Sign("Sun, 11 Oct 2009 19:52:39 GMT", new Uri(address)));
    }
}
