using System.Collections.Generic;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>One search of the message extension: the manifest and the handler follow from it; a test holds them together.</summary>
/// <param name="Id">Stable name on the wire.</param>
/// <param name="Title">Name of the search.</param>
/// <param name="Description">What it finds, in one sentence.</param>
/// <param name="Words">Label of the field for what is searched.</param>
/// <param name="WordsDescription">What can be typed there.</param>
internal sealed record SearchEntry(string Id, Sentence Title, Sentence Description, Sentence Words, Sentence WordsDescription);

/// <summary>The one table of searches.</summary>
internal static class SearchTable
{
    public static readonly SearchEntry Resolutions = new(
        "resolutions", Sentence.SearchResolutions, Sentence.SearchResolutionsDescription, Sentence.SearchResolutionsWords, Sentence.SearchResolutionsWordsDescription);

    public static readonly SearchEntry Meetings = new(
        "meetings", Sentence.SearchMeetings, Sentence.SearchMeetingsDescription, Sentence.SearchMeetingsWords, Sentence.SearchMeetingsWordsDescription);

    /// <summary>All searches in the order the client shows them.</summary>
    public static IReadOnlyList<SearchEntry> All { get; } = [Resolutions, Meetings];
}
