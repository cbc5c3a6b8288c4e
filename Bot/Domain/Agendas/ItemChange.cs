using Bot.Domain.Committees;

namespace Bot.Domain.Agendas;

/// <summary>What somebody wants to change about an agenda item.</summary>
public abstract record ItemChange
{
    private ItemChange()
    {
    }

    /// <summary>It is to stand directly before or behind another one. Doing it twice changes nothing more.</summary>
    /// <param name="Other">The other item's <see cref="AgendaItem.Number"/>.</param>
    /// <param name="IsBehind">Behind it, not before.</param>
    public sealed record Beside(int Other, bool IsBehind) : ItemChange;

    /// <summary>It is to be the first, or the last, of all.</summary>
    public sealed record ToEdge(bool IsLast) : ItemChange;

    /// <summary>How long it takes, 1 to <see cref="AgendaItem.MinutesLimit"/> minutes; null for not said.</summary>
    public sealed record Minutes(int? Length) : ItemChange;

    /// <summary>Who presents it, at most <see cref="Agenda.PresenterLimit"/> UTF-16 units; empty for nobody.</summary>
    public sealed record Presenter(string Name) : ItemChange;

    /// <summary>Who may see it.</summary>
    public sealed record Visible(AgendaVisibility To) : ItemChange;

    /// <summary>What it is called.</summary>
    public sealed record Title(string Text) : ItemChange;

    /// <summary>Several at once, as a form gives them.</summary>
    public sealed record Details(string Text, int? Length, string Name) : ItemChange;

    /// <summary>It is taken off.</summary>
    public sealed record Withdraw : ItemChange;

    /// <summary>The meeting takes an urgent motion up, or leaves it to the next one.</summary>
    public sealed record TakeUp(bool IsTaken) : ItemChange;

    /// <summary>It is passed on to another committee.</summary>
    public sealed record Refer(CommitteeId To) : ItemChange;
}
