using System;
using System.Collections.Generic;
using Bot.Platform.Tables.Rest;
using Microsoft.Extensions.Options;

namespace Bot.Platform.Tables;

/// <summary>Stops the start when the settings contradict each other or cannot be used, and names the keys. No message shows a secret.</summary>
internal sealed class TableOptionsValidator : IValidateOptions<TableOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, TableOptions options)
    {
        var wrong = new List<string>(Wrongs(options));
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Wrongs(TableOptions options)
    {
        if (options.ConnectionString is not null && options.Endpoint is not null)
        {
            yield return "Tables:ConnectionString and Tables:Endpoint are both set; set only one of them.";
        }

        if (options.ConnectionString is { } connectionString && WrongIn(connectionString) is { } wrong)
        {
            yield return $"Tables:ConnectionString: {wrong}";
        }

        if (options.Endpoint is { } endpoint && !(endpoint.IsAbsoluteUri && endpoint.Scheme == Uri.UriSchemeHttps))
        {
            yield return "Tables:Endpoint must be an absolute https address such as https://account.table.core.windows.net.";
        }

        if (options.ManagedIdentityClientId is not null && options.Endpoint is null)
        {
            yield return "Tables:ManagedIdentityClientId is set, but Tables:Endpoint, which it belongs to, is not.";
        }

        if (string.IsNullOrWhiteSpace(options.DataFolder))
        {
            yield return "Tables:DataFolder must not be empty.";
        }
    }

    private static string? WrongIn(string connectionString)
    {
        try
        {
            TableConnectionString.Parse(connectionString);
            return null;
        }
        catch (FormatException wrong)
        {
            return wrong.Message;
        }
    }
}
