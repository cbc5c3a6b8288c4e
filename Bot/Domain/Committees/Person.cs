namespace Bot.Domain.Committees;

/// <summary>A person known to the network. What they may do follows from their seats and from the organizations they represent.</summary>
/// <param name="Id">Identity within the network.</param>
/// <param name="Name">The name shown to others.</param>
/// <param name="IsCoordinator">Whether they coordinate the network (Koordination).</param>
public sealed record Person(PersonId Id, string Name, bool IsCoordinator)
{
    /// <summary>The longest name taken over from an account, in UTF-16 units; what is longer is cut.</summary>
    public const int NameLimit = 100;

    /// <summary>The same without role and address, as somebody who has left; the name goes when nothing open needs it any more.</summary>
    public Person Left() => this with { IsCoordinator = false, HasLeft = true, Mail = null };

    /// <summary>Where mail reaches them, if it is known; never shown to others.</summary>
    public MailAddress? Mail { get; init; }

    /// <summary>What is shown in place of the name of somebody whose profile is locked, in every language.</summary>
    public const string NameOfLocked = "N. N.";

    /// <summary>The name while the profile is locked (Sperre), because somebody is after the person; null while it is not. Kept from everybody but coordinators.</summary>
    public string? HiddenName { get; init; }

    /// <summary>Who locked the profile; null while it is not locked.</summary>
    public PersonId? LockedBy { get; init; }

    /// <summary>Whether the profile is locked.</summary>
    public bool IsLocked => HiddenName is not null;

    /// <summary>Whether the profile is locked and <see cref="Name"/> does not tell who it is.</summary>
    public bool IsMasked => HiddenName is not null && HiddenName != Name;

    /// <summary>Whether they had their data deleted: without account, seat or role, and named only while something that is still open needs the name.</summary>
    public bool HasLeft { get; init; }
}
