using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Bot.Domain.Rights;

namespace Bot.Tests.Attacks;

/// <summary>The table of rights as cells: each action for somebody who is nothing else.</summary>
internal static partial class RightsCells
{
    /// <summary>The roles, as the README heads its columns.</summary>
    public static IReadOnlyList<(Roles Role, string Title)> Columns { get; } =
    [
        (Roles.Stranger, "stranger"), (Roles.Guest, "known person"), (Roles.Member, "member"), (Roles.CommitteeMember, "of the committee"), (Roles.Chair, "chair"),
        (Roles.Coordinator, "coordinator"), (Roles.Owner, "whose it is"),
    ];

    /// <summary>What somebody is who has this role and no other. Everybody the network knows is a known person.</summary>
    public static Roles Alone(Roles role) => role == Roles.Stranger ? role : role | Roles.Guest;

    /// <summary>The section of the README, in English.</summary>
    public static string Markdown()
    {
        var lines = new List<string>
        {
            "| action | " + string.Join(" | ", Columns.Select(column => column.Title)) + " | answered |",
            "|---|" + string.Concat(Columns.Select(_ => "---|")) + "---|",
        };
        lines.AddRange(RightsTable.All.Select(rule =>
            $"| {Named(rule.Right)} | {string.Join(" | ", Columns.Select(column => rule.Allows(Alone(column.Role), Place.Private) ? "yes" : "–"))} | {Where(rule.Where)} |"));
        return string.Join('\n', lines);
    }

    private static string Where(Place place) => place switch
    {
        Place.Private => "1:1 only",
        Place.OwnRoom => "1:1, the committee's own room",
        _ => "anywhere",
    };

    private static string Named(Right right) => Capital().Replace(right.ToString(), match => (match.Index == 0 ? match.Value : " " + match.Value.ToLowerInvariant()));

    [GeneratedRegex("[A-Z]", RegexOptions.NonBacktracking)]
    private static partial Regex Capital();
}
