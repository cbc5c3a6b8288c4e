using System.Collections.Generic;
using System.Collections.Immutable;
using Bot.Domain.Committees;
using Bot.Domain.MemberLists;
using NodaTime;

namespace Bot.Storage;

/// <summary>A list of organizations that somebody has sent, between preview and confirmation.</summary>
/// <param name="Id">Identity, the same however often the message is delivered.</param>
/// <param name="SentBy">Who has sent it; nobody else sees or takes it.</param>
/// <param name="SentAt">When.</param>
internal sealed record SentList(string Id, PersonId SentBy, Instant SentAt)
{
    /// <summary>Its tables as they were read: rows with their numbers. Empty once the list was taken or dropped.</summary>
    public IReadOnlyList<IReadOnlyList<SentRow>> Sheets { get; init; } = [];

    /// <summary>What was said to questions, by row.</summary>
    public IReadOnlyDictionary<int, ListAnswer> Answers { get; init; } = ImmutableDictionary<int, ListAnswer>.Empty;

    /// <summary>What became of it; null while nothing has.</summary>
    public SentListEnd? End { get; init; }

    /// <summary>How many organizations were new and how many changed, when it was taken.</summary>
    public (int New, int Changed) Taken { get; init; }
}

/// <summary>A row of a sent list.</summary>
/// <param name="Number">As a spreadsheet counts.</param>
/// <param name="Cells">Its cells' text.</param>
internal sealed record SentRow(int Number, IReadOnlyList<string> Cells);

/// <summary>What became of a sent list.</summary>
internal enum SentListEnd
{
    /// <summary>It was taken, whole.</summary>
    Taken,

    /// <summary>Its sender did not want it.</summary>
    Dropped,
}
