using System;
using System.Collections.Generic;

namespace Bot.Platform.Documents;

/// <summary>A document as it is read: headings, paragraphs, lists, tables. How it looks is decided where it is written.</summary>
internal sealed record TextDocument
{
    /// <summary>Stands in <see cref="Footer"/> for the number of the page, and for how many pages there are.</summary>
    public const char PageMark = '\uE001', PagesMark = '\uE002';

    /// <summary>Its title, on the first page and in its properties.</summary>
    public required string Title { get; init; }

    /// <summary>Its language, such as <c>de-DE</c>.</summary>
    public required string Language { get; init; }

    /// <summary>What it is about, for its properties.</summary>
    public string Subject { get; init; } = string.Empty;

    /// <summary>Whose document it is, for its properties.</summary>
    public string Author { get; init; } = string.Empty;

    /// <summary>When it was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Stands above every page.</summary>
    public string Header { get; init; } = string.Empty;

    /// <summary>Stands below every page; <see cref="PageMark"/> and <see cref="PagesMark"/> are replaced.</summary>
    public string Footer { get; init; } = string.Empty;

    /// <summary>What it holds, in order.</summary>
    public required IReadOnlyList<DocumentPart> Parts { get; init; }
}

/// <summary>A part of a document. All texts are plain; what cannot stand in a document is taken out when it is written, and line breaks stay.</summary>
internal abstract record DocumentPart
{
    private DocumentPart()
    {
    }

    /// <summary>A heading of level 1 to 3.</summary>
    public sealed record Heading(int Level, string Text) : DocumentPart;

    /// <summary>A paragraph.</summary>
    public sealed record Paragraph(string Text, ParagraphKind Kind = ParagraphKind.Usual) : DocumentPart;

    /// <summary>What something is, and what it says: "Ort: Rathaus".</summary>
    public sealed record Fact(string Label, string Text) : DocumentPart;

    /// <summary>A list with a mark before each line.</summary>
    public sealed record Bullets(IReadOnlyList<string> Lines) : DocumentPart;

    /// <summary>A table with a row of headings.</summary>
    /// <param name="Name">What it is, for those who do not see it.</param>
    /// <param name="Columns">The headings with the share each column takes of the width, at least 1.</param>
    /// <param name="Rows">The rows, each with as many texts as there are columns.</param>
    public sealed record Grid(string Name, IReadOnlyList<(string Heading, int Share)> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : DocumentPart;

    /// <summary>Lines to sign on, two side by side, each with what stands below it.</summary>
    public sealed record Signatures(string Left, string Right) : DocumentPart;
}

/// <summary>What a paragraph is.</summary>
internal enum ParagraphKind
{
    /// <summary>One among others.</summary>
    Usual,

    /// <summary>The line below the title.</summary>
    Subtitle,

    /// <summary>Words that are quoted as they were put, such as a motion.</summary>
    Quoted,

    /// <summary>What came of it, such as a decision.</summary>
    Weighty,

    /// <summary>Something on the side.</summary>
    Aside,
}
