using System.Collections.Generic;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Voting;
using Bot.Features.Meetings;
using Bot.Features.Meetings.RecordAttendance;
using Bot.Features.Meetings.VoteNow;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Tests.Cards;

/// <content>Attendance, and ballots in a meeting.</content>
internal static partial class CardCatalogue
{
    private static IEnumerable<Catalogued> Attending(Scene scene)
    {
        var turn = scene.Turn("katrin");
        var plenary = scene.Plenary with { Rules = scene.Plenary.Rules with { Majority = MajorityRule.Default with { Quorum = new Fraction(1, 2) } } };
        var meeting = scene.Meeting(committee: scene.Plenary);
        VoterId[] voters = [.. scene.Network.Organizations.Select(organization => new VoterId(organization.Id.Value))];
        yield return Replaced("present-for", "PresenceCard.Render", PresenceCard.Render(scene.Turn("amina"), meeting, voters[..1], isPresent: true));
        yield return Replaced("present-for-many", "PresenceCard.Render", PresenceCard.Render(scene.Turn("amina"), meeting, voters, isPresent: true));
        yield return Replaced("left", "PresenceCard.Render", PresenceCard.Render(scene.Turn("amina"), meeting, [new VoterId("amina")], isPresent: false));
        foreach (var verb in new[] { MeetingVerbs.Arrive, MeetingVerbs.Leave, MeetingVerbs.ShowAttendance })
        {
            var several = Enumerable.Repeat(meeting, scene.Writing == Writing.Usual ? 2 : 12).ToList();
            yield return Replaced("which-meeting-" + verb, "PresenceCard.Which", PresenceCard.Which(turn, several, verb));
        }

        var (amina, bernd) = (new PersonId("amina"), new PersonId("bernd"));
        var earlier = Scene.Now - Duration.FromMinutes(20);
        var attendance = new Attendance(
        [
            AttendanceLine.Empty(voters[0]).Arrive(amina, amina, earlier).Arrive(bernd, bernd, earlier),
            AttendanceLine.Empty(voters[1]).Arrive(null, amina, earlier),
            AttendanceLine.Empty(voters[2]).Arrive(bernd, bernd, earlier).Leave(bernd, Scene.Now),
            .. voters.Skip(3).Take(100).Select(voter => AttendanceLine.Empty(voter).Arrive(amina, amina, earlier)),
        ]);
        foreach (var number in new[] { 1, 2, 999 })
        {
            yield return Replaced($"attendance-{number}", "AttendanceCard.Render", AttendanceCard.Render(turn, plenary, meeting, attendance, new PageRequest { Number = number }));
        }

        const string form = "VoteNowForm.Render";
        var question = scene.Text("Stellen wir den Förderantrag?", VoteNowForm.QuestionLimit);
        yield return Replaced("vote-now", form, VoteNowForm.Render(turn, plenary, meeting, new AttendanceCount(5, 8), question, 15));
        yield return Replaced("vote-now-empty", form, VoteNowForm.Render(turn, scene.Plenary, meeting, new AttendanceCount(0, 8), string.Empty, 15));
        yield return Replaced("vote-now-no-quorum", form, VoteNowForm.Render(turn, plenary, meeting, new AttendanceCount(3, 8), question, 120, Refused(scene, RefusalCode.BallotMinutesOutOfRange, 120)));
        var live = View(scene, MotionKind.General) with { Turnout = (3, 8) };
        live = live with { Record = live.Record with { Motion = live.Record.Motion with { Title = question }, Ballot = live.Record.Ballot with { Mode = BallotMode.InMeeting, Chair = amina } } };
        yield return Ballot(scene, "ballot-live", live, Sentence.BallotLead);
        yield return Ballot(scene, "ballot-live-chair", live.For(amina), null);
    }
}
