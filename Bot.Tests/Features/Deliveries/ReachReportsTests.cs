using System;
using Bot.Domain.Committees;
using Bot.Domain.Deliveries;
using Bot.Features.Deliveries;
using Bot.Features.Deliveries.ReportUnreached;
using Bot.Features.ExampleNetwork;
using Bot.Platform.Deliveries;
using Bot.Storage;
using Bot.Texts;
using Xunit;

namespace Bot.Tests.Features.Deliveries;

/// <summary>What a line of the ledger means in plain words, what counts as reached, and for whom it is tried again.</summary>
public class ReachReportsTests
{
    [Theory]
    [InlineData("Sent", null, 0, ReachState.Reached)]
    [InlineData("Claimed", null, 0, ReachState.UnderWay)]
    [InlineData("Claimed", "ServiceUnavailable", 0, ReachState.UnderWay)]
    [InlineData("Claimed", "BadGateway", 2, ReachState.UnderWay)]
    [InlineData("Waiting", "NotAdded", 0, ReachState.NeverOpened)]
    [InlineData("Waiting", "ForbiddenOperationException", 0, ReachState.NeverOpened)]
    [InlineData("Waiting", "Removed", 0, ReachState.Removed)]
    [InlineData("Failed", "Removed", 0, ReachState.Removed)]
    [InlineData("Waiting", "BotNotInConversationRoster", 0, ReachState.Removed)]
    [InlineData("Waiting", "BotDisabledByAdmin", 0, ReachState.SwitchedOff)]
    [InlineData("Waiting", null, 0, ReachState.UnderWay)]
    [InlineData("Failed", "ConversationBlockedByUser", 0, ReachState.Blocked)]
    [InlineData("Failed", "ConversationNotFound", 0, ReachState.Gone)]
    [InlineData("Failed", "BadSyntax", 0, ReachState.Refused)]
    [InlineData("Failed", "MessageSizeTooBig", 0, ReachState.Refused)]
    [InlineData("Failed", "Unmade", 0, ReachState.Unmade)]
    [InlineData("GivenUp", "BadGateway", 4, ReachState.Doubtful)]
    [InlineData("GivenUp", "ServiceUnavailable", 0, ReachState.GivenUp)]
    public void StateOf_ALine_IsThat(string state, string? error, int doubts, ReachState expected) => Assert.Equal(
        expected, DeliveryReach.StateOf(new Delivery("s", "k", "a", Enum.Parse<DeliveryState>(state), default, 1, Error: error, Doubts: doubts)));

    [Theory]
    [InlineData("Sent", null, 0, ReachState.ByMail)]
    [InlineData("Claimed", null, 0, ReachState.UnderWay)]
    [InlineData("Claimed", "429 TooManyRequests", 0, ReachState.UnderWay)]
    [InlineData("Failed", "401 InvalidAuthenticationToken", 0, ReachState.MailNotAllowed)]
    [InlineData("Failed", "403 ErrorAccessDenied", 0, ReachState.MailNotAllowed)]
    [InlineData("Failed", "400 ErrorInvalidRecipients", 0, ReachState.MailRefused)]
    [InlineData("GivenUp", "500 Trouble", 3, ReachState.MailDoubtful)]
    [InlineData("GivenUp", "429 TooManyRequests", 0, ReachState.MailGivenUp)]
    public void OfMail_ALine_IsThat(string state, string? error, int doubts, ReachState expected) => Assert.Equal(
        expected, DeliveryReach.OfMail(new Delivery("s", "k", "mail|a", Enum.Parse<DeliveryState>(state), default, 1, Error: error, Doubts: doubts)));

    [Theory]
    [InlineData(ReachState.Reached, false)]
    [InlineData(ReachState.ByMail, false)]
    [InlineData(ReachState.UnderWay, false)]
    [InlineData(ReachState.Removed, false)]
    [InlineData(ReachState.NeverOpened, false)]
    [InlineData(ReachState.SwitchedOff, false)]
    [InlineData(ReachState.Blocked, true)]
    [InlineData(ReachState.Gone, true)]
    [InlineData(ReachState.Refused, true)]
    [InlineData(ReachState.Unmade, true)]
    [InlineData(ReachState.Doubtful, false)]
    [InlineData(ReachState.GivenUp, true)]
    [InlineData(ReachState.MailRefused, true)]
    [InlineData(ReachState.MailNotAllowed, true)]
    [InlineData(ReachState.MailDoubtful, true)]
    [InlineData(ReachState.MailGivenUp, true)]
    [InlineData(ReachState.Locked, false)]
    [InlineData(ReachState.NoAccount, false)]
    [InlineData(ReachState.NoAddress, false)]
    public void CanBeTriedAgain_OnlyWhatIsOverAndNotInDoubt(ReachState state, bool expected) => Assert.Equal(expected, ReachReport.CanBeTriedAgain(state));

    [Theory]
    [InlineData(ReachState.Reached, 1, false)]
    [InlineData(ReachState.ByMail, 1, false)]
    [InlineData(ReachState.UnderWay, 0, false)]
    [InlineData(ReachState.Removed, 0, true)]
    [InlineData(ReachState.Doubtful, 0, true)]
    [InlineData(ReachState.MailRefused, 0, true)]
    [InlineData(ReachState.MailGivenUp, 0, true)]
    [InlineData(ReachState.Locked, 0, false)]
    [InlineData(ReachState.NoAccount, 0, false)]
    [InlineData(ReachState.NoAddress, 0, false)]
    public void Report_OfOnePerson_CountsAndIsNewsOrNot(ReachState state, int reached, bool isNews)
    {
        var report = new ReachReport("invitation", [new ReachLine(new PersonId("amina"), state), new ReachLine(null, ReachState.Reached)]);
        Assert.Equal((1, reached, isNews), (report.People, report.Reached, report.IsNews));
    }

    /// <summary>The committee's conversation is no person: beside "1 of 2" it would make the numbers wrong. In detail it stands with its own reason.</summary>
    [Theory]
    [InlineData("de", "Einladung: 1 von 2 erreicht; 1 × ")]
    [InlineData("en", "1 of 2")]
    public void Counts_ARoomThatWasNotReached_IsNotCountedBesidePeople(string language, string said)
    {
        var room = new ReachLine(null, ReachState.NeverOpened);
        var report = new ReachReport("invitation", [new ReachLine(new PersonId("amina"), ReachState.Reached), new ReachLine(new PersonId("clara"), ReachState.NeverOpened), room]);

        var counts = ReachWords.Counts(Reader.For(language), report);

        Assert.Contains(said, counts, StringComparison.Ordinal);
        Assert.DoesNotContain("2 ×", counts, StringComparison.Ordinal);
        Assert.DoesNotContain(ReachWords.Line(Reader.For(language), ExampleSnapshot.Create().Network, room), counts, StringComparison.Ordinal);
    }

    /// <summary>At a full half hour, a quarter of an hour away at least and three quarters at most; so looks that come close to each other share it.</summary>
    [Theory]
    [InlineData("2026-11-23T09:00:00Z", "2026-11-23T09:30:00Z")]
    [InlineData("2026-11-23T09:14:59Z", "2026-11-23T09:30:00Z")]
    [InlineData("2026-11-23T09:15:00Z", "2026-11-23T10:00:00Z")]
    [InlineData("2026-11-23T23:59:59Z", "2026-11-24T00:30:00Z")]
    public void LaterThan_AMoment_IsOnTheGrid(string now, string expected) => Assert.Equal(Moment(expected), AnnouncedHandler.LaterThan(Moment(now)));

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
