using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Privacy.LockProfile;

/// <summary>What locking and unlocking have in common.</summary>
internal static class LockCard
{
    /// <summary>One's own profile is locked.</summary>
    public static AdaptiveCard Own(Reader reader) => Locked(reader, Messages.Get(reader, Sentence.ProfileLocked), CardPart.Button(reader, Sentence.ButtonUnlock, PrivacyVerbs.Unlock));

    /// <summary>Somebody else's profile is locked.</summary>
    public static AdaptiveCard OfOther(Reader reader, Person person) => Locked(
        reader,
        Messages.Get(reader, Sentence.ProfileLockedOf, Escaped(person)),
        CardPart.Button(reader, Sentence.ButtonUnlock, PrivacyVerbs.Unlock, (PrivacyVerbs.PersonField, person.Id.Value)));

    /// <summary>The one person a text names.</summary>
    public static Person? Named(Turn turn, string text) => PersonFinder.Named(turn.Network, text) is [var one] ? one : null;

    /// <summary>It names nobody, or several. Markdown.</summary>
    public static string Whose(Turn turn, string text) =>
        Messages.Get(turn.Reader, Sentence.MailWhose, CardText.Escape(ShortText.Cut(text, Person.NameLimit), LineBreaks.Collapse));

    /// <summary>Unlocks the profile of the account that speaks. Whoever has none that they locked themselves reads the same as everybody: a thief of a device that a coordinator
    /// locked can do nothing, and learns nothing.</summary>
    /// <returns>What to say. Markdown.</returns>
    public static async Task<string> UnlockOwnAsync(ProfileLocks locks, Turn turn, CancellationToken cancellationToken)
    {
        if (!turn.May(Right.UnlockOwnProfile) || turn.Whole.LockedPersonOf(turn.Account) is not { } person || person.LockedBy != person.Id)
        {
            return Messages.Get(turn.Reader, Sentence.ProfileNotLocked);
        }

        await locks.UnlockAsync(turn, person.Id, person.Id, cancellationToken);
        return Messages.Get(turn.Reader, Sentence.ProfileUnlocked);
    }

    /// <summary>Unlocks somebody else's profile; the sender was asked for the right to.</summary>
    /// <returns>What to say. Markdown.</returns>
    public static async Task<string> UnlockAsync(ProfileLocks locks, Turn turn, Person person, CancellationToken cancellationToken)
    {
        if (person.IsLocked)
        {
            await locks.UnlockAsync(turn, person.Id, turn.Sender!.Id, cancellationToken);
        }

        return Messages.Get(turn.Reader, Sentence.ProfileUnlockedOf, Escaped(person));
    }

    private static AdaptiveCard Locked(Reader reader, string said, ExecuteAction undo) => new()
    {
        Lang = reader.Language,
        // What a notification shows is read by whoever sees the telephone.
        FallbackText = Messages.Get(reader, Sentence.ProfileLockedShort),
        Body = [CardPart.Text(said), .. CardPart.Rows([undo])],
    };

    private static string Escaped(Person person) => CardText.Escape(person.HiddenName ?? person.Name, LineBreaks.Collapse);
}
