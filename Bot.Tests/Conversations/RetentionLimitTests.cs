using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Domain.Privacy;
using Bot.Platform.Tables;
using Bot.Storage;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>What would be kept for good: cases that led nowhere, and what waits for minutes nobody approves.</summary>
public class RetentionLimitTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Of both rows nothing is left, the one that leads to a running case included where it stands.</summary>
    [Fact]
    public async Task Expulsions_ThatLedNowhere_GoAsApplicationsDo_TheOthersStay()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "dao");
        await ProposeAsync(talk, "Kreissportbund");
        await talk.SaysAsync("katrin", "Ausschlussantrag zurückziehen: Kreissportbund");
        await talk.PressesAsync("katrin", "Ja, zurückziehen", null, ("reason", "Geklärt"));
        await ProposeAsync(talk, "Volkshochschule");
        var (store, table) = (talk.Get<ExpulsionStore>(), talk.Get<ITableStore>());
        var cases = await CasesAsync(store);
        Assert.Equal(2, cases.Count);
        var gone = cases.Single(expulsion => !expulsion.IsRunning);
        var left = RowFormat.NewRow(Talk.Network.Value, ExpulsionStore.RunningKey(gone.Organization));
        left["Case"] = gone.Id.Value;
        await table.SubmitTransactionAsync(TableNames.Admissions, [TableTransactionAction.Upsert(left)], Cancellation);
        await talk.Get<OverdueRows>().RemoveAsync((await talk.NetworkAsync()).Network, RetentionTerms.Usual, talk.Time.Now + Duration.FromDays(20), Cancellation);
        Assert.Equal(2, (await CasesAsync(store)).Count);

        await talk.Get<OverdueRows>().RemoveAsync((await talk.NetworkAsync()).Network, RetentionTerms.Usual, talk.Time.Now + Duration.FromDays(800), Cancellation);

        Assert.True(Assert.Single(await CasesAsync(store)).IsRunning);
        Assert.Null(await table.GetEntityIfExistsAsync(TableNames.Admissions, Talk.Network.Value, ExpulsionStore.RunningKey(gone.Organization), Cancellation));
        Assert.Single(await store.RunningAsync(Talk.Network, Cancellation));
    }

    /// <summary>A draft nobody ever approved: answers and attendance go at last, the draft with who was there stays.</summary>
    [Fact]
    public async Task Minutes_NeverApproved_AreNotWaitedForAfterThreeYears()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara");
        var meeting = await talk.BoardHasMetAsync();
        await talk.BoardGetsMinutesAsync();
        var draft = await talk.Get<MinutesStore>().AllAsync(Talk.Network, Cancellation);
        var network = (await talk.NetworkAsync()).Network;
        var settled = network.Zone.AtStartOfDay(meeting.Day.PlusYears(3)).ToInstant();
        Assert.False(await OverdueAsync(talk, network, settled + Duration.FromDays(1)).AnyAsync(row => row.Kind == RetentionKind.Attendance, Cancellation));
        var over = settled + Duration.FromDays((31 * RetentionTerms.Usual.MonthsOf(RetentionKind.Attendance)) + 1);
        Assert.True(await OverdueAsync(talk, network, over).AnyAsync(row => row.Kind == RetentionKind.Attendance, Cancellation));
        await talk.Get<OverdueRows>().RemoveAsync(network, RetentionTerms.Usual, over, Cancellation);
        Assert.Empty((await talk.Get<AttendanceStore>().OfAsync(Talk.Network, meeting.Id, Cancellation)).Lines);
        Assert.Equal(draft.Count, (await talk.Get<MinutesStore>().AllAsync(Talk.Network, Cancellation)).Count);
    }

    private static IAsyncEnumerable<OverdueRow> OverdueAsync(Talk talk, Network network, Instant now) => talk.Get<OverdueRows>().AllAsync(network, RetentionTerms.Usual, now, Cancellation);

    private static async Task ProposeAsync(Talk talk, string organization)
    {
        await talk.SaysAsync("katrin", $"Ausschluss beantragen: {organization}, weil er gegen unsere Grundsätze auftritt");
        await talk.PressesAsync("katrin", "Ausschluss beantragen");
    }

    private static async Task<IReadOnlyList<Expulsion>> CasesAsync(ExpulsionStore store)
    {
        var cases = new List<Expulsion>();
        await foreach (var expulsion in store.AllAsync(Talk.Network, Cancellation))
        {
            cases.Add(expulsion);
        }

        return cases;
    }
}
