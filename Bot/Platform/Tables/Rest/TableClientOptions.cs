using System;
using Azure.Core;

namespace Bot.Platform.Tables.Rest;

/// <summary>How the service is asked: again with growing pauses on 408, 429, 5xx and broken connections, honouring <c>Retry-After</c>.</summary>
internal sealed class TableClientOptions : ClientOptions
{
    public TableClientOptions()
    {
        Retry.Mode = RetryMode.Exponential;
        Retry.MaxRetries = 4;
        Retry.Delay = TimeSpan.FromMilliseconds(250);
        Retry.MaxDelay = TimeSpan.FromSeconds(8);
        Retry.NetworkTimeout = TimeSpan.FromSeconds(15);
        Diagnostics.ApplicationId = "Koordinationsbot";

        // Addresses hold keys of rows, and keys are about persons. RestTableLog says what must be known, without them.
        Diagnostics.IsLoggingEnabled = false;
        Diagnostics.IsDistributedTracingEnabled = false;
    }
}
