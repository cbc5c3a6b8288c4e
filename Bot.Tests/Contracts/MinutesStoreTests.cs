using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Minutes;
using Bot.Domain.Voting;
using Bot.Platform.Tables;
using Bot.Storage;
using Bot.Tests.Conversations;
using Bot.Tests.Domain.Minutes;
using Bot.Tests.Features.Minutes;
using NodaTime;
using Xunit;

namespace Bot.Tests.Contracts;

/// <summary>Minutes, their drafts, versions and corrections, on both stores.</summary>
public class MinutesStoreTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Minutes_WithEverything_AreReadAsTheyWereWritten(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        var minutes = talk.Get<MinutesStore>();
        var body = HeldMeeting.Body();
        Assert.Null(await minutes.FindAsync(Talk.Network, HeldMeeting.Meeting.Id, Cancellation));
        await minutes.KeepDraftAsync(Talk.Network, HeldMeeting.Meeting.Id, "draft-1", body, Cancellation);
        Assert.True(await minutes.TryAddAsync(Talk.Network, HeldMeeting.Circulated, body, Cancellation));
        Assert.False(await minutes.TryAddAsync(Talk.Network, HeldMeeting.Circulated, body, Cancellation));

        var first = (await minutes.FindAsync(Talk.Network, HeldMeeting.Meeting.Id, Cancellation))!.Value;
        var changed = Changed(first.Value, body);
        Assert.True(await minutes.TrySaveAsync(Talk.Network, first, changed, body, Cancellation));
        Assert.False(await minutes.TrySaveAsync(Talk.Network, first, changed, body, Cancellation));

        var read = (await minutes.FindAsync(Talk.Network, HeldMeeting.Meeting.Id, Cancellation))!.Value.Value;
        Assert.Equal((changed.State, changed.Approval, changed.CirculatedAt, changed.Day, changed.Committee), (read.State, read.Approval, read.CirculatedAt, read.Day, read.Committee));
        Assert.Equal(changed.Versions, read.Versions);
        Assert.Equal(changed.Corrections, read.Corrections);
        Assert.Equal(MinutesText.Write(body), MinutesText.Write(await minutes.BodyAsync(Talk.Network, read, 1, Cancellation)));
        Assert.Equal("Strom und Wasser", (await minutes.BodyAsync(Talk.Network, read, 2, Cancellation)).At(2)!.Entries[2].Text);
        Assert.Contains("Förderantrag", Assert.Single(await minutes.AllAsync(Talk.Network, Cancellation)).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Draft_LargerThanARow_IsReadWhole(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        var minutes = talk.Get<MinutesStore>();
        var entries = Enumerable.Range(1, 300).Select(number => new MinutesEntry(number, Bot.Domain.Sessions.SessionEntryKind.Note, new LocalDateTime(2027, 1, 14, 17, 0), string.Concat(Enumerable.Repeat("ö😀", 400))));
        var body = HeldMeeting.Body(MinutesDocumentTests.Largest()) with { Outside = new MinutesItem(0, 0, string.Empty) { Entries = [.. entries] } };
        Assert.InRange(MinutesText.Write(body).Length, 1_000_000, 5_000_000);
        await minutes.KeepDraftAsync(Talk.Network, HeldMeeting.Meeting.Id, "draft-1", body, Cancellation);
        await minutes.KeepDraftAsync(Talk.Network, HeldMeeting.Meeting.Id, "draft-1", body, Cancellation);
        await minutes.KeepDraftAsync(Talk.Network, HeldMeeting.Meeting.Id, "draft-11", HeldMeeting.Body(), Cancellation);
        // Half a character is written as the sign for what cannot be written, which once read is written as itself.
        Assert.Equal(
            MinutesText.Write(body).Replace("\\uFFFD", "\uFFFD", StringComparison.Ordinal),
            MinutesText.Write(await minutes.DraftAsync(Talk.Network, HeldMeeting.Meeting.Id, "draft-1", Cancellation)).Replace("\\uFFFD", "\uFFFD", StringComparison.Ordinal));
        Assert.True(await minutes.TryAddAsync(Talk.Network, HeldMeeting.Drafted, body, Cancellation));
        await Assert.ThrowsAsync<InvalidOperationException>(() => minutes.DraftAsync(Talk.Network, HeldMeeting.Meeting.Id, "draft-2", Cancellation));
    }

    [Fact]
    public async Task Versions_AsManyAsThereCanBe_FitIntoTheHead()
    {
        await using var talk = await Talk.StartAsync();
        var minutes = talk.Get<MinutesStore>();
        var longest = new Bot.Domain.Committees.PersonId(new string('x', 80));
        var versions = Enumerable.Range(1, MeetingMinutes.MostCorrections + MeetingMinutes.MostDrafts)
            .Select(number => new MinutesVersion(number, VersionCause.Corrected, new string('f', 64), HeldMeeting.Closed, longest));
        Assert.True(await minutes.TryAddAsync(Talk.Network, HeldMeeting.Drafted with { Versions = [.. versions] }, HeldMeeting.Body(), Cancellation));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task BallotsOfAMeeting_AreFoundByIt(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        var ballots = talk.Get<BallotStore>();
        var taken = HeldMeeting.Sources().Ballots[0];
        foreach (var (id, meeting) in new[] { ("b1", HeldMeeting.Meeting.Id), ("b2", HeldMeeting.Next.Id), ("b3", HeldMeeting.Meeting.Id) })
        {
            await ballots.OpenAsync(Talk.Network, new BallotRecord(taken.Ballot with { Id = new BallotId(id), Meeting = meeting }, taken.Motion, null), [], Cancellation);
        }

        await ballots.OpenAsync(Talk.Network, new BallotRecord(taken.Ballot with { Id = new BallotId("b4"), Meeting = null }, taken.Motion, null), [], Cancellation);
        Assert.Equal(["b1", "b3"], (await ballots.InMeetingAsync(Talk.Network, HeldMeeting.Meeting.Id, Cancellation)).Select(record => record.Ballot.Id.Value));
        Assert.Empty(await ballots.InMeetingAsync(Talk.Network, new Bot.Domain.Meetings.MeetingId("other"), Cancellation));
    }

    /// <summary>What a row of this version does not say because the one before did not write it.</summary>
    [Fact]
    public async Task Head_WithoutWords_IsRead()
    {
        await using var talk = await Talk.StartAsync();
        var minutes = talk.Get<MinutesStore>();
        Assert.True(await minutes.TryAddAsync(Talk.Network, HeldMeeting.Drafted, HeldMeeting.Body(), Cancellation));
        var row = (await talk.Get<ITableStore>().GetEntityIfExistsAsync(TableNames.Minutes, Talk.Network.Value, "minutes|" + HeldMeeting.Meeting.Id, Cancellation))!;
        row["Words"] = null;
        await talk.Get<ITableStore>().SubmitTransactionAsync(TableNames.Minutes, [TableTransactionAction.Update(row)], Cancellation);
        Assert.Equal(string.Empty, Assert.Single(await minutes.AllAsync(Talk.Network, Cancellation)).Words);
    }

    private static MeetingMinutes Changed(MeetingMinutes minutes, MinutesBody body)
    {
        var (network, meeting) = (HeldMeeting.Network, HeldMeeting.Meeting);
        minutes = Done(minutes.Propose(network, meeting, body, new CorrectionProposal(2, 2, "Strom und Wasser"), "form-1", HeldMeeting.Amina, HeldMeeting.Closed));
        minutes = Done(minutes.Propose(network, meeting, body, new CorrectionProposal(null, null, "Alles anders"), "form-2", HeldMeeting.Amina, HeldMeeting.Closed));
        minutes = Done(minutes.Decide(network, meeting, 1, isAccepted: true, string.Empty, HeldMeeting.Bernd, HeldMeeting.Closed));
        minutes = Done(minutes.Decide(network, meeting, 2, isAccepted: false, "nein", HeldMeeting.Bernd, HeldMeeting.Closed));
        var taken = HeldMeeting.Sources().Ballots[0];
        return Done(minutes.Approve(network, meeting, HeldMeeting.Next, taken with { Ballot = taken.Ballot with { Meeting = HeldMeeting.Next.Id } }, 2, HeldMeeting.Clara, HeldMeeting.Later));
    }

    private static MeetingMinutes Done(Outcome<MeetingMinutes> outcome) => Assert.IsType<Outcome<MeetingMinutes>.Done>(outcome).Value;
}
