using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Bot.Platform.Activities.Authentication;

/// <summary>Reads the channel's keys as soon as the bot starts, without holding it up, and twice a day from then on, so that as a rule no request waits for them.</summary>
internal sealed class KeyRefresh(ChannelKeys keys, IOptions<ActivityOptions> options, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Period = ChannelKeys.LongestAge / 2;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.MicrosoftAppId.Length == 0)
        {
            return;
        }

        while (true)
        {
            await keys.ReadAsync().WaitAsync(stoppingToken);
            await Task.Delay(keys.WereReadWithin(ChannelKeys.Pause) ? Period : ChannelKeys.Pause, time, stoppingToken);
        }
    }
}
