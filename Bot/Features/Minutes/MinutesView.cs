using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Minutes;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Minutes;

/// <summary>Minutes as somebody may see them: with the meeting, the committee, and what they say.</summary>
/// <param name="Stored">The minutes, and the version that was read.</param>
/// <param name="Meeting">Whose.</param>
/// <param name="Committee">Which committee's.</param>
/// <param name="Body">What they say as they stand.</param>
internal sealed record MinutesView(Stored<MeetingMinutes> Stored, Meeting Meeting, Committee Committee, MinutesBody Body)
{
    /// <summary>The minutes.</summary>
    public MeetingMinutes Minutes => Stored.Value;

    /// <summary>Whether the sender led the meeting, or coordinates the network.</summary>
    public bool IsLedBy(Turn turn) => turn.Sender is { } sender && Meeting.IsLedBy(turn.Network, sender.Id);

    /// <summary>Whether the sender may propose a correction now.</summary>
    public bool TakesCorrectionOf(Turn turn) => turn.Sender is { } sender && Minutes.WhyNotCorrectedBy(turn.Network, Meeting, Body, sender.Id) is null;

    /// <summary>As it may be shown where the turn is answered: in a conversation without what is for the committee alone, since guests may read along there.</summary>
    public MinutesView ShownTo(Turn turn) => turn.IsPersonal ? this : this with { Body = Body.WithoutConfidential() };
}
