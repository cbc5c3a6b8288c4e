using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Voting;

namespace Bot.Domain.Minutes;

/// <summary>The ballots taken in the meeting.</summary>
internal static class BallotLines
{
    /// <summary>The lines in order of opening, each with the agenda item the meeting was at then.</summary>
    public static IReadOnlyList<(int? Item, MinutesBallot Line)> Of(MinutesSources sources, SessionTimeline timeline) =>
    [
        .. sources.Ballots.Where(taken => taken.Motion.Kind != MotionKind.Election).OrderBy(taken => taken.Ballot.OpenedAt).ThenBy(taken => taken.Ballot.Id.Value, System.StringComparer.Ordinal)
            .Select(taken => (timeline.At(taken.Ballot.OpenedAt), Line(sources, taken))),
    ];

    /// <summary>What the papers hold, option by option.</summary>
    /// <param name="count">The counted papers.</param>
    /// <param name="form">Their form.</param>
    /// <param name="names">What could be chosen, in the order of the paper; where there are fewer, the rest is called by its number.</param>
    public static OptionCount Votes(BallotCount count, PaperForm form, IReadOnlyList<string> names)
    {
        var isWithheld = count.Piles.Count == 0 && count.Cast > 0;
        return new OptionCount(
            [
                .. isWithheld ? [] : OptionVotes.Of(count, form).Select((votes, place) => new OptionLine(
                    names.ElementAtOrDefault(place) ?? (place + 1).ToString(CultureInfo.InvariantCulture), votes.Yes, votes.No, votes.Abstain, form is PaperForm.Marking)),
            ],
            count.Cast,
            OptionVotes.Blank(count),
            count.NotVoted,
            count.Entitled,
            count.Excluded)
        {
            IsWithheld = isWithheld,
        };
    }

    private static MinutesBallot Line(MinutesSources sources, TakenBallot taken)
    {
        var (ballot, motion, network) = (taken.Ballot, taken.Motion, sources.Network);
        var isVoid = ballot.Voided is not null;
        return new MinutesBallot(ballot.Id, motion.Kind, motion.Title, motion.Text)
        {
            Mode = ballot.Mode,
            IsSecret = ballot.IsSecret,
            OpenedAt = MinutesAssembly.Local(network, ballot.OpenedAt),
            EndedAt = MinutesAssembly.Local(network, ballot.EndsAt),
            Result = isVoid ? null : taken.Result,
            Votes = !isVoid && taken.Count is { } count ? Votes(count, ballot.Form, motion.Options) : null,
            TieBreak = taken.TieBreak is { IsDecided: true } tie
                ? new MinutesTieBreak(tie.Kind, MinutesAssembly.NameOf(network, tie.By), MinutesAssembly.NameOf(network, tie.Witness), tie.Reason)
                : null,
            VoidBecause = ballot.Voided?.Reason,
            Resolution = taken.Resolution ?? sources.Resolutions.FirstOrDefault(entry => entry.Subject == ballot.Id.Value)?.Number.ToString() ?? string.Empty,
        };
    }
}
