using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Storage;

namespace Bot.Features.Invitations.FollowMeeting;

/// <summary>One instance's work on an invitation it has claimed: what is reached is stored step by step, so that a crash forgets at most one step.</summary>
internal sealed class InvitationWork(InvitationStore store, NetworkId network, Stored<Invitation> claimed)
{
    private Stored<Invitation> current = claimed;

    /// <summary>How far it is.</summary>
    public Invitation Reached => current.Value;

    /// <summary>Where one joins online, as far as the calendar has told; null for not (yet).</summary>
    public string? Link { get; set; }

    /// <summary>What names the event in calendars, as far as the calendar has told; null for not.</summary>
    public string? Uid { get; set; }

    /// <summary>Whether somebody else took it over because this took too long. Then nothing more is done.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Stores how far it is.</summary>
    /// <returns>False when it is lost.</returns>
    public async Task<bool> SaveAsync(Invitation reached, CancellationToken cancellationToken)
    {
        if (reached == current.Value)
        {
            return !IsLost;
        }

        if (!IsLost && await store.SaveAsync(network, current with { Value = reached }, cancellationToken) is { } stored)
        {
            current = stored;
            return true;
        }

        IsLost = true;
        return false;
    }
}
