using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Deliveries;
using Bot.Domain.Voting;
using Bot.Features.Deliveries;
using Bot.Features.Deliveries.ReportUnreached;
using Bot.Storage;
using Bot.Texts;
using NodaTime;

namespace Bot.Tests.Cards;

/// <content>Whom announcements have reached.</content>
internal static partial class CardCatalogue
{
    private static IEnumerable<Catalogued> Deliveries(Scene scene)
    {
        var turn = scene.Turn("katrin");
        var meeting = new ReachSubject(scene.Network, scene.Board, scene.Meeting(), null);
        var ballot = new ReachSubject(scene.Network, scene.Plenary, null, View(scene, MotionKind.General).Record);
        var poll = ballot with { Ballot = ballot.Ballot! with { Motion = ballot.Ballot.Motion with { Kind = MotionKind.Poll } } };
        IReadOnlyList<ReachReport> told = [Reported(scene, MeetingMessages.Invitation, true), Reported(scene, "moved-1", true), Reported(scene, "reminder-14", false), Reported(scene, MeetingMessages.Cancellation, false)];
        IReadOnlyList<ReachReport> voted = [.. ((string[])[BallotMessages.Coming, BallotMessages.Card, BallotMessages.Reminder + "1", BallotMessages.Result, BallotMessages.Void]).Select(kind => Reported(scene, kind, true))];
        yield return Replaced("delivery-none", "ReachCard.List", ReachCard.List(scene.Reader, []));
        yield return Replaced("delivery-list", "ReachCard.List", ReachCard.List(scene.Reader, [(meeting, told), (ballot, voted), (poll, voted), (meeting, []), (ballot, voted), (meeting, told)]));
        yield return Replaced("delivery-meeting", "ReachCard.Detail", ReachCard.Detail(scene.Reader, turn.Network, meeting, told, Messages.Get(scene.Reader, Sentence.DeliveryRetryBegun, 3)));
        yield return Replaced("delivery-ballot", "ReachCard.Detail", ReachCard.Detail(scene.Reader, turn.Network, ballot, voted));
        yield return Replaced("delivery-nothing", "ReachCard.Detail", ReachCard.Detail(scene.Reader, turn.Network, meeting, []));
        yield return Sent("delivery-report", "ReachCard.Detail", ReachDueHandler.Message(scene.Reader, scene.Snapshot, meeting, told[0]));
    }

    private static ReachReport Reported(Scene scene, string kind, bool isCurrent)
    {
        var states = System.Enum.GetValues<ReachState>();
        var people = scene.Network.People.Take(60).Select((person, place) => new ReachLine(person.Id, states[place % states.Length])
        {
            Next = states[place % states.Length] == ReachState.UnderWay ? Scene.Now + Duration.FromHours(1) : null,
            Code = states[place % states.Length] == ReachState.Refused ? scene.Text("BadSyntax", 60) : null,
        });
        return new ReachReport(kind, [new ReachLine(null, ReachState.Gone), .. people]) { IsCurrent = isCurrent };
    }
}
