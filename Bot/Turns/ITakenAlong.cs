using System.Collections.Generic;
using System.Threading;
using Bot.Domain.Committees;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>What a feature hands over to a network that leaves the bot: its part of an export, for whoever runs the bot. Nobody's turn asks for it.</summary>
internal interface ITakenAlong
{
    /// <summary>The files, as far as there is something to be in them.</summary>
    /// <param name="turn">In whose language and zone, in the whole network, confidential committees included; without a sender, whom no rights are asked of.</param>
    /// <param name="cancellationToken">Stops it.</param>
    IAsyncEnumerable<TakenPart> PartsAsync(Turn turn, CancellationToken cancellationToken);
}

/// <summary>To whom a file may be passed on; each has a folder of its own.</summary>
internal enum TakenPlace
{
    /// <summary>What every member may read.</summary>
    Open,

    /// <summary>What only some may read in the bot: of confidential committees and items, and what coordinators alone read.</summary>
    Confidential,

    /// <summary>How people can be reached.</summary>
    Contact,
}

/// <summary>A row of a table, and to whom it may be passed on.</summary>
/// <param name="Place">To whom.</param>
/// <param name="Cells">One for each column.</param>
internal sealed record TakenRow(TakenPlace Place, params IReadOnlyList<string> Cells)
{
    /// <summary>Where things of a committee go: of one that is kept from others, and of one that is not known any more, apart.</summary>
    public static TakenPlace Of(Network network, CommitteeId committee) => network.Committee(committee) is { IsSecluded: false } ? TakenPlace.Open : TakenPlace.Confidential;
}

/// <summary>One part of an export.</summary>
internal abstract record TakenPart
{
    private TakenPart()
    {
    }

    /// <summary>A table; rows of different places become files in different folders.</summary>
    /// <param name="Words">Its sentence: the file's name, what it is, and the headings separated by semicolons; the three separated by <c>|</c>.</param>
    /// <param name="Rows">The rows, in order.</param>
    public sealed record Table(Sentence Words, IReadOnlyList<TakenRow> Rows) : TakenPart
    {
        /// <summary>What is put behind the file's name, such as a year; empty for nothing.</summary>
        public string Suffix { get; init; } = string.Empty;
    }

    /// <summary>A document.</summary>
    /// <param name="Words">The sentence of its folder: the folder's name and what lies in it, separated by <c>|</c>.</param>
    /// <param name="Name">The file's name with its ending; letters without marks, digits, hyphens.</param>
    /// <param name="Content">The bytes.</param>
    /// <param name="Place">To whom it may be passed on.</param>
    public sealed record Document(Sentence Words, string Name, byte[] Content, TakenPlace Place) : TakenPart;
}
