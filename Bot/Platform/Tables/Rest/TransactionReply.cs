using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using Azure;

namespace Bot.Platform.Tables.Rest;

/// <summary>The answer to a transaction: one part per action, or exactly one part with the error that undid all of them.</summary>
/// <param name="ETags">Of the parts that succeeded, default where the service sent none.</param>
/// <param name="Error">The error; null when all succeeded.</param>
/// <param name="FailedIndex">Which action failed, from 0; null when the service did not say.</param>
internal sealed record TransactionReply(IReadOnlyList<ETag> ETags, TableError? Error, int? FailedIndex)
{
    private const string StatusLine = "HTTP/1.1 ";

    /// <summary>Reads parts by their status lines, whatever the boundaries are called and however many empty lines surround them.</summary>
    public static TransactionReply Read(ReadOnlySpan<byte> body)
    {
        var etags = new List<ETag>();
        var parts = Encoding.UTF8.GetString(body).Split("\n" + StatusLine, StringSplitOptions.None);
        for (var at = 1; at < parts.Length; at++)
        {
            var (status, headers, content) = Split(parts[at]);
            if (status >= 400)
            {
                var error = TableError.Read(status, headers.GetValueOrDefault("x-ms-error-code"), content);
                return new TransactionReply([], error, FailedIndexIn(error.Message));
            }

            etags.Add(headers.TryGetValue("ETag", out var etag) ? new ETag(etag) : default);
        }

        return new TransactionReply(etags, Error: null, FailedIndex: null);
    }

    private static (int Status, Dictionary<string, string> Headers, string Content) Split(string part)
    {
        var lines = part.Split('\n');
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var at = 1;
        for (; at < lines.Length; at++)
        {
            var colon = lines[at].IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || lines[at][0] is '{' or '<' or '-')
            {
                break;
            }

            headers[lines[at][..colon].Trim()] = lines[at][(colon + 1)..].Trim();
        }

        return (int.Parse(lines[0].AsSpan(0, 3), CultureInfo.InvariantCulture), headers, ContentIn(lines.AsSpan(at)));
    }

    /// <summary>Everything up to the next boundary.</summary>
    private static string ContentIn(ReadOnlySpan<string> lines)
    {
        var content = new StringBuilder();
        foreach (var line in lines)
        {
            if (line.StartsWith("--", StringComparison.Ordinal))
            {
                break;
            }

            content.Append(line);
        }

        return content.ToString().Trim();
    }

    /// <summary>The service puts the index before the message: <c>1:The specified entity already exists.</c></summary>
    private static int? FailedIndexIn(string? message)
    {
        var colon = message?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        return colon > 0 && int.TryParse(message.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
    }
}
