using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Tests.Contracts.Graph;

/// <content>The drive: files by path, small ones at once and large ones in pieces.</content>
internal sealed partial class GraphService
{
    private readonly Dictionary<string, byte[]> files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Path, MemoryStream Content)> uploads = new(StringComparer.Ordinal);

    /// <summary>The files by their paths.</summary>
    public IReadOnlyDictionary<string, byte[]> Files
    {
        get
        {
            lock (gate)
            {
                return files.ToDictionary();
            }
        }
    }

    private (int Status, JsonNode? Body) InDrive(GraphRequest request, string path)
    {
        if (path.Split(":/") is not [{ Length: > 0 } name, var action])
        {
            return Break(request, "is no path of a drive");
        }

        Check(request, name.All(character => !"\"*:<>?\\|".Contains(character, StringComparison.Ordinal)) && name.Split('/').All(part => part.Length > 0 && part is not ("." or "..")), "names no file");
        return (request.Method, action) switch
        {
            ("PUT", "content") => With("Sites.Selected", () => Put(request, name)),
            ("POST", "createUploadSession") => With("Sites.Selected", () => Begin(request, name)),
            _ => Break(request, "is not documented"),
        };
    }

    private (int Status, JsonNode? Body) Put(GraphRequest request, string path)
    {
        Check(request, request.Query == "@microsoft.graph.conflictBehavior=replace", "does not say what becomes of a file of that name: " + request.Query);
        Check(request, request.Content.Length <= 4 * 1024 * 1024, "is too large to be put at once");
        var status = files.ContainsKey(path) ? 200 : 201;
        files[path] = request.Content;
        return (status, Item(path));
    }

    private (int Status, JsonNode? Body) Begin(GraphRequest request, string path)
    {
        Check(request, (string?)request.Json["item"]?["@microsoft.graph.conflictBehavior"] == "replace", "does not say what becomes of a file of that name");
        var id = uploads.Count.ToString(CultureInfo.InvariantCulture);
        uploads[id] = (path, new MemoryStream());
        return (200, new JsonObject { ["uploadUrl"] = Url + "/upload/" + id, ["expirationDateTime"] = "2099-01-01T00:00:00Z", ["nextExpectedRanges"] = new JsonArray("0-") });
    }

    private (int Status, JsonNode? Body) TakePiece(GraphRequest request)
    {
        if (request.Method != "PUT" || !uploads.TryGetValue(request.Path["/upload/".Length..], out var upload) || Range().Match(request.Headers.GetValueOrDefault("Content-Range", string.Empty)) is not { Success: true } range)
        {
            return Break(request, "is no piece of an upload");
        }

        var (from, to, all) = (long.Parse(range.Groups["from"].Value, CultureInfo.InvariantCulture), long.Parse(range.Groups["to"].Value, CultureInfo.InvariantCulture), long.Parse(range.Groups["all"].Value, CultureInfo.InvariantCulture));
        Check(request, !request.Headers.ContainsKey("Authorization"), "sends the token to the place of the upload");
        Check(request, from == upload.Content.Length && to - from + 1 == request.Content.Length, "does not follow the piece before");
        Check(request, to + 1 == all || request.Content.Length % (320 * 1024) == 0, "is no multiple of 320 KiB");
        upload.Content.Write(request.Content);
        if (to + 1 < all)
        {
            return (202, new JsonObject { ["expirationDateTime"] = "2099-01-01T00:00:00Z", ["nextExpectedRanges"] = new JsonArray($"{to + 1}-") });
        }

        files[upload.Path] = upload.Content.ToArray();
        return (201, Item(upload.Path));
    }

    private static JsonObject Item(string path) => new()
    {
        ["id"] = "01ABC",
        ["name"] = path.Split('/')[^1],
        ["webUrl"] = "https://buendnis.sharepoint.example/" + Uri.EscapeDataString(path),
    };

    [GeneratedRegex(@"^bytes (?<from>\d+)-(?<to>\d+)/(?<all>\d+)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Range();
}
