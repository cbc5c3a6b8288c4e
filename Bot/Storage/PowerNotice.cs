using System.Collections.Generic;
using Bot.Domain.Committees;
using NodaTime;

namespace Bot.Storage;

/// <summary>What a change did to somebody's power.</summary>
internal enum PowerChange
{
    /// <summary>Somebody coordinates the network now.</summary>
    CoordinationGiven,

    /// <summary>Somebody does not coordinate it any more.</summary>
    CoordinationTaken,

    /// <summary>Others act for an organization.</summary>
    Representatives,

    /// <summary>Somebody sits in a committee now.</summary>
    SeatGiven,

    /// <summary>Somebody does not sit in it any more.</summary>
    SeatTaken,

    /// <summary>A conversation is a committee's room now.</summary>
    RoomLinked,

    /// <summary>A committee has no room any more.</summary>
    RoomUnlinked,

    /// <summary>An account is somebody's now.</summary>
    AccountBound,

    /// <summary>Somebody's profile was locked.</summary>
    ProfileLocked,

    /// <summary>Somebody's profile was unlocked.</summary>
    ProfileUnlocked,

    /// <summary>Somebody has left, with all seats and roles.</summary>
    PersonLeft,
}

/// <summary>A change that the coordinators are told of.</summary>
/// <param name="Id">Identity; the same however often the same preview is confirmed.</param>
/// <param name="Change">What it did.</param>
/// <param name="By">Who made it.</param>
/// <param name="At">When.</param>
/// <param name="About">The committee or organization it is about; empty for none.</param>
/// <param name="People">Whose power it is.</param>
internal sealed record PowerNotice(string Id, PowerChange Change, PersonId By, Instant At, string About, IReadOnlyList<PersonId> People);
