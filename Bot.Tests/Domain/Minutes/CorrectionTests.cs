using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Minutes;
using Bot.Domain.Sessions;
using Bot.Domain.Voting;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Bot.Tests.Domain.Minutes;

/// <summary>Corrections: who may propose them, what they can change, and what stays as it was recorded.</summary>
public class CorrectionTests
{
    private static readonly MinutesBody Body = HeldMeeting.Body();

    [Theory]
    [InlineData("amina", null)]
    [InlineData("bernd", null)]
    [InlineData("dao", null)]
    [InlineData("katrin", null)]
    [InlineData("frank", RefusalCode.NotAttended)]
    [InlineData("samira", RefusalCode.NotAttended)]
    public void Propose_ByWhoWasThere_IsTaken(string who, RefusalCode? refused) =>
        Assert.Equal(refused, Code(Propose(HeldMeeting.Circulated, new CorrectionProposal(2, null, "Es regnete."), who)));

    [Theory]
    [InlineData("amina", RefusalCode.MinutesNotCirculated)]
    [InlineData("bernd", null)]
    [InlineData("katrin", null)]
    public void Propose_ToADraft_IsForTheChair(string who, RefusalCode? refused) =>
        Assert.Equal(refused, Code(Propose(HeldMeeting.Drafted, new CorrectionProposal(null, null, "Es regnete."), who)));

    [Theory]
    [InlineData(null, null, "", RefusalCode.CorrectionMissing)]
    [InlineData(null, null, "   ", RefusalCode.CorrectionMissing)]
    [InlineData(0, null, "x", RefusalCode.ItemNotInMinutes)]
    [InlineData(1, null, "x", null)]
    [InlineData(5, null, "x", null)]
    [InlineData(6, null, "x", RefusalCode.ItemNotInMinutes)]
    [InlineData(-1, null, "x", RefusalCode.ItemNotInMinutes)]
    [InlineData(2, 0, "x", RefusalCode.LineNotInMinutes)]
    [InlineData(2, 1, "x", null)]
    [InlineData(2, 2, "x", null)]
    [InlineData(2, 3, "x", RefusalCode.LineNotInMinutes)]
    [InlineData(1, 1, "x", RefusalCode.LineNotInMinutes)]
    [InlineData(null, 1, "x", RefusalCode.LineNotInMinutes)]
    public void Propose_AroundWhatThereIs_RefusesWhatIsNotThere(int? place, int? line, string text, RefusalCode? refused) =>
        Assert.Equal(refused, Code(Propose(HeldMeeting.Circulated, new CorrectionProposal(place, line, text), "amina")));

    [Theory]
    [InlineData(1000, null)]
    [InlineData(1001, RefusalCode.TextTooLong)]
    public void Propose_AroundTheLongestText_RefusesWhatIsLonger(int length, RefusalCode? refused) =>
        Assert.Equal(refused, Code(Propose(HeldMeeting.Circulated, new CorrectionProposal(null, null, new string('x', length)), "amina")));

    [Fact]
    public void Propose_MoreThanTheyTake_IsRefused()
    {
        var minutes = HeldMeeting.Circulated;
        for (var number = 1; number <= MeetingMinutes.MostCorrections; number++)
        {
            minutes = Done(Propose(minutes, new CorrectionProposal(null, null, "x"), "amina", $"form-{number}"));
        }

        Assert.Equal(MeetingMinutes.MostCorrections, minutes.Corrections[^1].Number);
        Assert.Equal(RefusalCode.CorrectionsFull, Code(Propose(minutes, new CorrectionProposal(null, null, "x"), "amina", "form-x")));
    }

    [Fact]
    public void Propose_TheSameFormTwice_IsOneCorrection()
    {
        var once = Done(Propose(HeldMeeting.Circulated, new CorrectionProposal(2, null, "Es regnete."), "amina"));
        Assert.Same(once, Done(Propose(once, new CorrectionProposal(2, null, "Es regnete."), "amina")));
    }

    [Fact]
    public void Decide_Rejecting_NeedsAReasonAndMakesNoVersion()
    {
        var proposed = Done(Propose(HeldMeeting.Circulated, new CorrectionProposal(2, 2, "Anders"), "amina"));
        Assert.Equal(RefusalCode.ReasonMissing, Code(Decide(proposed, 1, isAccepted: false, " ")));
        Assert.Equal(RefusalCode.TextTooLong, Code(Decide(proposed, 1, isAccepted: false, new string('x', Voiding.ReasonLimit + 1))));
        var rejected = Done(Decide(proposed, 1, isAccepted: false, "So war es nicht."));
        Assert.Equal((1, 0, CorrectionState.Rejected, "So war es nicht."), (rejected.Version, rejected.Undecided, rejected.Corrections[0].State, rejected.Corrections[0].Reason));
        Assert.Same(Body, rejected.Apply(Body, 1));
        Assert.Equal(RefusalCode.CorrectionNotFound, Code(Decide(proposed, 2, isAccepted: true, string.Empty)));
    }

    [Fact]
    public void Apply_AcceptedCorrectionOfANote_ReplacesItsWordsFromThatVersionOn()
    {
        var accepted = Done(Decide(Done(Propose(HeldMeeting.Circulated, new CorrectionProposal(2, 2, "Die Stadt stellt Strom und Wasser."), "amina")), 1, isAccepted: true, string.Empty));
        Assert.Equal("Die Stadt stellt den Strom.", accepted.Apply(Body, 1).At(2)!.Entries[2].Text);
        var corrected = accepted.Apply(Body, 2).At(2)!.Entries[2];
        Assert.Equal(("Die Stadt stellt Strom und Wasser.", 1), (corrected.Text, corrected.CorrectedBy));
        Assert.Equal(Body.At(2)!.Entries[0], accepted.Apply(Body, 2).At(2)!.Entries[0]);
    }

    [Fact]
    public void Apply_CorrectionProposedAfterApproval_StandsBesideAndReplacesNothing()
    {
        var approved = Done(HeldMeeting.Circulated.Approve(HeldMeeting.Network, HeldMeeting.Meeting, HeldMeeting.Next, null, 1, HeldMeeting.Clara, HeldMeeting.Later));
        var late = Done(Decide(Done(Propose(approved, new CorrectionProposal(2, 2, "Anders"), "amina")), 1, isAccepted: true, string.Empty));
        Assert.True(late.Corrections[0].IsAfterApproval);
        Assert.Equal((2, 1), (late.Version, late.Approval!.Version));
        Assert.Same(Body, late.Apply(Body, 2));
        Assert.Single(late.AcceptedUntil(2));
    }

    /// <summary>Whatever is proposed and accepted: what was recorded by ballots, the register and the attendance is never changed.</summary>
    [Fact]
    public void Apply_AnyCorrections_NeverChangesWhatWasRecorded()
    {
        var proposals = Gen.ArrayOf(from place in Gen.Choose(-1, 7) from line in Gen.Choose(-1, 5) from isWhole in Gen.Elements(true, false) select new CorrectionProposal(place, isWhole ? null : line, $"x{place}"));
        Prop.ForAll(Arb.From(proposals), all =>
        {
            var minutes = HeldMeeting.Circulated;
            foreach (var (index, proposal) in all.Index())
            {
                if (Propose(minutes, proposal, "amina", $"form-{index}") is Outcome<MeetingMinutes>.Done(var proposed))
                {
                    minutes = Done(Decide(proposed, proposed.Corrections.Count, isAccepted: true, string.Empty));
                }
            }

            var after = minutes.Apply(Body, minutes.Version);
            Assert.Same(Body.Attendance, after.Attendance);
            Assert.Same(Body.Presence, after.Presence);
            foreach (var (before, item) in Body.Everything.Zip(after.Everything))
            {
                Assert.Equal((before.Title, before.State, before.BegunAt, before.EndedAt), (item.Title, item.State, item.BegunAt, item.EndedAt));
                Assert.Same(before.Ballots, item.Ballots);
                Assert.Same(before.Elections, item.Elections);
                Assert.Equal(before.Entries.Where(entry => entry.Kind == SessionEntryKind.Decision), item.Entries.Where(entry => entry.Kind == SessionEntryKind.Decision));
                Assert.Equal(before.Entries.Select(entry => (entry.Number, entry.At, entry.Assignee, entry.Due)), item.Entries.Select(entry => (entry.Number, entry.At, entry.Assignee, entry.Due)));
            }
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("form-1", 1)]
    [InlineData("form-2", 2)]
    public void Propose_Again_IsTakenOnceForTheSameForm(string form, int corrections)
    {
        var proposal = new CorrectionProposal(2, null, "Es regnete.");
        var once = Done(Propose(HeldMeeting.Circulated, proposal, "amina"));
        var twice = Done(Propose(once, proposal, "amina", form));
        Assert.Equal(corrections, twice.Corrections.Count);
        Assert.Equal(corrections == 1, ReferenceEquals(once, twice));
    }

    private static Outcome<MeetingMinutes> Propose(MeetingMinutes minutes, CorrectionProposal proposal, string who, string form = "form-1") =>
        minutes.Propose(HeldMeeting.Network, HeldMeeting.Meeting, Body, proposal, form, new PersonId(who), HeldMeeting.Closed);

    private static Outcome<MeetingMinutes> Decide(MeetingMinutes minutes, int number, bool isAccepted, string reason) =>
        minutes.Decide(HeldMeeting.Network, HeldMeeting.Meeting, number, isAccepted, reason, HeldMeeting.Bernd, HeldMeeting.Closed);

    private static MeetingMinutes Done(Outcome<MeetingMinutes> outcome) => Assert.IsType<Outcome<MeetingMinutes>.Done>(outcome).Value;

    private static RefusalCode? Code(Outcome<MeetingMinutes> outcome) => (outcome as Outcome<MeetingMinutes>.Refused)?.Why.Code;
}
