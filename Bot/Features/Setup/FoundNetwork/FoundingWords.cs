using System;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Platform.Activities;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Setup.FoundNetwork;

/// <summary>What is read of those who write before there is a network.</summary>
internal static class FoundingWords
{
    private static readonly string[] Beginnings = ["einrichten", "einrichtung", "einrichtungscode", "set up", "set-up", "setup", "set-up code"];

    /// <summary>The code in "Einrichten: ABCD-…", as typed; null where none is brought.</summary>
    public static string? CodeIn(CommandText text) => text.AfterColon.Length > 0 && Beginnings.Contains(text.FoldedBeforeColon, StringComparer.Ordinal)
        ? text.AfterColon
        : Beginnings.FirstOrDefault(beginning => text.Folded.StartsWith(beginning + " ", StringComparison.Ordinal)) is { } without ? text.Raw[without.Length..].Trim() : null;

    /// <summary>The name the channel says the sender has, in one line.</summary>
    public static string NameOf(Activity activity, Reader reader) => CommandText.OneLine(ShortText.Cut(activity.From?.Name ?? string.Empty, Person.NameLimit)) is { Length: > 0 } name
        ? name
        : Messages.Get(reader, Sentence.FoundingNameless);
}
