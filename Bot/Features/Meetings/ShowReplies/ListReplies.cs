using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Features.Meetings.Reply;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.ShowReplies;

/// <summary>"Wer kommt?", "Wer kommt zum Beirat? Seite 2".</summary>
internal sealed class ListRepliesCommand(MeetingFinder finder, RepliesList list) : IPagedCommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Replies;

    /// <inheritdoc/>
    public async Task<Answer> PageAsync(Turn turn, string asked, PageRequest page, CancellationToken cancellationToken)
    {
        var found = await finder.NextAsync(turn, asked, cancellationToken);
        if (found.Count == 0)
        {
            return new Answer.Text(MeetingFinder.Nothing(turn, asked, Sentence.NoMeetingToAnswer));
        }

        var card = found is [var meeting] ? await list.OfAsync(turn, meeting, page, cancellationToken) : ReplyCard.Which(turn, found, MeetingVerbs.ShowReplies);
        return card is null ? new Answer.Text(RefusalText.Markdown(turn, new Refusal(RefusalCode.MeetingNotFound))) : new Answer.Card(card, card.FallbackText ?? string.Empty);
    }
}

/// <summary>[Wer kommt?], and the pages of the list.</summary>
internal sealed class ShowRepliesAction(MeetingStore meetings, RepliesList list) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MeetingVerbs.ShowReplies;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        form.Id("meeting") is { } id && await meetings.FindAsync(turn.Network, new MeetingId(id), cancellationToken) is { Value: var meeting }
        && await list.OfAsync(turn, meeting, PageRequest.Read(form) ?? PageRequest.First, cancellationToken) is { } card
            ? new CardReply.Replace(card)
            : new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.MeetingNotFound)));
}

/// <summary>Who comes, as far as the sender may know it here.</summary>
internal sealed class RepliesList(ReplyStore replies)
{
    /// <summary>The numbers for those of the committee; with names for whoever leads the meeting, in 1:1 only, where nobody reads them along.</summary>
    /// <returns>Null for everybody else, who does not learn whether there is such a meeting.</returns>
    public async Task<AdaptiveCard?> OfAsync(Turn turn, Meeting meeting, PageRequest page, CancellationToken cancellationToken)
    {
        if (turn.Network.Committee(meeting.Committee) is not { } committee)
        {
            return null;
        }

        var leads = turn.May(Right.ReadReplyNames, committee, meeting);
        if (!leads && !turn.May(Right.ReadMeetings, committee))
        {
            return null;
        }

        var answered = await replies.OfAsync(turn.Network.Id, meeting, cancellationToken);
        return leads ? RepliesCard.Names(turn, committee, meeting, answered, page) : RepliesCard.Counts(turn, committee, meeting, answered);
    }
}
