using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Privacy;
using Bot.Domain.Rights;
using Bot.Features.ExampleNetwork;
using Bot.Features.Privacy.ShowAudit;
using Bot.Texts;
using NodaTime;
using Xunit;

namespace Bot.Tests.Domain.Privacy;

/// <summary>Which rights leave an entry in the audit log, and who reads it.</summary>
public class AuditTableTests
{
    /// <summary>Whoever adds a right has to say whether what is done by it is entered.</summary>
    [Fact]
    public void Rights_AllThatThereAre_AreEitherAuditedOrNot()
    {
        Assert.Empty(AuditTable.Audited.Keys.Intersect(AuditTable.NotAudited));
        Assert.Equal(Enum.GetValues<Right>().Order(), AuditTable.Audited.Keys.Concat(AuditTable.NotAudited).Order());
    }

    [Fact]
    public void Words_OfEveryAuditedRightAndKind_AreThereInBothLanguages()
    {
        foreach (var reader in new[] { Reader.German, Reader.English })
        {
            Assert.All(AuditTable.Audited.Keys, right => Assert.NotEmpty(Messages.Get(reader, AuditWords.Of(right))));
            Assert.All(Enum.GetValues<AuditKind>(), kind => Assert.NotEmpty(Messages.Get(reader, AuditWords.Of(kind))));
        }
    }

    /// <summary>A vote, a wish for secrecy, a conflict of interest, an answer, a presence: not even watched, whatever else is asked for beside it.</summary>
    [Theory]
    [InlineData(Right.CastVote)]
    [InlineData(Right.AnswerInvitation)]
    [InlineData(Right.BePresent)]
    [InlineData(Right.KeepOwnContact)]
    [InlineData(Right.LookUpContact)]
    public void MayLeaveEntry_OfVotesAndAnswers_IsFalse(Right right)
    {
        Assert.False(AuditTable.MayLeaveEntry(right));
        Assert.Null(AuditTable.Meant(right, Enum.GetValues<Right>()));
    }

    [Theory]
    [InlineData(Right.CallMeeting, new Right[0], Right.CallMeeting)]
    [InlineData(Right.CallMeeting, new[] { Right.MoveMeeting }, Right.CallMeeting)]
    [InlineData(Right.ReadOwnDigest, new Right[0], null)]
    [InlineData(Right.ReadOwnDigest, new[] { Right.ScheduleDigest }, Right.ScheduleDigest)]
    [InlineData(Right.ResignMembership, new[] { Right.ResignMembership }, Right.ResignMembership)]
    [InlineData(Right.ResignMembership, new[] { Right.ResignMembership, Right.SuspendMembership }, Right.SuspendMembership)]
    [InlineData(Right.LockOwnProfile, new[] { Right.LockOwnProfile }, null)]
    [InlineData(Right.LockOwnProfile, new[] { Right.LockProfileOfOthers }, Right.LockProfileOfOthers)]
    public void Meant_ByWhatWasAskedFor_IsTheRightOfWhatWasDone(Right right, Right[] asked, Right? meant) => Assert.Equal(meant, AuditTable.Meant(right, asked));

    [Theory]
    [InlineData(AuditedThing.Network, "", "katrin", true)]
    [InlineData(AuditedThing.Person, "", "katrin", true)]
    [InlineData(AuditedThing.Meeting, "beirat", "katrin", true)]
    [InlineData(AuditedThing.Meeting, "beirat|morgenrot", "katrin", false)]
    [InlineData(AuditedThing.Committee, "morgenrot", "katrin", false)]
    [InlineData(AuditedThing.Committee, "morgenrot", "bernd", true)]
    [InlineData(AuditedThing.Ballot, "", "katrin", false)]
    [InlineData(AuditedThing.Ballot, "", "bernd", true)]
    public void IsFor_OfWhatIsACommittees_OnlyThoseWhoKnowItAndTheDoer(AuditedThing thing, string committees, string reader, bool expected)
    {
        IReadOnlyList<CommitteeId> about = [.. committees.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(id => new CommitteeId(id))];
        var entry = new AuditEntry("a", Instant.FromUtc(2027, 1, 1, 0, 0), new PersonId("bernd"), Right.OpenMotion, thing, "x", about);

        Assert.Equal(expected, entry.IsFor(ExampleSnapshot.Create().Network, new PersonId(reader)));
    }
}
