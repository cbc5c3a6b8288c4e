using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Privacy.LockProfile;

/// <summary>"Profil sperren": one's own, at once. "Profil sperren: Anna": by coordinators.</summary>
internal sealed class LockProfileCommand(ProfileLocks locks) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.LockProfile;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        var rest = Entry.RestOf(text);
        if (KeptData.Refuses(turn, rest.Length == 0 ? Right.LockOwnProfile : Right.LockProfileOfOthers) is { } why)
        {
            return new Answer.Text(why);
        }

        var sender = turn.Sender!;
        var person = rest.Length == 0 ? sender : LockCard.Named(turn, rest);
        if (person is null)
        {
            return new Answer.Text(LockCard.Whose(turn, rest));
        }

        await locks.LockAsync(turn, person.Id, sender.Id, cancellationToken);
        var card = person.Id == sender.Id ? LockCard.Own(turn.Reader) : LockCard.OfOther(turn.Reader, person);
        return new Answer.Card(card, card.FallbackText ?? string.Empty);
    }
}

/// <summary>"Profil entsperren": one's own, from the same account, if one has locked it oneself. "Profil entsperren: Anna": by coordinators.</summary>
internal sealed class UnlockProfileCommand(ProfileLocks locks) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.UnlockProfile;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        var rest = Entry.RestOf(text);
        if (rest.Length == 0)
        {
            return new Answer.Text(await LockCard.UnlockOwnAsync(locks, turn, cancellationToken));
        }

        return new Answer.Text(KeptData.Refuses(turn, Right.LockProfileOfOthers) is { } why ? why
            : LockCard.Named(turn, rest) is { } person ? await LockCard.UnlockAsync(locks, turn, person, cancellationToken)
            : LockCard.Whose(turn, rest));
    }
}

/// <summary>[Entsperren].</summary>
internal sealed class UnlockProfileAction(ProfileLocks locks) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => PrivacyVerbs.Unlock;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (form[PrivacyVerbs.PersonField].Length == 0)
        {
            return Shown(turn, await LockCard.UnlockOwnAsync(locks, turn, cancellationToken));
        }

        if (KeptData.Refuses(turn, Right.LockProfileOfOthers) is { } why)
        {
            return new CardReply.Say(PlainText.Of(why));
        }

        return form.Id(PrivacyVerbs.PersonField) is { } id && turn.Network.People.FirstOrDefault(one => one.Id.Value == id) is { } person
            ? Shown(turn, await LockCard.UnlockAsync(locks, turn, person, cancellationToken))
            : new CardReply.Say(Messages.Get(turn.Reader, Sentence.ButtonUnknown));
    }

    private static CardReply.Replace Shown(Turn turn, string said) => new(SentenceCard.Of(turn.Reader, said));
}
