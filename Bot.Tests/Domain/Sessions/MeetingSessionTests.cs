using System;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Agendas;
using Bot.Domain.Meetings;
using Bot.Domain.Sessions;
using Bot.Domain.Voting;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Xunit;
using static Bot.Tests.Domain.Sessions.SessionScene;

namespace Bot.Tests.Domain.Sessions;

/// <summary>What may be done in a meeting that goes on, by whom and when.</summary>
public class MeetingSessionTests
{
    [Theory]
    [InlineData(-3601, RefusalCode.SessionTooEarly)]
    [InlineData(-3600, null)]
    [InlineData(0, null)]
    [InlineData(21599, null)] // 23:59:59
    [InlineData(21600, RefusalCode.SessionClosed)] // midnight
    public void Open_AroundItsTime_FromAnHourBeforeUntilTheDayEnds(int seconds, RefusalCode? refused)
    {
        var scene = new SessionScene();
        scene.Now += Duration.FromSeconds(seconds);
        var outcome = scene.Session.Open(scene.Act());
        if (refused is { } code)
        {
            Assert.Equal(code, Why(outcome));
            return;
        }

        scene.Take(outcome);
        Assert.Equal((MeetingState.InSession, scene.Now), (scene.Meeting.State, scene.Meeting.OpenedAt));
        Assert.True(scene.Take(scene.Session.Open(scene.Act(Katrin))).IsRepeated);
    }

    [Fact]
    public void Rights_LeadMemberStranger_AreKept()
    {
        var scene = new SessionScene();
        Assert.Equal(RefusalCode.OnlyMeetingLead, Why(scene.Session.Open(scene.Act(Ben))));
        Assert.Equal(RefusalCode.SessionNotOpen, Why(scene.Session.Note("x", scene.Act(Ben))));
        scene.Opened();
        var session = scene.Session;
        foreach (var by in new[] { Ben, Stranger })
        {
            Assert.Equal(RefusalCode.OnlyMeetingLead, Why(session.CallUp(null, scene.Act(by))));
            Assert.Equal(RefusalCode.OnlyMeetingLead, Why(session.Leave(1, false, scene.Act(by))));
            Assert.Equal(RefusalCode.OnlyMeetingLead, Why(session.Decide("x", null, Basis(3), false, scene.Act(by))));
            Assert.Equal(RefusalCode.OnlyMeetingLead, Why(session.Close(scene.Act(by))));
        }

        Assert.Equal(RefusalCode.NotMemberOfCommittee, Why(session.Note("x", scene.Act(Stranger))));
        Assert.Equal(RefusalCode.NotMemberOfCommittee, Why(session.Assign("x", Ada, "", null, scene.Act(Stranger))));
        scene.Take(session.Note("x", scene.Act(Ben)));
        scene.Take(scene.Session.CallUp(null, scene.Act(Katrin)));
        scene.Meeting = scene.Meeting with { Chair = Cem };
        Assert.Equal(RefusalCode.OnlyMeetingLead, Why(scene.Session.CallUp(null, scene.Act(Ada))));
    }

    [Fact]
    public void Steps_ThroughTheAgenda_KeepItemsAndTime()
    {
        var scene = new SessionScene().Opened();
        scene.Take(scene.Session.CallUp(null, scene.Act()));
        Assert.Equal((1, "OOOO"), (scene.Session.Current!.Number, scene.States));
        scene.Now += Duration.FromMinutes(20);
        Assert.Equal(Duration.FromMinutes(20), scene.Session.Record.TimeUsed(1, scene.Now));
        scene.Take(scene.Session.CallUp(3, scene.Act()));
        Assert.Equal((3, "DOOO", 4), (scene.Session.Current!.Number, scene.States, scene.Session.Next!.Number));
        scene.Take(scene.Session.Leave(4, isPostponed: true, scene.Act()));
        Assert.Equal((3, "DOOP"), (scene.Session.Current!.Number, scene.States));
        scene.Take(scene.Session.Leave(null, isPostponed: false, scene.Act()));
        Assert.Equal((null, "DODP", 2), (scene.Session.Current?.Number, scene.States, scene.Session.Next!.Number));
        Assert.Equal(RefusalCode.NoCurrentItem, Why(scene.Session.Leave(null, false, scene.Act())));
        Assert.Equal(RefusalCode.SessionItemUnknown, Why(scene.Session.CallUp(5, scene.Act())));
        scene.Take(scene.Session.CallUp(1, scene.Act())); // once more
        scene.Now += Duration.FromMinutes(5);
        Assert.Equal((Duration.FromMinutes(25), "OODP"), (scene.Session.Record.TimeUsed(1, scene.Now), scene.States));
        scene.Take(scene.Session.CallUp(null, scene.Act()));
        scene.Take(scene.Session.Close(scene.Act()));
        Assert.Equal(("DDDP", MeetingState.Closed), (scene.States, scene.Meeting.State));
        Assert.Equal([1, 3, 1, 2], scene.Session.Record.Stretches.Select(stretch => stretch.Item));
        Assert.True(scene.Take(scene.Session.Close(scene.Act())).IsRepeated);
        Assert.Equal(RefusalCode.SessionClosed, Why(scene.Session.Note("x", scene.Act())));
    }

    [Fact]
    public void CallUp_NothingOpen_IsRefused()
    {
        var scene = new SessionScene { Items = [] }.Opened();
        Assert.Equal(RefusalCode.NoOpenItem, Why(scene.Session.CallUp(null, scene.Act())));
    }

    [Fact]
    public void CallUp_OnAnUrgentMeeting_GoesByTheNumberPeopleSee()
    {
        var scene = new SessionScene();
        scene.Meeting = scene.Meeting with { Kind = MeetingKind.Urgent };
        scene.Opened();
        var place = new Agenda(scene.Meeting, scene.Items).PlaceOf(scene.Items[1]);
        Assert.Equal(2, scene.Take(scene.Session.CallUp(place, scene.Act())).Entry.Item);
    }

    [Fact]
    public void Referred_WhateverIsDone_StaysReferred()
    {
        var scene = new SessionScene();
        scene.Items = [scene.Items[0] with { State = AgendaItemState.Referred }, scene.Items[1]];
        scene.Opened();
        scene.Take(scene.Session.CallUp(1, scene.Act()));
        scene.Take(scene.Session.Leave(null, false, scene.Act()));
        Assert.Equal("RO", scene.States);
    }

    [Theory]
    [InlineData(2, 1, 0, 3, false, null)]
    [InlineData(2, 1, 1, 3, false, RefusalCode.HandsExceedEntitled)]
    [InlineData(2, 1, 0, 2, false, RefusalCode.HandsExceedPresent)]
    [InlineData(2, 1, 0, 2, true, null)]
    [InlineData(2, 1, 1, 2, true, RefusalCode.HandsExceedEntitled)]
    [InlineData(2, 0, 0, 2, false, null)]
    [InlineData(2, 1, 0, null, false, null)]
    public void Decide_HandsAgainstHeads_AreAskedBack(int yes, int no, int abstain, int? present, bool isConfirmed, RefusalCode? refused)
    {
        var scene = new SessionScene().Opened();
        var outcome = scene.Session.Decide("x", new HandCount(yes, no, abstain), Basis(present), isConfirmed, scene.Act());
        if (refused is { } code)
        {
            Assert.Equal(code, Why(outcome));
        }
        else
        {
            var result = scene.Take(outcome).Entry.Result!;
            Assert.Equal((Verdict.Accepted, present is { } there ? Math.Max(there, yes + no + abstain) : null, 3), (result.Verdict, result.Tally.Present, result.Tally.Entitled));
        }
    }

    [Fact]
    public void Decide_ByConsentAndByTie_AreToldApart()
    {
        var scene = new SessionScene(MajorityRule.Default with { Tie = TieRule.ChairDecides }).Opened();
        Assert.Equal((Verdict.Accepted, null), (scene.Take(scene.Session.Decide("x", null, Basis(3), false, scene.Act())).Entry.Verdict, scene.Session.Record.Decisions.Single().Result));
        Assert.Equal(Verdict.ChairDecides, scene.Take(scene.Session.Decide("y", new HandCount(1, 1, 0), Basis(3), false, scene.Act())).Entry.Verdict);
    }

    [Fact]
    public void Decide_WhereVotesAreSecret_TakesNoHands()
    {
        var scene = new SessionScene(secrecy: SecrecyRule.Always).Opened();
        Assert.Equal(RefusalCode.HandsAgainstRules, Why(scene.Session.Decide("x", new HandCount(2, 1, 0), Basis(3), false, scene.Act())));
        scene.Take(scene.Session.Decide("x", null, Basis(3), false, scene.Act()));
    }

    [Theory]
    [InlineData(0, RefusalCode.NoteMissing)]
    [InlineData(1, null)]
    [InlineData(1000, null)]
    [InlineData(1001, RefusalCode.TextTooLong)]
    public void Texts_AroundTheLimit_AreTakenOrRefused(int length, RefusalCode? refused)
    {
        var scene = new SessionScene().Opened();
        var text = new string('x', length);
        foreach (var outcome in new[] { scene.Session.Note(text, scene.Act()), scene.Session.Decide(text, null, Basis(3), false, scene.Act()), scene.Session.Assign(text, null, "", null, scene.Act()) })
        {
            Assert.Equal(refused, outcome is Outcome<SessionStep>.Refused(var why) ? why.Code : null);
        }
    }

    [Fact]
    public void Assign_OfAConfidentialItem_StaysInTheCommittee()
    {
        var scene = new SessionScene();
        scene.Items = [scene.Items[0] with { Visibility = AgendaVisibility.Committee }];
        scene.Opened();
        scene.Take(scene.Session.Assign("x", Stranger, "", null, scene.Act()));
        scene.Take(scene.Session.CallUp(1, scene.Act()));
        Assert.Equal(RefusalCode.ConfidentialAssignee, Why(scene.Session.Assign("x", Stranger, "", null, scene.Act())));
        Assert.True(scene.Take(scene.Session.Assign("x", Ben, "", null, scene.Act())).Task!.IsConfidential);
    }

    [Fact]
    public void SameOrigin_Again_IsNotedOnce()
    {
        var scene = new SessionScene().Opened();
        var act = scene.Act();
        scene.Take(scene.Session.Note("x", act));
        Assert.True(scene.Take(scene.Session.Note("x", act)).IsRepeated);
        var step = scene.Act();
        scene.Take(scene.Session.CallUp(null, step));
        Assert.True(scene.Take(scene.Session.CallUp(null, step)).IsRepeated);
        var undo = scene.Act();
        scene.Take(scene.Session.Undo(scene.Session.LastOf(Ada)!.Number, undo));
        Assert.True(scene.Take(scene.Session.Undo(scene.Session.LastOf(Ada)!.Number, undo)).IsRepeated);
        Assert.Equal(["x"], scene.Session.Record.Standing.Where(entry => entry.Kind == SessionEntryKind.Note).Select(entry => entry.Text));
    }

    [Fact]
    public void Undo_OnesOwnAndOthers_ByWhoMay()
    {
        var scene = new SessionScene().Opened();
        Assert.Equal((SessionEntryKind.Opened, null), (scene.Session.LastOf(Ada)?.Kind, scene.Session.LastOf(Ben)));
        Assert.Equal(RefusalCode.NothingToUndo, Why(scene.Session.Undo(null, scene.Act())));
        Assert.Equal(RefusalCode.NothingToUndo, Why(scene.Session.Undo(1, scene.Act())));
        scene.Take(scene.Session.Note("von Ben", scene.Act(Ben)));
        scene.Take(scene.Session.Note("von Ada", scene.Act()));
        Assert.Equal(RefusalCode.OnlyMeetingLead, Why(scene.Session.Undo(3, scene.Act(Ben))));
        Assert.Equal((2, 3, null), (scene.Session.LastOf(Ben)?.Number, scene.Session.LastOf(Katrin)?.Number, scene.Session.LastOf(Cem)?.Number));
        scene.Take(scene.Session.Undo(2, scene.Act(Ben)));
        Assert.True(scene.Take(scene.Session.Undo(2, scene.Act())).IsRepeated);
        var undone = scene.Take(scene.Session.Undo(3, scene.Act(Katrin))).Entry;
        Assert.Equal((Katrin, scene.Now), (undone.UndoneBy, undone.UndoneAt));
        scene.Take(scene.Session.Close(scene.Act()));
        Assert.Equal(RefusalCode.SessionClosed, Why(scene.Session.Undo(3, scene.Act())));
    }

    [Fact]
    public void Undo_OfAStep_BringsTheItemBack()
    {
        var scene = new SessionScene().Opened();
        scene.Take(scene.Session.CallUp(null, scene.Act()));
        scene.Take(scene.Session.CallUp(null, scene.Act()));
        Assert.Equal("DOOO", scene.States);
        Assert.Equal(RefusalCode.NothingToUndo, Why(scene.Session.Undo(2, scene.Act()))); // not the last step
        scene.Take(scene.Session.Undo(3, scene.Act()));
        Assert.Equal((1, "OOOO"), (scene.Session.Current!.Number, scene.States));
        scene.Take(scene.Session.Leave(null, isPostponed: true, scene.Act()));
        scene.Take(scene.Session.Undo(4, scene.Act()));
        Assert.Equal((1, "OOOO"), (scene.Session.Current!.Number, scene.States));
    }

    /// <summary>Whatever is pressed, numbers have no gaps, items are where the record has them, and undoing everything leads back to the beginning.</summary>
    [Fact]
    public void AnyPresses_UndoneAgain_LeadBack() => Prop.ForAll(Gen.Choose(0, 5).ArrayOf().ToArbitrary(), presses =>
    {
        var scene = new SessionScene().Opened();
        foreach (var press in presses)
        {
            var outcome = press switch
            {
                0 => scene.Session.CallUp(null, scene.Act()),
                1 => scene.Session.CallUp(2, scene.Act()),
                2 => scene.Session.Leave(null, false, scene.Act()),
                3 => scene.Session.Leave(3, true, scene.Act()),
                4 => scene.Session.Undo(scene.Session.LastOf(Ada)?.Number, scene.Act()),
                _ => scene.Session.Note("x", scene.Act()),
            };
            if (outcome is Outcome<SessionStep>.Done)
            {
                scene.Take(outcome);
            }

            Assert.All(scene.Items, item => Assert.Equal(scene.Session.Record.StateOf(item.Number), item.State));
        }

        while (scene.Session.LastOf(Ada) is { Kind: not SessionEntryKind.Opened } last)
        {
            scene.Take(scene.Session.Undo(last.Number, scene.Act()));
        }

        return scene.States == "OOOO" && scene.Session.Current is null && scene.Session.Record.Standing.Count() == 1;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Note_ClosedWhileTheMeetingWasRead_IsRefusedByTheRecordAlone()
    {
        // The meeting is read before what was noted in it: somebody may close it in between.
        var scene = new SessionScene().Opened();
        var before = scene.Meeting;
        scene.Take(scene.Session.Close(scene.Act()));
        scene.Meeting = before;
        Assert.Equal(MeetingState.InSession, scene.Meeting.State);
        Assert.Equal(RefusalCode.SessionClosed, Why(scene.Session.Note("x", scene.Act(Ben))));
        Assert.Equal(RefusalCode.SessionClosed, Why(scene.Session.CallUp(null, scene.Act())));
        Assert.Equal(RefusalCode.SessionClosed, Why(scene.Session.Undo(1, scene.Act())));
        Assert.True(scene.Take(scene.Session.Close(scene.Act(Katrin))).IsRepeated);
    }

    [Theory]
    [InlineData(100, null)]
    [InlineData(101, RefusalCode.TextTooLong)]
    public void Assign_AroundTheLongestName_IsTakenOrRefused(int length, RefusalCode? refused)
    {
        var scene = new SessionScene().Opened();
        var outcome = scene.Session.Assign("x", null, new string('n', length), null, scene.Act(Ben));
        Assert.Equal(refused, (outcome as Outcome<SessionStep>.Refused)?.Why.Code);
    }

    private static DecisionBasis Basis(int? present) => new(present, 3, Rule.ToCode());

    private static readonly MajorityRule Rule = MajorityRule.Default with { Tie = TieRule.ChairDecides };
}
