using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Meetings;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Sessions.ShowSession;

/// <summary>"Sitzung", "Sitzungsansicht Beirat": where the meeting stands; for whoever leads it with everything to press.</summary>
internal sealed class ShowSessionCommand(SessionFinder finder, SessionReply reply) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.ShowSession;

    /// <summary>Only the words themselves, with a committee at most: much else begins with "Sitzung".</summary>
    public int Match(Turn turn, CommandText text)
    {
        var byWords = Entry.Match(text);
        return byWords != CommandMatch.Words || IsCommittee(turn, Entry.RestOf(text).TrimEnd('?', '!', '.')) ? byWords : CommandMatch.None;
    }

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken) => await finder.OneAsync(turn, text.Raw, cancellationToken) switch
    {
        Outcome<Meeting>.Done(var meeting) => await reply.AnswerAsync(turn, meeting.Id, null, cancellationToken),
        Outcome<Meeting>.Refused({ Code: RefusalCode.NoMeetingNow }) => new Answer.Text(Messages.Get(turn.Reader, Sentence.NoSessionNow)),
        Outcome<Meeting>.Refused(var why) => SessionReply.Refused(turn, why),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static bool IsCommittee(Turn turn, string rest) =>
        rest.Length == 0 || (CommitteeFinder.Named(turn.Network, rest) is [var committee] && CommitteeFinder.Without(committee, rest).Length == 0);
}

/// <summary>[Aktualisieren], and what a client asks by itself.</summary>
internal sealed class ShowSessionAction(SessionFinder finder, SessionReply reply) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => SessionVerbs.Show;

    /// <inheritdoc/>
    public bool IsView => true;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        AskedBelow.WentBack(turn, form) is { } back ? back
        : await finder.FindAsync(turn, form.Id("meeting"), cancellationToken) is { } meeting
            ? await reply.ReplaceAsync(turn, meeting.Id, null, cancellationToken)
            : SessionReply.Said(turn, new Refusal(RefusalCode.MeetingNotFound));
}
