using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Extensions.Options;

namespace Bot.Platform.Telemetry;

[OptionsValidator]
internal sealed partial class TelemetryOptionsRanges : IValidateOptions<TelemetryOptions>;

/// <summary>Stops the start when telemetry could not be sent as it is meant. No message shows a header.</summary>
internal sealed class TelemetryOptionsValidator : IValidateOptions<TelemetryOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(TelemetryOptions options)
    {
        if (options.Endpoint is { } endpoint && endpoint is not { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo: "", Query: "", Fragment: "" })
        {
            yield return "Telemetry:Endpoint must be an http or https address without user, query and fragment.";
        }

        if (string.IsNullOrEmpty(options.HeadersFile))
        {
            yield break;
        }

        if (options.Endpoint is null)
        {
            yield return "Telemetry:HeadersFile is set, but Telemetry:Endpoint, which it belongs to, is not.";
        }

        if (!File.Exists(options.HeadersFile))
        {
            yield return "Telemetry:HeadersFile names a file that is not there.";
        }
    }
}
