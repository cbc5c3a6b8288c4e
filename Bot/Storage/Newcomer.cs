using NodaTime;

namespace Bot.Storage;

/// <summary>Somebody who says that they belong to the network, with an account it does not know.</summary>
/// <param name="Key">Its identity: a fingerprint of the account.</param>
/// <param name="Account">The account, which the channel vouches for.</param>
/// <param name="Name">What the account is called. Whoever has it may have chosen that, so it proves nothing.</param>
/// <param name="AskedAt">When they said so.</param>
/// <param name="DismissedAt">When a coordinator said that they do not belong; null before.</param>
internal sealed record Newcomer(string Key, Account Account, string Name, Instant AskedAt, Instant? DismissedAt = null)
{
    /// <summary>How many may wait at once: whoever makes up accounts fills no coordinator's chat.</summary>
    public const int Most = 20;

    /// <summary>How long it is kept, whatever came of it; who still belongs can say so again.</summary>
    public static readonly Duration KeptFor = Duration.FromDays(30);

    /// <summary>When it is no longer kept.</summary>
    public Instant EndsAt => AskedAt + KeptFor;

    /// <summary>Whether it waits for a coordinator's word.</summary>
    public bool IsOpenAt(Instant now) => DismissedAt is null && now < EndsAt;

    /// <summary>The identity of whoever has the account: the same each time, telling nothing of it.</summary>
    public static string KeyOf(Account account) => HeardMessage.Fingerprint(account.Key);
}
