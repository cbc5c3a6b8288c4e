using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Meetings;
using Bot.Domain.Minutes;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Minutes.ApproveMinutes;

/// <summary>Asks whoever leads a meeting how it has approved the minutes of an earlier one: without objection, or by one of its ballots.</summary>
internal static class ApprovalCard
{
    private const int MostBallots = 5, LongestTitle = 18;

    /// <summary>Draws the question.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="view">The minutes.</param>
    /// <param name="later">The meeting that approves.</param>
    /// <param name="ballots">The ballots of that meeting that can have approved them.</param>
    public static AdaptiveCard Render(Turn turn, MinutesView view, Meeting later, IReadOnlyList<TakenBallot> ballots)
    {
        var reader = turn.Reader;
        var title = CardText.Escape(MinutesWords.Title(reader, view.Committee.Name, view.Minutes.Day), LineBreaks.Collapse);
        var fitting = ballots.OrderByDescending(ballot => ballot.Ballot.OpenedAt).Take(MostBallots).ToList();
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = title,
            Body =
            [
                CardPart.Heading(title),
                CardPart.Text(Messages.Get(reader, Sentence.MinutesApproveQuestion, view.Minutes.Version, later.Day)),
                CardPart.Subtle(Messages.Get(reader, fitting.Count == 0 ? Sentence.MinutesApproveExplained : Sentence.MinutesApproveByBallot)),
                .. CardPart.Rows(
                [
                    Confirm(turn, view, later, null, Messages.Get(reader, Sentence.ButtonApproveByConsent)),
                    .. fitting.Select(ballot => Confirm(turn, view, later, ballot, Messages.Get(reader, Sentence.ButtonApproveByBallot, ShortText.Abbreviate(ballot.Motion.Title, LongestTitle)))),
                    CardPart.Button(reader, Sentence.ButtonShowMinutes, MinutesVerbs.Show, (MinutesVerbs.MeetingField, view.Meeting.Id.Value)),
                    CardPart.Button(reader, Sentence.ButtonDismiss, MinutesVerbs.Dismiss, turn.Form.Data),
                ]),
            ],
        };
    }

    private static ExecuteAction Confirm(Turn turn, MinutesView view, Meeting later, TakenBallot? ballot, string title)
    {
        var data = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty
            .Add(MinutesVerbs.MeetingField, view.Meeting.Id.Value)
            .Add(MinutesVerbs.LaterField, later.Id.Value)
            .Add(MinutesVerbs.VersionField, view.Minutes.Version.ToString(CultureInfo.InvariantCulture))
            .AddRange(turn.Form.Data.Select(datum => new KeyValuePair<string, string>(datum.Name, datum.Value)));
        return new ExecuteAction
        {
            Title = title,
            Verb = MinutesVerbs.Approve,
            Data = ballot is null ? data : data.Add(MinutesVerbs.BallotField, ballot.Ballot.Id.Value),
        };
    }
}
