using System;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Calendars;
using Bot.Storage;
using Bot.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Bot.Features.Calendars.ServeFeed;

/// <summary>What a calendar program gets at a secret address: 200 with the calendar, 304 when it has it already, and the same 404 for what never was,
/// what was revoked, and whoever belongs to no committee any more. Nothing of it is logged: whoever reads the log would read along.</summary>
internal sealed class CalendarEndpoint(CalendarAddressStore addresses, NetworkStore networks, OwnCalendar calendar)
{
    /// <summary>Answers one request.</summary>
    public async Task HandleAsync(HttpContext context, string file)
    {
        var response = context.Response;
        response.Headers.CacheControl = "private, no-cache";
        response.Headers["X-Robots-Tag"] = "noindex";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.XContentTypeOptions = "nosniff";
        if (!file.EndsWith(CalendarAddresses.Ending, StringComparison.Ordinal)
            || await FindAsync(file[..^CalendarAddresses.Ending.Length], context.RequestAborted) is not { } content)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..32]}\"");
        response.GetTypedHeaders().ETag = tag;
        foreach (var known in context.Request.GetTypedHeaders().IfNoneMatch)
        {
            if (known.Compare(tag, useStrongComparison: false) || known.Equals(EntityTagHeaderValue.Any))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        response.ContentType = CalendarDocument.MediaType;
        response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(content, context.RequestAborted);
        }
    }

    private async Task<byte[]?> FindAsync(string secret, CancellationToken cancellationToken) =>
        await addresses.FindAsync(secret, cancellationToken) is { } address && await networks.FindAsync(address.Network, cancellationToken) is { } snapshot
            ? await calendar.OfAsync(snapshot, address.Person, Reader.For(address.Language), cancellationToken)
            : null;
}
