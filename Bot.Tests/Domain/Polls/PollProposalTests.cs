using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Polls;
using Bot.Domain.Voting;
using Bot.Features.ExampleNetwork;
using NodaTime;
using Xunit;

namespace Bot.Tests.Domain.Polls;

/// <summary>Which polls can be opened, and what they are then.</summary>
public class PollProposalTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 9, 0);
    private static readonly Network Network = ExampleSnapshot.Create().Network;
    private static readonly PersonId Coordinator = new("katrin");

    private static readonly PollProposal Colours = new(
        new CommitteeId("plenum"), PollKind.One, "Welche Farbe?", ["Rot", "Grün", "Blau"], IsAnonymous: true, Now + Duration.FromDays(3));

    private static readonly PollProposal Dates = Colours with { Kind = PollKind.Dates, Options = ["2027-01-14T17:00", "2027-01-15T18:30"] };

    public static TheoryData<string, RefusalCode?> Questions => new()
    {
        { "?", RefusalCode.QuestionMissing },
        { "", RefusalCode.QuestionMissing },
        { "1", null },
        { new string('x', PollProposal.QuestionLimit), null },
        { new string('x', PollProposal.QuestionLimit + 1), RefusalCode.TextTooLong },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public void Objection_ToTheQuestion_OnlyWhenItIsNone(string question, RefusalCode? code)
    {
        Assert.Equal(code, (Colours with { Question = question }).Objection(Network.Zone, Now)?.Code);
    }

    [Theory]
    [InlineData(1, RefusalCode.OptionsOutOfRange)]
    [InlineData(2, null)]
    [InlineData(12, null)]
    [InlineData(13, RefusalCode.OptionsOutOfRange)]
    public void Objection_ToTheNumberOfOptions_OutsideTheLimits(int options, RefusalCode? code)
    {
        var poll = Colours with { Options = [.. Enumerable.Range(1, options).Select(number => "Option " + number)] };

        Assert.Equal(code, poll.Objection(Network.Zone, Now)?.Code);
    }

    [Theory]
    [InlineData("Rot", "rot", RefusalCode.OptionTwice)]
    [InlineData("Rot", "Rosa", null)]
    public void Objection_ToAnOptionTwice_AlsoInOtherLetters(string one, string other, RefusalCode? code)
    {
        Assert.Equal(code, (Colours with { Options = [one, other] }).Objection(Network.Zone, Now)?.Code);
    }

    [Theory]
    [InlineData(80, null)]
    [InlineData(81, RefusalCode.TextTooLong)]
    public void Objection_ToALongOption_AboveTheLimit(int length, RefusalCode? code)
    {
        Assert.Equal(code, (Colours with { Options = ["Rot", new string('x', length)] }).Objection(Network.Zone, Now)?.Code);
    }

    [Theory]
    [InlineData(0, RefusalCode.ClosesInPast)]
    [InlineData(1, null)]
    [InlineData(60 * 24 * 60, null)]
    [InlineData((60 * 24 * 60) + 1, RefusalCode.ClosesTooLate)]
    public void Objection_ToTheClosing_BothSidesOfTheLimits(int minutes, RefusalCode? code)
    {
        Assert.Equal(code, (Colours with { ClosesAt = Now + Duration.FromMinutes(minutes) }).Objection(Network.Zone, Now)?.Code);
    }

    [Theory]
    [InlineData("2026-11-26T10:00", RefusalCode.DateBeforeClosing)]
    [InlineData("2026-11-26T10:01", null)]
    [InlineData("2027-03-28T02:30", RefusalCode.NoSuchHour)]
    [InlineData("2027-10-31T02:30", null)]
    [InlineData("2027-02-30T17:00", RefusalCode.NoDate)]
    [InlineData("Dienstag", RefusalCode.NoDate)]
    public void Objection_ToADate_ThatIsNoneOrTooEarly(string date, RefusalCode? code)
    {
        Assert.Equal(code, (Dates with { Options = ["2027-01-14T17:00", date] }).Objection(Network.Zone, Now)?.Code);
    }

    [Fact]
    public void Open_ByAnybodyButACoordinator_IsRefused()
    {
        Assert.Equal(RefusalCode.OnlyCoordinator, Why(Colours.Open(Network, new PersonId("amina"), new BallotId("p"), Now)));
        Assert.Equal(RefusalCode.CommitteeUnknown, Why((Colours with { Committee = new CommitteeId("nirgends") }).Open(Network, Coordinator, new BallotId("p"), Now)));
        var empty = Network with { Seats = [] };
        Assert.Equal(RefusalCode.NobodyEntitled, Why((Colours with { Committee = new CommitteeId("beirat") }).Open(empty, Coordinator, new BallotId("p"), Now)));
    }

    [Fact]
    public void Open_InThePlenary_GivesEveryPersonAPaperWhoeverTheyRepresent()
    {
        var opening = Done(Colours.Open(Network, Coordinator, new BallotId("p"), Now));

        Assert.Equal(9, opening.Roll.Count);
        Assert.All(opening.Roll, line => Assert.Equal(line.Voter.Value, Assert.Single(line.Actors).Value));
        Assert.True(opening.Ballot.IsSecret);
        Assert.Equal(["Rot", "Grün", "Blau"], opening.Motion.Options);
        Assert.Equal(MotionKind.Poll, opening.Motion.Kind);
    }

    public static TheoryData<PollKind, string> Forms => new()
    {
        { PollKind.One, "choice:3:1" },
        { PollKind.Several, "choice:3:3" },
        { PollKind.Ranking, "ranking:3" },
        { PollKind.Dates, "marking:3:3" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Form_ByKind_TakesItsPapers(PollKind kind, string form)
    {
        Assert.Equal(form, (Colours with { Kind = kind }).Form.ToCode());
    }

    [Fact]
    public void ReadAll_WhatWasWritten_IsTheSame()
    {
        LocalDateTime[] dates = [new(2027, 1, 14, 17, 0), new(2028, 2, 29, 0, 0)];
        Assert.Equal(dates, PollDates.ReadAll(dates.Select(PollDates.Write)));
        Assert.Empty(PollDates.ReadAll(["Rot", PollDates.Write(dates[0])]));
    }

    private static Opening Done(Outcome<Opening> outcome) => Assert.IsType<Outcome<Opening>.Done>(outcome).Value;

    private static RefusalCode Why(Outcome<Opening> outcome) => Assert.IsType<Outcome<Opening>.Refused>(outcome).Why.Code;
}
