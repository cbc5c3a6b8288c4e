using System;
using System.Security.Cryptography;
using System.Text;
using Bot.Platform.Tables;

namespace Bot.Features.Backups;

/// <summary>Which rows a partition had and in which versions: the same print twice means that nothing was written to it between.</summary>
/// <param name="Hash">Over keys and versions, in order.</param>
/// <param name="Rows">How many.</param>
internal readonly record struct PartitionPrint(string Hash, int Rows);

/// <summary>Takes the print of a partition while its rows pass by.</summary>
internal sealed class PrintTaking : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private int rows;

    /// <summary>The next row.</summary>
    public void Add(TableEntity row)
    {
        hash.AppendData(Encoding.UTF8.GetBytes($"{row.RowKey}\n{row.ETag}\n"));
        rows++;
    }

    /// <summary>The print of the rows so far; the next row begins another partition.</summary>
    public PartitionPrint Take()
    {
        var print = new PartitionPrint(Convert.ToHexStringLower(hash.GetHashAndReset()), rows);
        rows = 0;
        return print;
    }

    /// <inheritdoc/>
    public void Dispose() => hash.Dispose();
}
