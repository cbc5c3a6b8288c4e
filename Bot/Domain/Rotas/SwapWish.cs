using Bot.Domain.Committees;
using NodaTime;

namespace Bot.Domain.Rotas;

/// <summary>Somebody wishes to swap their next turn at leading with another's; it is agreed on when the other says so.</summary>
/// <param name="Id">Identity within the committee.</param>
/// <param name="Committee">In whose rota.</param>
/// <param name="From">Whose turn it is that asks.</param>
/// <param name="To">Who is asked.</param>
/// <param name="AskedBy">Who has asked.</param>
/// <param name="AskedAt">When.</param>
public sealed record SwapWish(string Id, CommitteeId Committee, RotaHost From, RotaHost To, PersonId AskedBy, Instant AskedAt)
{
    /// <summary>How long it may be answered.</summary>
    public static readonly Duration Lifetime = Duration.FromDays(21);

    /// <summary>Whether it was answered.</summary>
    public SwapWishState State { get; init; }

    /// <summary>Whether an answer still counts.</summary>
    public bool IsOpenAt(Instant now) => State == SwapWishState.Asked && now < AskedAt + Lifetime;
}

/// <summary>How a wish stands.</summary>
public enum SwapWishState
{
    /// <summary>Not answered yet.</summary>
    Asked,

    /// <summary>The two turns are swapped.</summary>
    Agreed,

    /// <summary>They stay as they were.</summary>
    Declined,
}
