using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Turns;

/// <summary>Makes a document that people can have as a file.</summary>
internal interface IFileSource
{
    /// <summary>Names the kind of document in <see cref="FileDocument.Reference"/>.</summary>
    string Kind { get; }

    /// <summary>The document as it is now.</summary>
    /// <param name="turn">Who wants it; their right is checked each time.</param>
    /// <param name="reference">Which one. Anybody can make it up.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Null when the sender may not have it, or there is no such document.</returns>
    Task<FileDocument?> MakeAsync(Turn turn, IReadOnlyDictionary<string, string> reference, CancellationToken cancellationToken);
}

/// <summary>A document as a file.</summary>
/// <param name="Name">With its ending; only letters without marks, digits and hyphens before it.</param>
/// <param name="Content">The bytes.</param>
/// <param name="Reference">What identifies it, under <see cref="KindField"/> its kind.</param>
internal sealed record FileDocument(string Name, byte[] Content, IReadOnlyDictionary<string, string> Reference)
{
    /// <summary>Name of the datum that holds the kind.</summary>
    public const string KindField = "document";
}
