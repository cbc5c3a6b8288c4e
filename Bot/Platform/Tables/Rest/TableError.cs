using System;
using System.Linq;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Azure;

namespace Bot.Platform.Tables.Rest;

/// <summary>Why the service did not do what it was asked.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The service's code such as <c>EntityAlreadyExists</c>; null when it sent none.</param>
/// <param name="Message">The service's words; null when it sent none. Not for logs: it may quote what was sent.</param>
/// <remarks>Source: "Table service error codes". Header first, then JSON, then XML, which some errors come as even if JSON was asked for.</remarks>
internal sealed record TableError(int Status, string? Code, string? Message)
{
    /// <summary>What the error says about a row, or null when it is another trouble.</summary>
    public TransactionConflict? Conflict => (Status, Code) switch
    {
        (409, "EntityAlreadyExists") => TransactionConflict.AlreadyExists,
        (404, "ResourceNotFound" or "EntityNotFound") => TransactionConflict.Missing,
        (412, _) => TransactionConflict.Changed,
        _ => null,
    };

    public static TableError Read(Response response)
    {
        response.Headers.TryGetValue("x-ms-error-code", out var code);
        return Read(response.Status, code, response.Content.ToString());
    }

    public static TableError Read(int status, string? headerCode, string content)
    {
        var (code, message) = content.TrimStart().FirstOrDefault() switch
        {
            '{' => ReadJson(content),
            '<' => ReadXml(content),
            _ => (null, null),
        };
        return new TableError(status, string.IsNullOrEmpty(headerCode) ? code : headerCode, message);
    }

    /// <summary>The exception for the caller. Its text holds status, code and the service's request id, nothing of a row.</summary>
    public RequestFailedException ToException(string? requestId) =>
        new(Status, $"The table service answered {Status} {Code} (request {requestId ?? "unknown"}).", Code, innerException: null);

    private static (string? Code, string? Message) ReadJson(string content)
    {
        try
        {
            using var json = JsonDocument.Parse(content);
            if (!json.RootElement.TryGetProperty("odata.error", out var error))
            {
                return (null, null);
            }

            var code = error.TryGetProperty("code", out var named) ? named.GetString() : null;
            var message = error.TryGetProperty("message", out var said) && said.TryGetProperty("value", out var value) ? value.GetString() : null;
            return (string.IsNullOrEmpty(code) ? null : code, message);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return (null, null);
        }
    }

    private static (string? Code, string? Message) ReadXml(string content)
    {
        try
        {
            var elements = XDocument.Parse(content).Descendants().ToLookup(element => element.Name.LocalName, element => element.Value, StringComparer.OrdinalIgnoreCase);
            return (elements["Code"].FirstOrDefault(), elements["Message"].FirstOrDefault());
        }
        catch (XmlException)
        {
            return (null, null);
        }
    }
}
