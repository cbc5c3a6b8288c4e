using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Groups.JoinGroup;

/// <summary>"Mitmachen AG Bildung".</summary>
internal sealed class JoinGroupCommand(JoinHandler handler) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.JoinGroup;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken) =>
        JoinWords.AnswerAsync(turn, Entry.RestOf(text), group => handler.JoinAsync(turn, group, cancellationToken));
}

/// <summary>"Nicht mehr mitmachen AG Bildung".</summary>
internal sealed class LeaveGroupCommand(JoinHandler handler) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.LeaveGroup;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken) =>
        JoinWords.AnswerAsync(turn, Entry.RestOf(text), group => handler.LeaveAsync(turn, group, cancellationToken));
}

/// <summary>"Aufnehmen in AG Bildung: Anna", "Nicht aufnehmen in AG Bildung: Anna".</summary>
internal sealed class AdmitToGroupCommand(JoinHandler handler) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.AdmitToGroup;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (GroupFinder.Named(turn, text.HasColon ? text.FoldedBeforeColon : Entry.RestOf(text)) is not { } group)
        {
            return new Answer.Text(GroupFinder.Ask(turn));
        }

        if (!turn.May(Right.LeadGroup, group, turn.Network.SpeakerOf(group)?.Id))
        {
            return new Answer.Text(RefusalText.Markdown(turn, new Refusal(RefusalCode.GroupNotLed, group.Name)));
        }

        var name = text.HasColon ? text.AfterColon : CommitteeFinder.Without(group, Entry.RestOf(text));
        if (PersonFinder.Named(turn.Network, name.Trim('@', ' ')) is not [var person])
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.GroupWho, CardText.Escape(ShortText.Abbreviate(name, 100), LineBreaks.Collapse)));
        }

        var accepts = !text.Folded.StartsWith("nicht ", StringComparison.Ordinal) && !text.Folded.StartsWith("do not ", StringComparison.Ordinal);
        return JoinWords.AnswerOf(turn, group, await handler.AnswerAsync(turn, group, person.Id, accepts, cancellationToken), person);
    }
}

/// <summary>[Aufnehmen] on the question of whoever wants to take part.</summary>
internal sealed class AdmitAction(JoinHandler handler) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => GroupVerbs.Admit;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => JoinWords.ReplyAsync(turn, form, handler, accepts: true, cancellationToken);
}

/// <summary>[Nicht aufnehmen].</summary>
internal sealed class DeclineAction(JoinHandler handler) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => GroupVerbs.Decline;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => JoinWords.ReplyAsync(turn, form, handler, accepts: false, cancellationToken);
}

/// <summary>What is said to whoever joins, leaves or answers.</summary>
internal static class JoinWords
{
    /// <summary>Does it to the group a text names, for whoever may.</summary>
    public static async Task<Answer> AnswerAsync(Turn turn, string named, Func<Committee, Task<Outcome<Joining>>> act)
    {
        if (!turn.May(Right.JoinGroup) && turn.Here is not { Kind: CommitteeKind.WorkingGroup })
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.GroupInPrivate));
        }

        return GroupFinder.Named(turn, named) is { } group && turn.May(Right.JoinGroup, group)
            ? AnswerOf(turn, group, await act(group), null)
            : new Answer.Text(GroupFinder.Ask(turn));
    }

    /// <summary>Answers whoever wants to take part, for a button.</summary>
    public static async Task<CardReply> ReplyAsync(Turn turn, CardForm form, JoinHandler handler, bool accepts, CancellationToken cancellationToken)
    {
        if (GroupFinder.Of(turn, form[GroupVerbs.GroupField]) is not { } group || !turn.May(Right.LeadGroup, group, turn.Network.SpeakerOf(group)?.Id)
            || turn.Network.People.FirstOrDefault(one => one.Id.Value == form[GroupVerbs.PersonField]) is not { } person)
        {
            return new CardReply.Say(Messages.Get(turn.Reader, Sentence.GroupGone));
        }

        return await handler.AnswerAsync(turn, group, person.Id, accepts, cancellationToken) switch
        {
            Outcome<Joining>.Done(var done) => new CardReply.Replace(SentenceCard.Of(turn.Reader, Said(turn, group, done, person))) { Settled = group.Id.Value },
            Outcome<Joining>.Refused(var why) => new CardReply.Say(RefusalText.Plain(turn, why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The answer to a typed line.</summary>
    public static Answer AnswerOf(Turn turn, Committee group, Outcome<Joining> outcome, Person? person) => outcome switch
    {
        Outcome<Joining>.Done(var done) => new Answer.Text(Said(turn, group, done, person)) { Settled = group.Id.Value },
        Outcome<Joining>.Refused(var why) => new Answer.Text(RefusalText.Markdown(turn, why)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Said(Turn turn, Committee group, Joining done, Person? person)
    {
        var name = CardText.Escape(group.Name, LineBreaks.Collapse);
        if (person is not null)
        {
            return Messages.Get(turn.Reader, done == Joining.Joined ? Sentence.GroupAdmitted : Sentence.GroupDeclined, CardText.Escape(person.Name, LineBreaks.Collapse), name);
        }

        return Messages.Get(turn.Reader, done switch
        {
            Joining.Joined => Sentence.GroupJoined,
            Joining.Asked => Sentence.GroupAsked,
            Joining.Elected => Sentence.GroupElectedSeat,
            _ => Sentence.GroupLeft,
        }, name);
    }
}
