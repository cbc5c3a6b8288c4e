using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Graph;
using Microsoft.Graph.Drives.Item.Items.Item.CreateUploadSession;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Bot.Platform.Directory;

/// <summary>Where documents of the association are kept for everybody, such as a team's files.</summary>
internal interface IDocumentLibrary
{
    /// <summary>Whether there is one for networks of that tenant.</summary>
    bool IsOnFor(string tenant);

    /// <summary>Stores a document. The same name again replaces what was there, as a new version of it, so repeating it does no harm.</summary>
    /// <param name="folders">Folders below the configured one, from outside in; what cannot stand in a name is replaced. May be empty.</param>
    /// <param name="name">With its ending.</param>
    /// <param name="content">Its bytes, at most 250 MB.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Where people open it; null when Graph did not say.</returns>
    /// <exception cref="DirectoryException">It was not stored, or nobody knows: then store it again later.</exception>
    Task<Uri?> StoreAsync(IReadOnlyList<string> folders, string name, byte[] content, CancellationToken cancellationToken);
}

/// <summary>A drive in SharePoint. Needs write on that one site (<c>Sites.Selected</c>).</summary>
/// <remarks>Sources: Graph v1.0, driveitem-put-content, driveitem-createuploadsession.</remarks>
internal sealed class GraphLibrary(GraphConnection graph) : IDocumentLibrary
{
    /// <summary>Larger ones go in pieces, so that a broken line costs one piece.</summary>
    public const int LargestAtOnce = 4 * 1024 * 1024;

    /// <summary>Must be a multiple of 320 KiB (Graph).</summary>
    private const int Piece = 10 * 320 * 1024;

    private const int LongestName = 120;

    /// <summary>What OneDrive and SharePoint take in no name, and what turns a path; besides control characters.</summary>
    private const string Forbidden = "\"*:<>?/\\|#%~&{}";

    /// <inheritdoc/>
    public bool IsOnFor(string tenant) => graph.Options.Serves(tenant) && graph.Options.Drive.Length > 0;

    /// <inheritdoc/>
    public async Task<Uri?> StoreAsync(IReadOnlyList<string> folders, string name, byte[] content, CancellationToken cancellationToken)
    {
        var path = string.Join('/', graph.Options.Folder.Split('/').Concat(folders).Append(name).Select(NameOf));
        var stored = content.Length > LargestAtOnce
            ? await PutInPiecesAsync(path, content, cancellationToken)
            : await graph.AskAsync((client, token) => PutAsync(client, path, content, token), cancellationToken);
        return Uri.TryCreate(stored?.WebUrl, UriKind.Absolute, out var address) ? address : null;
    }

    /// <summary>The name as it can stand in a path: without what a path or SharePoint would take for something else.</summary>
    public static string NameOf(string wanted)
    {
        var name = string.Concat(wanted.EnumerateRunes().Where(rune => !System.Text.Rune.IsControl(rune))
            .Select(rune => rune.IsAscii && Forbidden.Contains((char)rune.Value, StringComparison.Ordinal) ? "-" : rune.ToString())).Trim(' ', '.');
        return name.Length switch
        {
            0 => "-",
            > LongestName => Path.GetExtension(name) is { Length: <= 10 } ending ? name[..(LongestName - ending.Length)] + ending : name[..LongestName],
            _ => name,
        };
    }

    private async Task<DriveItem?> PutAsync(GraphServiceClient client, string path, byte[] content, CancellationToken cancellationToken)
    {
        // The client's own builder knows no conflict behaviour for content; without it Graph's default would count.
        var steps = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        using var stream = new MemoryStream(content, writable: false);
        var request = new RequestInformation
        {
            HttpMethod = Method.PUT,
            URI = new Uri($"{client.RequestAdapter.BaseUrl}/drives/{Uri.EscapeDataString(graph.Options.Drive)}/items/root:/{steps}:/content?@microsoft.graph.conflictBehavior=replace"),
        };
        request.SetStreamContent(stream, "application/octet-stream");
        request.Headers.Add("Accept", "application/json");
        return await client.RequestAdapter.SendAsync(
            request, DriveItem.CreateFromDiscriminatorValue, new Dictionary<string, ParsableFactory<IParsable>> { ["XXX"] = ODataError.CreateFromDiscriminatorValue }, cancellationToken);
    }

    private async Task<DriveItem?> PutInPiecesAsync(string path, byte[] content, CancellationToken cancellationToken)
    {
        var wish = new CreateUploadSessionPostRequestBody
        {
            Item = new DriveItemUploadableProperties { AdditionalData = new Dictionary<string, object> { ["@microsoft.graph.conflictBehavior"] = "replace" } },
        };
        var session = await graph.AskAsync(
            (client, token) => client.Drives[graph.Options.Drive].Items["root"].ItemWithPath(path).CreateUploadSession.PostAsync(wish, cancellationToken: token), cancellationToken);
        using var stream = new MemoryStream(content, writable: false);
        var result = await graph.AskForLongAsync(
            (_, token) => new LargeFileUploadTask<DriveItem>(session!, stream, Piece, graph.WithoutToken()).UploadAsync(maxTries: 1, cancellationToken: token), cancellationToken);
        return result.UploadSucceeded ? result.ItemResponse : throw new DirectoryException(DirectoryFault.Doubtful, "Upload");
    }
}
