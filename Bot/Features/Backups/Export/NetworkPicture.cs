using System;
using System.Collections.Generic;
using System.IO;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Platform.Sealing;
using Bot.Platform.Tables;
using Bot.Storage;

namespace Bot.Features.Backups.Export;

/// <summary>Takes the picture of a network that is exported: what a backup would hold at this moment, without papers of secret ballots.</summary>
internal static class NetworkPicture
{
    private const int PassphraseBytes = 32;

    /// <summary>Takes it. A backup is made into memory, because that is what reads again until nothing has changed; its passphrase is kept nowhere, and one round of derivation is enough for it.</summary>
    /// <returns>The rows, and how many papers of secret ballots were left out of them.</returns>
    /// <exception cref="BackupException">The network was written to during each reading.</exception>
    public static async Task<(IReadOnlyList<(string Table, TableEntity Row)> Rows, int Papers)> TakeAsync(ITableStore tables, NetworkId network, TimeProvider time, CancellationToken cancellationToken)
    {
        var passphrase = Convert.ToHexString(RandomNumberGenerator.GetBytes(PassphraseBytes));
        using var file = new MemoryStream();
        using (var sealing = new SealedWriter(file, passphrase, iterations: 1))
        {
            await new NetworkBackup(tables, new NetworkStore(tables, time), time).WriteAsync(network, sealing, cancellationToken);
            sealing.Complete();
        }

        var bytes = file.ToArray();
        var contents = BackupContents.Check(new MemoryStream(bytes), passphrase);
        var (rows, papers) = (new List<(string, TableEntity)>(), 0);
        foreach (var (table, row) in contents.RowsOf(new MemoryStream(bytes), passphrase))
        {
            if (NetworkHoldings.IsSecretPaper(table, row.RowKey))
            {
                papers++;
            }
            else
            {
                rows.Add((table, row));
            }
        }

        return (rows, papers);
    }
}
