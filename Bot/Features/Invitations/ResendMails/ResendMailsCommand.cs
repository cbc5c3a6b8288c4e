using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Invitations.ResendMails;

/// <summary>"Mails erneut senden", "Mails erneut senden Beirat": for the meetings to come, by coordinators.</summary>
internal sealed class ResendMailsCommand(MeetingStore meetings, MailResending resending) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.ResendMails;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (turn.WhyNot(Right.ResendMails) is { } refusal)
        {
            return new Answer.Text(RefusalText.Markdown(turn, refusal));
        }

        if (!turn.IsPersonal)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.MailInPrivate));
        }

        var named = CommitteeFinder.Named(turn.Network, Entry.RestOf(text)).Select(committee => committee.Id).ToHashSet();
        var people = 0;
        foreach (var meeting in await ComingAsync(turn, cancellationToken))
        {
            people += named.Count == 0 || named.Contains(meeting.Committee) ? await resending.AgainAsync(turn, meeting, cancellationToken) : 0;
        }

        return new Answer.Text(ResendMailsAction.Said(turn, people));
    }

    private async Task<IReadOnlyList<Meeting>> ComingAsync(Turn turn, CancellationToken cancellationToken)
    {
        var coming = new List<Meeting>();
        foreach (var order in new[] { meetings.FromAsync(turn.Network, turn.LocalNow.Date, cancellationToken), meetings.CancelledFromAsync(turn.Network, turn.LocalNow.Date, cancellationToken) })
        {
            await foreach (var meeting in order)
            {
                if (turn.Now < meeting.StartsAt(turn.Network.Zone))
                {
                    coming.Add(meeting);
                }
            }
        }

        return coming;
    }
}

/// <summary>[Erneut senden].</summary>
internal sealed class ResendMailsAction(MeetingStore meetings, MailResending resending) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => ResendVerbs.Resend;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (turn.WhyNot(Right.ResendMails) is { } refusal)
        {
            return new CardReply.Say(RefusalText.Plain(turn, refusal));
        }

        if (form.Id(ResendVerbs.MeetingField) is not { } id || await meetings.FindAsync(turn.Network, new MeetingId(id), cancellationToken) is not { Value: var meeting })
        {
            return new CardReply.Say(Messages.Get(turn.Reader, Sentence.ButtonUnknown));
        }

        return turn.Now < meeting.StartsAt(turn.Network.Zone)
            ? new CardReply.Replace(SentenceCard.Of(turn.Reader, Said(turn, await resending.AgainAsync(turn, meeting, cancellationToken))))
            : new CardReply.Say(Messages.Get(turn.Reader, Sentence.ResendTooLate));
    }

    /// <summary>What is done about it, in numbers alone.</summary>
    internal static string Said(Turn turn, int people) => people == 0
        ? Messages.Get(turn.Reader, Sentence.ResendNothing)
        : Messages.Get(turn.Reader, Sentence.ResendBegun, people);
}
