using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading.Tasks;
using Bot.Platform.Scheduling;
using Bot.Tests.TestSupport;
using NodaTime;

namespace Bot.Tests.Conversations;

/// <content>Long stretches of time.</content>
internal sealed partial class Talk
{
    /// <summary>Moves the clock from one due moment to the next until then, and does at each what is due there, as a bot does that runs all the while.</summary>
    /// <param name="until">A local moment in Berlin.</param>
    /// <param name="between">What people do after each step; null for nothing.</param>
    public async Task WalkAsync(LocalDateTime until, Func<Task>? between = null)
    {
        var end = SettableTime.Berlin(until);
        while (await Get<DueTable>().NextAsync(Cancellation) is { } next && Instant.FromDateTimeOffset(next) is var moment && moment < end)
        {
            Time.Now = Instant.Max(moment, Time.Now + Duration.FromMilliseconds(1));
            await SettleAsync();
            await (between?.Invoke() ?? Task.CompletedTask);
        }

        Time.Now = end;
        await SettleAsync();
        await (between?.Invoke() ?? Task.CompletedTask);
    }

    /// <summary>Begins to note everything that is sent, with the moment it was sent at.</summary>
    public IReadOnlyCollection<Heard> Listen()
    {
        var heard = new ConcurrentQueue<Heard>();
        Connector.AfterSend = message => heard.Enqueue(new Heard(message.Conversation, Time.Now, CardReading.Words(message.Content)));
        return heard;
    }
}

/// <summary>A message as it was when it was sent.</summary>
/// <param name="Conversation">Where.</param>
/// <param name="At">When.</param>
/// <param name="Words">Everything it showed.</param>
internal sealed record Heard(string Conversation, Instant At, string Words);
