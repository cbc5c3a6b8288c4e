using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Tables;
using Bot.Platform.Tables.Rest;
using Bot.Tests.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.Contracts;

/// <summary>The contract, kept by the REST store against a real Azurite.</summary>
public sealed class RestTableStoreContractTests : TableStoreContract
{
    protected override async Task<ITableStore> OpenAsync(CancellationToken cancellationToken)
    {
        var account = TableConnectionString.Parse(await Azurite.RequireConnectionStringAsync(cancellationToken));
        return new RestTableStore(account, new TableClientOptions(), TimeProvider.System, NullLogger<RestTableStore>.Instance);
    }
}
