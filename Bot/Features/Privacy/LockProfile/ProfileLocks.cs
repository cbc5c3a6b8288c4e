using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Privacy.LockProfile;

/// <summary>Locks and unlocks profiles, at once and without asking back. Coordinators are told.</summary>
internal sealed class ProfileLocks(NetworkStore networks, CalendarAddressStore calendars, PowerNoticeStore notices, DueTable due)
{
    /// <summary>Locks a profile: from now on nobody but coordinators reads the name, nothing is sent to the account or by mail, and whoever uses it is a stranger to the bot.
    /// The calendar address opens nothing any more, also after unlocking.</summary>
    /// <param name="turn">Where it was said.</param>
    /// <param name="person">Whose.</param>
    /// <param name="by">Who locks it.</param>
    /// <param name="cancellationToken">Stops it before it counts.</param>
    public async Task LockAsync(Turn turn, PersonId person, PersonId by, CancellationToken cancellationToken)
    {
        // First, because once it is locked the person's account can repeat nothing that failed.
        await calendars.RevokeAsync(turn.Network.Id, person, cancellationToken);
        await ChangeAsync(turn, person, by, new PowerNotice(turn.Form.IdentityOf("locked"), PowerChange.ProfileLocked, by, turn.Now, string.Empty, [person]), cancellationToken);
    }

    /// <summary>Unlocks it.</summary>
    /// <inheritdoc cref="LockAsync"/>
    public Task UnlockAsync(Turn turn, PersonId person, PersonId by, CancellationToken cancellationToken) =>
        ChangeAsync(turn, person, null, new PowerNotice(turn.Form.IdentityOf("unlocked"), PowerChange.ProfileUnlocked, by, turn.Now, string.Empty, [person]), cancellationToken);

    /// <summary>Whoever dies between the two leaves a look that finds whether the change counts.</summary>
    private async Task ChangeAsync(Turn turn, PersonId person, PersonId? lockedBy, PowerNotice notice, CancellationToken cancellationToken)
    {
        var foreseen = await due.ForeseeAsync(Subjects.Due(turn.Network.Id, Subjects.Power, notice.Id), [], cancellationToken);
        await notices.WriteAsync(turn.Network.Id, notice, cancellationToken);
        await networks.SetLockAsync(turn.Network.Id, person, lockedBy, turn.Now, cancellationToken);
        await due.LookNowAsync(foreseen, cancellationToken);
    }
}
