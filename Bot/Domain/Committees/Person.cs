namespace Bot.Domain.Committees;

/// <summary>A person known to the network. What they may do follows from their seats and from the organizations they represent.</summary>
/// <param name="Id">Identity within the network.</param>
/// <param name="Name">The name shown to others.</param>
/// <param name="IsCoordinator">Whether they coordinate the network (Koordination).</param>
public sealed record Person(PersonId Id, string Name, bool IsCoordinator)
{
    /// <summary>The longest name taken over from an account, in UTF-16 units; what is longer is cut.</summary>
    public const int NameLimit = 100;

    /// <summary>Where mail reaches them, if it is known; never shown to others.</summary>
    public MailAddress? Mail { get; init; }

    /// <summary>Whether they had their data deleted: without account, seat or role, and named only while something that is still open needs the name.</summary>
    public bool HasLeft { get; init; }
}
