using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Scheduling;
using Bot.Platform.Tables;
using Bot.Tests.Conversations;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Bot.Tests.Platform.Scheduling;

/// <summary>A handler that looks after another one's subjects is never forgotten, whatever becomes of the other.</summary>
public class SweepFollowerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Run_SubjectThatIsFollowed_IsLookedAtByBoth(bool firstFails)
    {
        await using var talk = await Talk.StartAsync();
        var due = new DueTable(talk.Get<ITableStore>(), talk.Get<SweepSignal>(), talk.Time);
        var seen = new List<string>();
        IDueHandler[] handlers = [new Looker("first", null, seen, firstFails), new Looker("second", "first", seen, false), new Looker("third", null, seen, false)];
        await due.LookAgainAsync(new DueSubject("first", "n", "x"), Cancellation);
        await new Sweep(due, handlers, talk.Time, NullLogger<Sweep>.Instance).RunAsync(Cancellation);
        Assert.Equal(["first x", "second x"], seen);
    }

    private sealed class Looker(string kind, string? follows, List<string> seen, bool fails) : IDueHandler
    {
        public string Kind => kind;

        public string? Follows => follows;

        public Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
        {
            seen.Add(kind + " " + subject.Id);
            return fails ? throw new InvalidOperationException("broken") : Task.FromResult<DateTimeOffset?>(null);
        }
    }
}
