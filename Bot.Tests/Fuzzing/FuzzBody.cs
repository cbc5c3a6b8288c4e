using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Tests.Fuzzing;

/// <summary>One body to be posted to the bot.</summary>
/// <param name="Index">Its number in its run; with the run's seed it names the body.</param>
/// <param name="Kind">Where it came from and what was done to it.</param>
/// <param name="Bytes">What is posted.</param>
/// <param name="ContentType">As the header says; null for none.</param>
/// <param name="ContentEncoding">As the header says; null for none.</param>
internal sealed record FuzzBody(int Index, string Kind, byte[] Bytes, string? ContentType = FuzzBody.Json, string? ContentEncoding = null)
{
    /// <summary>What the channel says.</summary>
    public const string Json = "application/json; charset=utf-8";

    /// <summary>As a request.</summary>
    public HttpRequestMessage ToRequest()
    {
        var content = new ByteArrayContent(Bytes);
        if (ContentType is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        }

        if (ContentEncoding is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Encoding", ContentEncoding);
        }

        return new HttpRequestMessage(HttpMethod.Post, new Uri("/api/messages", UriKind.Relative)) { Content = content };
    }

    /// <summary>Writes it down, headers first, so that it can be posted again.</summary>
    /// <returns>The file.</returns>
    public async Task<string> WriteAsync(string folder, int seed, string why, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"fuzz-{seed}-{Index}.body"));
        var head = $"{ContentType}\n{ContentEncoding}\n{Kind}: {why.ReplaceLineEndings(" ")}\n";
        await File.WriteAllBytesAsync(path, [.. Encoding.UTF8.GetBytes(head), .. Bytes], cancellationToken);
        return path;
    }

    /// <summary>Reads what <see cref="WriteAsync"/> wrote.</summary>
    public static async Task<FuzzBody> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var all = await File.ReadAllBytesAsync(path, cancellationToken);
        var ends = all.Index().Where(one => one.Item == (byte)'\n').Take(3).Select(one => one.Index).ToList();
        var head = Encoding.UTF8.GetString(all.AsSpan(0, ends[2])).Split('\n');
        return new FuzzBody(0, head[2], all[(ends[2] + 1)..], NullIfEmpty(head[0]), NullIfEmpty(head[1]));
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
