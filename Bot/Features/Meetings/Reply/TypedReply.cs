using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Dates;
using Bot.Domain.Meetings;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.Reply;

/// <summary>What comes of a typed answer: for the next meeting of the committee that is meant; where several may be, it is asked which.</summary>
internal sealed class TypedReply(MeetingFinder finder, ReplyHandler handler)
{
    /// <summary>Takes the answer.</summary>
    public async Task<Answer> AnswerAsync(Turn turn, CommandText text, ReplyKind kind, string name, CancellationToken cancellationToken)
    {
        var meant = await MeantAsync(turn, text, cancellationToken);
        if (meant.Count == 0)
        {
            return new Answer.Text(MeetingFinder.Nothing(turn, text.FoldedBeforeColon, Sentence.NoMeetingToAnswer));
        }

        if (meant is not [var meeting])
        {
            return Card(ReplyCard.Which(turn, meant, VerbOf(kind), name));
        }

        return await handler.HandleAsync(turn, meeting, kind, name, cancellationToken) switch
        {
            Outcome<MeetingReply>.Done(var reply) when turn.Network.Committee(meeting.Committee) is { } committee =>
                Card(ReplyCard.Render(turn, committee, meeting, reply)) with { Settled = meeting.Id.Value },
            Outcome<MeetingReply>.Refused(var why) => new Answer.Text(RefusalText.Markdown(turn, why)),
            _ => new Answer.Text(RefusalText.Markdown(turn, new Refusal(RefusalCode.CommitteeUnknown))),
        };
    }

    /// <summary>The next of each committee that is meant; with a day in the words, the one on that day.</summary>
    private async Task<IReadOnlyList<Meeting>> MeantAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (AppointmentReader.Read(text.FoldedBeforeColon, turn.LocalNow, turn.Network.Zone) is { Day: { } day })
        {
            return [.. (await finder.ComingAsync(turn, text.FoldedBeforeColon, cancellationToken)).Where(meeting => meeting.Day == day)];
        }

        return await finder.NextAsync(turn, text.FoldedBeforeColon, cancellationToken);
    }

    private static string VerbOf(ReplyKind kind) => kind switch
    {
        ReplyKind.Accepted => MeetingVerbs.Accept,
        ReplyKind.Regretted => MeetingVerbs.Regret,
        _ => MeetingVerbs.SendSubstitute,
    };

    private static Answer.Card Card(AdaptiveCard card) => new(card, card.FallbackText ?? string.Empty);
}
