using System;
using System.Collections.Generic;
using NodaTime;

namespace Bot.Tests.Secrecy;

/// <summary>A row of any table, with what the store itself notes of it.</summary>
/// <param name="Table">The table.</param>
/// <param name="Partition">Its partition.</param>
/// <param name="Row">Its key.</param>
/// <param name="At">The store's time stamp.</param>
/// <param name="Text">All its columns, as JSON.</param>
internal sealed record SeenRow(string Table, string Partition, string Row, DateTimeOffset At, string Text);

/// <summary>A file of the store, as bytes read as Latin-1.</summary>
internal sealed record SeenFile(string Name, string Bytes);

/// <summary>A line of the log.</summary>
internal sealed record SeenLine(Instant At, string Category, string Text);

/// <summary>A message that went out, sent or replacing another.</summary>
internal sealed record SeenMessage(Instant At, string Conversation, string Json);

/// <summary>A request that came in and how it was answered.</summary>
/// <param name="At">When.</param>
/// <param name="Voter">Who sent it.</param>
/// <param name="PressedBytes">The length of its body when a button was pressed; null when the choice was typed: such a message stands in the chat anyway.</param>
/// <param name="AnswerBytes">The length of the answer's body.</param>
/// <param name="Answer">The answer.</param>
internal sealed record SeenRequest(Instant At, string Voter, int? PressedBytes, int AnswerBytes, string Answer);

/// <summary>Everything an attacker gets to see of one secret ballot.</summary>
/// <param name="Partition">The ballot's partition; it is no secret.</param>
/// <param name="Voters">Who was on the roll, in the order of their keys.</param>
internal sealed record Evidence(string Partition, IReadOnlyList<string> Voters)
{
    /// <summary>All rows of all tables.</summary>
    public IReadOnlyList<SeenRow> Rows { get; init; } = [];

    /// <summary>The store's files; none where the store keeps them.</summary>
    public IReadOnlyList<SeenFile> Files { get; init; } = [];

    /// <summary>The log of all parts of the process, at its most talkative.</summary>
    public IReadOnlyList<SeenLine> Log { get; init; } = [];

    /// <summary>What the process measured, traced and threw, each with its kind, see <see cref="EvidenceTelemetry"/>.</summary>
    public IReadOnlyList<SeenLine> Telemetry { get; init; } = [];

    /// <summary>Everything sent to Teams.</summary>
    public IReadOnlyList<SeenMessage> Messages { get; init; } = [];

    /// <summary>Everything that came in while people voted.</summary>
    public IReadOnlyList<SeenRequest> Requests { get; init; } = [];
}
