using System.Linq;
using Bot.Domain.Committees;
using Bot.Platform.Activities;
using Bot.Storage;
using Bot.Texts;
using NodaTime;

namespace Bot.Turns;

/// <summary>One thing somebody says or presses: who, where, in which language, when, in which network.</summary>
internal sealed record Turn
{
    /// <summary>The longest name of a person that is kept. Entra's display names have up to 256, people's have far less.</summary>
    private const int LongestName = 100;

    /// <summary>The activity as it came.</summary>
    public required Activity Activity { get; init; }

    /// <summary>The network of the tenant.</summary>
    public required NetworkSnapshot Snapshot { get; init; }

    /// <summary>The sender the channel vouches for, or null for somebody the network does not know.</summary>
    public required Person? Sender { get; init; }

    /// <summary>The sender's account.</summary>
    public required Account Account { get; init; }

    /// <summary>The sender's language.</summary>
    public required Reader Reader { get; init; }

    /// <summary>When the activity arrived.</summary>
    public required Instant Now { get; init; }

    /// <summary>What previews and forms of this turn go back to.</summary>
    public FormReference Form
    {
        get => field ??= FormReference.Of(this);
        init;
    }

    /// <summary>The network.</summary>
    public Network Network => Snapshot.Network;

    /// <summary>Whether only the sender reads the answer.</summary>
    public bool IsPersonal => Activity.Conversation?.ConversationType is null or ConversationTypes.Personal;

    /// <summary>The sender's id towards this bot, for cards that this person's client refreshes; none when Teams named none.</summary>
    public string[] OwnTeamsId => Account.TeamsId is { Length: > 0 } id ? [id] : [];

    /// <summary>The committee whose conversation this is, or null.</summary>
    public Committee? Here => Snapshot.CommitteeIn(ChannelThread.Of(Activity.Conversation?.Id ?? string.Empty).ChannelId);

    /// <summary>The name the sender goes by: the network's, else the one the channel says, in one line of at most <see cref="LongestName"/> UTF-16 units.</summary>
    public string SenderName => Sender?.Name ?? ShortText.Cut(CommandText.OneLine(ShortText.Cut(Activity.From?.Name ?? string.Empty, CommandText.Limit)), LongestName);

    /// <summary>Now, in the network's zone.</summary>
    public LocalDateTime LocalNow => Now.InZone(Network.Zone).LocalDateTime;

    /// <summary>Whether the sender may read what is for the committee's members only, here where it would be answered.</summary>
    /// <remarks>In 1:1 the sender must belong; in a conversation everybody in it reads along, so it must be the committee's own.</remarks>
    public bool MayRead(Committee committee) =>
        Sender is { } sender && Network.Belongs(sender.Id, committee) && (IsPersonal || Here?.Id == committee.Id);

    /// <summary>Whether the sender may read what is confidential to the committee here: in 1:1 only. Who reads along in a conversation, also the committee's own, the bot
    /// does not know.</summary>
    public bool MayReadConfidential(Committee committee) => IsPersonal && MayRead(committee);

    /// <summary>Whether what the sender inserts into a message here is for the committee's members only to read, as it must be.</summary>
    /// <remarks>A message extension is used in any chat. Teams calls a chat between two people <c>personal</c> as well, with an id of another shape
    /// (<c>19:…@unq.gbl.spaces</c>), and somebody else reads along there; only <c>a:…</c> is the sender's own chat with the bot.</remarks>
    public bool MayInsert(Committee committee) =>
        Sender is { } sender && Network.Belongs(sender.Id, committee)
        && (Here?.Id == committee.Id || (IsPersonal && Activity.Conversation?.Id?.StartsWith("a:", System.StringComparison.Ordinal) == true));

    /// <summary>The committees the sender belongs to, in the network's order.</summary>
    public Committee[] OwnCommittees => Sender is { } sender
        ? [.. Network.Committees.Where(committee => Network.Belongs(sender.Id, committee))]
        : [];
}
