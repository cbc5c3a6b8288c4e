using System.Collections.Generic;

namespace Bot.Tests.CommandLines;

/// <summary>One documented line, and what is to come of it.</summary>
/// <param name="Line">As it stands in the document.</param>
/// <param name="Says">What it prints, among other things; empty for nothing in particular.</param>
internal sealed record Step(string Line, string Says = "")
{
    /// <summary>Whether it goes on until it is told to stop, as a bot does: that is done once it has printed what it says, and its code must be 0 as well.</summary>
    public bool GoesOn { get; init; }

    /// <summary>What is typed in its place where it cannot be as written, by what stands there and what comes there; the reason stands beside it in the table.</summary>
    public IReadOnlyList<(string Written, string Typed)> Instead { get; init; } = [];

    /// <summary>A pattern whose group <c>value</c>, found in what it printed, is typed for this placeholder from then on.</summary>
    public (string Placeholder, string Pattern)? Tells { get; init; }

    /// <summary>Files that are there afterwards, below the checkout or, with a slash before them, below the root of the machine.</summary>
    public IReadOnlyList<string> Makes { get; init; } = [];
}
