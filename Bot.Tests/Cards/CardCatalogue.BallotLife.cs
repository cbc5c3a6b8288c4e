using System.Collections.Generic;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Memberships;
using Bot.Domain.Voting;
using Bot.Features.Ballots;
using Bot.Features.Ballots.BreakTie;
using Bot.Features.Ballots.CastVote;
using Bot.Features.Ballots.RepeatBallot;
using Bot.Features.Ballots.VoidBallot;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Tests.Cards;

/// <content>What may happen to a ballot: reminders, void, repeated, ties.</content>
internal static partial class CardCatalogue
{
    private static IEnumerable<Catalogued> BallotLife(Scene scene)
    {
        var katrin = new PersonId("katrin");
        var voting = Case(scene, AdmissionState.Voting, Recommendation.For);
        var plenary = View(scene, MotionKind.Admission, voting);
        var own = Line(scene.Network.Organizations[0].Id.Value, EntitlementReason.MemberOrganization, null);
        yield return Ballot(scene, "ballot-reminder", plenary with { Own = own, Lines = [own] }, Sentence.BallotReminderLead);
        yield return Ballot(scene, "ballot-leader", plenary.For(katrin), null);

        var reason = scene.Text("Falscher Wortlaut", Voiding.ReasonLimit);
        var voided = plenary with { Record = plenary.Record with { Ballot = plenary.Record.Ballot with { Voided = new Voiding(Scene.Now, katrin, reason) } } };
        yield return Ballot(scene, "ballot-void", voided, Sentence.VoidLead);
        yield return Ballot(scene, "ballot-void-coordinator", voided.For(katrin), null);
        yield return Ballot(scene, "ballot-void-secret", voided with { Record = voided.Record with { Ballot = voided.Record.Ballot with { Secrecy = BallotSecrecy.Secret } } }, null);
        var repeated = voided with { Record = voided.Record with { Repeat = new BallotRepeat(new BallotId("new"), katrin, Scene.Now) } };
        yield return Ballot(scene, "ballot-void-repeated", repeated.For(katrin), null);
        yield return Ballot(scene, "ballot-repeat-of-void", plenary with { Before = voided.Record }, Sentence.BallotLead);
        yield return Ballot(scene, "ballot-repeat-of-undecided", plenary with { Before = plenary.Record }, Sentence.BallotLead);

        var turn = scene.Turn("katrin");
        const string render = "ReasonQuestion.Draw";
        yield return Replaced("void-question", render, VoidBallotCard.Render(turn, plenary));
        yield return Replaced("void-question-secret", render, VoidBallotCard.Render(turn, Secret(plenary), reason, Refused(scene, RefusalCode.ReasonMissing)));
        var planned = RepeatBallotHandler.PlannedBy(turn, plenary.Record.Ballot.Id);
        yield return Replaced("repeat-question", "RepeatBallotCard.Render", RepeatBallotCard.Render(turn, voided, new Repetition(voided.Record.Ballot, voided.Record.Motion, []).Open(scene.Network, planned, Scene.Now)!));

        var meeting = Attended(scene.Network.Electorate(scene.Plenary).Take(4).Select(line => line.Voter));
        var taken = voided with { Record = voided.Record with { Ballot = voided.Record.Ballot with { Mode = BallotMode.InMeeting } } };
        var inMeeting = new Repetition(taken.Record.Ballot, taken.Record.Motion, []) { InMeeting = meeting };
        yield return Replaced("repeat-question-in-meeting", "RepeatBallotCard.Render", RepeatBallotCard.Render(turn, taken, inMeeting.Open(scene.Network, planned, Scene.Now)!));
        var asking = With(scene.Network, scene.Plenary with { Rules = scene.Plenary.Rules with { Usual = Strict } });
        var later = (inMeeting with { InMeeting = null }).Open(asking, planned, Scene.Now)!;
        yield return Replaced("repeat-question-meeting-over", "RepeatBallotCard.Render", RepeatBallotCard.Render(turn, taken, later, Messages.Get(scene.Reader, Sentence.RepeatOtherwise)));

        var colleague = own with { Paper = VoteOption.Yes, CastBy = katrin };
        yield return Ballot(scene, "ballot-colleague-voted", plenary with { Own = colleague, Lines = [colleague], Viewer = new PersonId("amina") }, null);
        var final = plenary with { Record = plenary.Record with { Ballot = plenary.Record.Ballot with { CanChangeVote = false } } };
        yield return Ballot(scene, "ballot-colleague-voted-final", final with { Own = colleague, Lines = [colleague], Viewer = new PersonId("amina") }, null);
        RollEntry[] several = [.. scene.Network.Organizations.Take(5).Select((one, index) => index == 0 ? colleague : Line(one.Id.Value, EntitlementReason.MemberOrganization, index == 1 ? VoteOption.No : null))];
        yield return Ballot(scene, "ballot-several-votes", plenary with { Lines = several, Viewer = new PersonId("amina") }, Sentence.BallotLead);
        var many = scene.Network.Organizations.Take(6).Select(one => Line(one.Id.Value, EntitlementReason.MemberOrganization, null)).ToList();
        yield return Ballot(scene, "ballot-many-votes", plenary with { Lines = many, Viewer = new PersonId("amina") }, Sentence.BallotLead);
        var voters = several.Select(line => line.Voter).ToList();
        yield return Replaced("vote-for-whom-state", "CastVoteReply.AskVoter", CastVoteReply.AskVoter(scene.Turn("amina"), new CastVoteResult.AskVoter(plenary, voters) { Lines = several }, PageRequest.First));
        yield return Replaced("vote-counted-several", BallotRender, CastVoteReply.Counted(scene.Turn("amina"), new CastVoteResult.Counted(plenary, several[1], IsNew: true) { Lines = several }));

        foreach (var card in Ties(scene, plenary))
        {
            yield return card;
        }
    }

    private static (Meeting Meeting, Attendance Noted) Attended(IEnumerable<VoterId> voters) => (
        new Meeting
        {
            Id = new MeetingId("m"), Committee = new CommitteeId("plenum"), Day = Today, Start = new LocalTime(18, 0), RulesVersion = 1, CalledBy = new PersonId("katrin"), CalledAt = Scene.Now,
        },
        new Attendance([.. voters.Select(voter => AttendanceLine.Empty(voter).Arrive(null, new PersonId("katrin"), Scene.Now))]));

    private static IEnumerable<Catalogued> Ties(Scene scene, BallotView plenary)
    {
        var (katrin, amina) = (new PersonId("katrin"), new PersonId("amina"));
        var chair = plenary with { Record = plenary.Record with { Result = Result(Verdict.ChairDecides) } };
        var led = chair with { Record = chair.Record with { Ballot = chair.Record.Ballot with { Chair = amina } } };
        var lot = plenary with { Record = plenary.Record with { Result = Result(Verdict.Lot) } };
        var named = lot with { Record = lot.Record with { TieBreak = new TieBreak(Verdict.Lot, katrin, Scene.Now) { Witness = amina } } };
        yield return Sent("tie-question", "TieCard.Render", TiePosts.Question(scene.Reader, chair));
        yield return Sent("tie-question-lot", "TieCard.Render", TiePosts.Question(scene.Reader, lot));
        yield return Sent("tie-question-lot-named", "TieCard.Render", TiePosts.Question(scene.Reader, named));
        var reason = scene.Text("Die Zeit drängt", Voiding.ReasonLimit);
        yield return Replaced("tie-again", "TieCard.Render", TieCard.Render(scene.Reader, led, reason, Refused(scene, RefusalCode.ReasonMissing)));
        yield return Replaced("tie-lot-again", "TieCard.Render", TieCard.Render(scene.Reader, lot, scene.Text("Bernd", Person.NameLimit), Refused(scene, RefusalCode.WitnessUnknown)));
        yield return Sent("witness", "WitnessCard.Render", TiePosts.Invitation(scene.Reader, named));
        yield return Ballot(scene, "result-tie-chair", led.For(katrin), Sentence.ResultOpenLead);
        yield return Ballot(scene, "result-tie-no-chair", chair, Sentence.ResultOpenLead);
        yield return Ballot(scene, "result-tie-lot", named, Sentence.ResultOpenLead);
        var byChair = led with { Record = led.Record.Broken(new TieBreak(Verdict.ChairDecides, amina, Scene.Now) { Reason = reason }, Verdict.Accepted) };
        yield return Ballot(scene, "result-tie-decided", byChair, Sentence.TieDecidedLead);
        var drawn = named with { Record = named.Record.Broken(named.Record.TieBreak! with { DrawnAt = Scene.Now }, Verdict.Rejected) };
        yield return Ballot(scene, "result-tie-drawn", drawn, Sentence.TieDecidedLead);
        yield return Ballot(scene, "result-repeat-coordinator", (plenary with { Record = plenary.Record with { Result = Result(Verdict.Repeat) } }).For(katrin), Sentence.ResultOpenLead);
    }

    private static BallotView Secret(BallotView view) => view with { Record = view.Record with { Ballot = view.Record.Ballot with { Secrecy = BallotSecrecy.Secret } } };
}
