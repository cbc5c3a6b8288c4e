using System;
using System.Globalization;
using Bot.Storage;

namespace Bot.Turns;

/// <summary>Which message a preview or form goes back to, and the how-manieth understanding of it this is. Travels in the buttons' data, so that what
/// is done with it is done once, and so that buttons of an older understanding are known as stale. Grants nothing.</summary>
/// <param name="Id">32 hexadecimal digits, the same however often the message is delivered.</param>
/// <param name="Revision">0, and one more for each edit of the message.</param>
internal sealed record FormReference(string Id, int Revision)
{
    /// <summary>Name of the datum that holds <see cref="Id"/>.</summary>
    public const string IdField = "form";

    /// <summary>Name of the datum that holds <see cref="Revision"/>.</summary>
    public const string RevisionField = "rev";

    /// <summary>As data of a button.</summary>
    public (string Name, string Value)[] Data => [(IdField, Id), (RevisionField, Revision.ToString(CultureInfo.InvariantCulture))];

    /// <summary>The reference of a message, a pressed button, or anything else that came in.</summary>
    public static FormReference Of(Turn turn) => new(
        HeardMessage.KeyOf(turn.Activity.Conversation?.Id ?? string.Empty, turn.Activity.Id ?? Guid.NewGuid().ToString("N"), turn.Account.NameInForms), 0);

    /// <summary>The reference of what the bot proposes by itself about a subject: the same for everybody it is proposed to.</summary>
    public static FormReference About(string subject) => new(HeardMessage.Fingerprint(subject), 0);

    /// <summary>The reference a card carries; null when it carries none, or nothing that could be one.</summary>
    public static FormReference? In(CardForm form) =>
        form.Id(IdField) is { Length: 32 } id ? new FormReference(id, form.Number(RevisionField) ?? 0) : null;

    /// <summary>The identity of what comes of it: one for each kind of thing, the same however often it is asked for.</summary>
    public string IdentityOf(string kind) => HeardMessage.Fingerprint(kind + "\n" + Id);
}
