using Bot.Domain.Committees;
using Bot.Domain.Records;
using Bot.Domain.Rights;
using Bot.Turns;
using System.Collections.Generic;
using System.Linq;

namespace Bot.Features.Register;

/// <summary>Who may read which entries of the register: every member those of the plenary, only the members of another committee its own.</summary>
internal static class ResolutionReaders
{
    /// <summary>Whether the sender, who may read the plenary's, may read this entry where it would be answered. What they may not read is to be treated as if it
    /// were not there.</summary>
    public static bool MayRead(this Turn turn, ResolutionEntry entry) => Of(turn, entry) is { Kind: CommitteeKind.GeneralAssembly } || turn.MayFollow(entry);

    /// <summary>Whether the sender, who may insert the plenary's, may insert this entry into a message here.</summary>
    public static bool MayInsert(this Turn turn, ResolutionEntry entry) => Of(turn, entry) is { Kind: CommitteeKind.GeneralAssembly } || (Of(turn, entry) is { } other && turn.May(Right.InsertIntoMessage, other));

    /// <summary>Whether the sender belongs to the committee that decided and is where its matters may be told: then they may be told what becomes of the resolution.</summary>
    public static bool MayFollow(this Turn turn, ResolutionEntry entry) => Of(turn, entry) is { } committee && turn.May(Right.ReadMeetings, committee);

    /// <summary>Whether the sender may be told of every one of the entries: a coordinator, also of those of committees that are not there any more, unless one is of a
    /// committee that is kept from them.</summary>
    public static bool SeesAll(this Turn turn, IEnumerable<ResolutionEntry> entries) =>
        turn.May(Right.CorrectResolution) && entries.All(entry => turn.MayRead(entry) || turn.Whole.Network.Committee(entry.Committee) is null);

    private static Committee? Of(Turn turn, ResolutionEntry entry) => turn.Network.Committee(entry.Committee);
}
