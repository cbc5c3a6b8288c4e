using System.Collections.Generic;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
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

    /// <summary>The network of the tenant, as far as the sender may know of it here.</summary>
    public required NetworkSnapshot Snapshot { get; init; }

    /// <summary>The whole network, confidential committees included. For telling those who may know of something the sender does not; never for answering the sender.</summary>
    public NetworkSnapshot Whole
    {
        get => field ?? Snapshot;
        init;
    }

    /// <summary>The sender the channel vouches for, or null for somebody the network does not know.</summary>
    public required Person? Sender { get; init; }

    /// <summary>The networks of the tenant the sender belongs to, where it holds several; otherwise empty.</summary>
    public IReadOnlyList<NetworkSnapshot> Own { get; init; } = [];

    /// <summary>Not null where it is not known which of several networks this is about, so that <see cref="Snapshot"/> is empty: the sender belongs to none of them, or to several and has not chosen.</summary>
    public NetworkSnapshot? Undecided { get; init; }

    /// <summary>What is written on what is sent, to say whose it is; null where that goes without saying.</summary>
    public string? Stamp => NetworkStamp.Of(Network.Id.Value);

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

    /// <summary>Where it is noted which rights were asked for, for the entry in the audit log; null where nobody notes.</summary>
    public AskedRights? Asked { get; init; }

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

    /// <summary>The same turn in the network as it is by now, as far as the sender may know of it: whatever is asked or pressed meets a network in which a confidential
    /// committee does not exist for whoever is not in it, so that no list, no refusal and no number of reads can tell of it.</summary>
    public Turn In(NetworkSnapshot whole)
    {
        var turn = this with { Snapshot = whole, Whole = whole, Sender = whole.PersonOf(Account) };
        var shown = whole.Showing(committee => turn.May(Right.KnowConfidentialCommittee, committee));
        return turn with { Snapshot = turn.May(Right.KnowLockedNames) ? shown.Unmasked() : shown };
    }

    /// <summary>Whether the sender may do it here.</summary>
    /// <param name="right">What.</param>
    /// <param name="committee">The committee at hand; null where none is.</param>
    /// <param name="chair">Who leads the meeting at hand; null where none is, or nobody leads it.</param>
    /// <param name="isOwner">Whether the thing at hand is the sender's, which only whoever keeps it knows.</param>
    /// <remarks>The one question on rights. In a conversation everybody in it reads along, so what is for a committee's members is answered there only in its own.</remarks>
    public bool May(Right right, Committee? committee = null, PersonId? chair = null, bool isOwner = false)
    {
        var may = Network.Allows(right, PlaceFor(committee), Sender?.Id, committee, chair, isOwner);
        if (may)
        {
            Asked?.Note(right, committee?.Id);
        }

        return may;
    }

    /// <summary>The same for something of a meeting, whose chair has rights of their own.</summary>
    public bool May(Right right, Committee committee, Meeting meeting) => May(right, committee, meeting.Chair);

    /// <summary>Why the sender may not do it, whatever it is done to; null when they may, or when it depends on the committee or the thing at hand. Nothing is looked up for
    /// it, so neither the wording nor the time tells what there is.</summary>
    public Refusal? WhyNot(Right right)
    {
        var rule = RightsTable.Of(right);
        if (rule.IsForCoordinatorsOnly && Sender is not { IsCoordinator: true })
        {
            return new Refusal(RefusalCode.OnlyCoordinator);
        }

        if (Sender is null && !rule.Who.HasFlag(Roles.Stranger))
        {
            return new Refusal(RefusalCode.OnlyKnown);
        }

        Asked?.Note(right, null);
        return null;
    }

    /// <summary>The committees the sender belongs to, in the network's order.</summary>
    public Committee[] OwnCommittees => Sender is { } sender ? [.. Network.CommitteesOf(sender.Id)] : [];

    /// <summary>Who reads along where this would be answered.</summary>
    /// <remarks>A message extension is used in any chat. Teams calls a chat between two people <c>personal</c> as well, with an id of another shape
    /// (<c>19:…@unq.gbl.spaces</c>), and somebody else reads along there; only <c>a:…</c> is the sender's own chat with the bot.</remarks>
    private Place PlaceFor(Committee? committee)
    {
        if (committee is not null && Here?.Id == committee.Id)
        {
            return Place.OwnRoom;
        }

        var mayBeOthers = Activity.Name?.StartsWith("composeExtension/", System.StringComparison.Ordinal) == true
            && Activity.Conversation?.Id?.StartsWith("a:", System.StringComparison.Ordinal) != true;
        return IsPersonal && !mayBeOthers ? Place.Private : Place.Anywhere;
    }
}
