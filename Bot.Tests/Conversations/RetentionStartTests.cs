using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Tables;
using Bot.Storage;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>A network of an earlier version in which no rhythm is ever looked at: the monthly deletion begins with whoever asks how long things are kept.</summary>
public class RetentionStartTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FirstRun_WhereNoRhythmIsLookedAt_IsPlannedByACoordinatorWhoAsks()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.Get<ITableStore>().SubmitTransactionAsync(TableNames.Networks, [TableTransactionAction.Remove("retention|" + Talk.Network.Value, "state")], Cancellation);

        await talk.SaysAsync("amina", "Aufbewahrung");
        Assert.Null(await NextAsync(talk));
        await talk.SaysAsync("katrin", "Aufbewahrung");
        Assert.Equal(Instant.FromUtc(2027, 1, 1, 8, 0), await NextAsync(talk));
    }

    private static async Task<Instant?> NextAsync(Talk talk) => (await talk.Get<RetentionStore>().ProgressAsync(Talk.Network, Cancellation))?.Value.Next;
}
