using System;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Bot.Platform.Tables.Rest;

/// <summary>Signs each try with the account's key. A try of its own needs a date of its own: the service refuses one older than 15 minutes.</summary>
/// <remarks>Source: "Authorize with Shared Key", section "Shared Key Lite for Table service".</remarks>
internal sealed class SharedKeyLitePolicy(string accountName, byte[] accountKey, TimeProvider time) : HttpPipelineSynchronousPolicy
{
    /// <inheritdoc/>
    public override void OnSendingRequest(HttpMessage message)
    {
        var date = time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        message.Request.Headers.SetValue("x-ms-date", date);
        message.Request.Headers.SetValue("Authorization", $"SharedKeyLite {accountName}:{Sign(date, message.Request.Uri.ToUri())}");
    }

    /// <summary>The signature over date and path as sent. No request of ours has a <c>comp</c> parameter, the only one that would be signed.</summary>
    internal string Sign(string date, Uri address)
    {
        var text = $"{date}\n/{accountName}{address.AbsolutePath}";
        return Convert.ToBase64String(HMACSHA256.HashData(accountKey, Encoding.UTF8.GetBytes(text)));
    }
}
