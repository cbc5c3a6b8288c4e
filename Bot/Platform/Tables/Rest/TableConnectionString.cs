using System;
using System.Collections.Generic;

namespace Bot.Platform.Tables.Rest;

/// <summary>A storage account as its connection string names it. Its text form does not show the key.</summary>
internal sealed class TableConnectionString
{
    private const string EmulatorAccount = "devstoreaccount1";

    /// <summary>The emulator's published key, the same on every machine.</summary>
    private const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private TableConnectionString(string accountName, byte[] accountKey, Uri endpoint)
    {
        AccountName = accountName;
        AccountKey = accountKey;
        Endpoint = endpoint;
    }

    public string AccountName { get; }

    public byte[] AccountKey { get; }

    /// <summary>Where the table service answers, without a slash at the end.</summary>
    public Uri Endpoint { get; }

    /// <summary>Reads <c>AccountName</c>, <c>AccountKey</c> and <c>TableEndpoint</c> or <c>EndpointSuffix</c> and <c>DefaultEndpointsProtocol</c>, or <c>UseDevelopmentStorage=true</c>.</summary>
    /// <exception cref="FormatException">Something is missing or wrong; the message names it and never shows the key.</exception>
    public static TableConnectionString Parse(string text)
    {
        var settings = Split(text);
        if (settings.TryGetValue("UseDevelopmentStorage", out var emulator))
        {
            Require(emulator.Equals("true", StringComparison.OrdinalIgnoreCase), "UseDevelopmentStorage can only be true");
            return new TableConnectionString(EmulatorAccount, Convert.FromBase64String(EmulatorKey), new Uri($"http://127.0.0.1:10002/{EmulatorAccount}"));
        }

        Require(!settings.ContainsKey("SharedAccessSignature"), "SharedAccessSignature is not supported; use AccountKey, or Tables:Endpoint with a managed identity");
        var name = Required(settings, "AccountName");
        return new TableConnectionString(name, Key(Required(settings, "AccountKey")), EndpointOf(settings, name));
    }

    /// <inheritdoc/>
    public override string ToString() => $"{AccountName} at {Endpoint}";

    private static Dictionary<string, string> Split(string text)
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            Require(equals > 0, "it is no list of name=value separated by semicolons");
            Require(settings.TryAdd(part[..equals].Trim(), part[(equals + 1)..].Trim()), $"{part[..equals]} is given twice");
        }

        return settings;
    }

    private static Uri EndpointOf(Dictionary<string, string> settings, string name)
    {
        var given = settings.GetValueOrDefault("TableEndpoint")
            ?? $"{settings.GetValueOrDefault("DefaultEndpointsProtocol", "https")}://{name}.table.{settings.GetValueOrDefault("EndpointSuffix", "core.windows.net")}";
        Require(
            Uri.TryCreate(given.TrimEnd('/'), UriKind.Absolute, out var endpoint) && endpoint.Scheme is "https" or "http",
            "TableEndpoint (or DefaultEndpointsProtocol and EndpointSuffix) gives no http or https address");
        return endpoint!;
    }

    private static byte[] Key(string base64)
    {
        var key = new byte[base64.Length];
        Require(Convert.TryFromBase64String(base64, key, out var length), "AccountKey is not base64");
        return key[..length];
    }

    private static string Required(Dictionary<string, string> settings, string name)
    {
        Require(settings.TryGetValue(name, out var value) && value.Length > 0, $"{name} is missing");
        return value!;
    }

    private static void Require(bool kept, string broken)
    {
        if (!kept)
        {
            throw new FormatException($"The connection string cannot be used: {broken}.");
        }
    }
}
