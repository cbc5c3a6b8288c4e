using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Features.Setup.TakeStep;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Setup.ChangeCommittees;

/// <summary>What steps about committees read alike.</summary>
internal static class CommitteeFields
{
    /// <summary>Its name.</summary>
    public const string Name = "name";

    /// <summary>Other names it answers to, separated by commas.</summary>
    public const string Aliases = "aliases";

    /// <summary>Whether nobody outside is to learn of it: <c>true</c>.</summary>
    public const string IsConfidential = "confidential";

    /// <summary>The longest name, in UTF-16 units.</summary>
    public const int NameLimit = 100;

    /// <summary>The longest list of other names, in UTF-16 units.</summary>
    public const int AliasesLimit = 300;

    /// <summary>Inputs for all three.</summary>
    public static IEnumerable<InputElement> Inputs(Turn turn, SetupFields fields) =>
    [
        InputPart.Required(turn.Reader, Name, (Sentence.InputCommitteeName, Sentence.SetupNameMissing), fields[Name], NameLimit),
        InputPart.Text(turn.Reader, Aliases, Sentence.InputAliases, fields[Aliases], AliasesLimit),
        new ToggleInput
        {
            Id = IsConfidential,
            Label = Messages.Get(turn.Reader, Sentence.InputConfidential),
            Title = Messages.Get(turn.Reader, Sentence.SetupConfidential),
            Value = fields[IsConfidential] == "true" ? "true" : "false",
        },
    ];

    /// <summary>The other names in the fields.</summary>
    public static IReadOnlyList<string> AliasesIn(SetupFields fields) =>
        [.. fields[Aliases].Split([',', ';', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>What is wrong with the names; null when nothing is.</summary>
    /// <param name="turn">Who asks.</param>
    /// <param name="fields">What they want.</param>
    /// <param name="except">The committee that may have them.</param>
    public static SetupPlan.Asked? Faults(Turn turn, SetupFields fields, CommitteeId? except)
    {
        if (fields[Name].Length == 0)
        {
            return new SetupPlan.Asked(Messages.Get(turn.Reader, Sentence.SetupNameMissing));
        }

        IReadOnlyList<string> names = [fields[Name], .. AliasesIn(fields)];
        if (names.FirstOrDefault(name => name.Length > NameLimit) is { } tooLong)
        {
            return new SetupPlan.Asked(Messages.Get(turn.Reader, Sentence.SetupNameTooLong, Escaped(ShortText.Abbreviate(tooLong, 40)), NameLimit));
        }

        if (fields[Aliases].Length > AliasesLimit)
        {
            return new SetupPlan.Asked(Messages.Get(turn.Reader, Sentence.SetupNameTooLong, Escaped(ShortText.Abbreviate(fields[Aliases], 40)), AliasesLimit));
        }

        if (names.FirstOrDefault(name => CommandText.WordsOf(CommandText.Fold(name)).Length == 0) is { } empty)
        {
            return new SetupPlan.Asked(Messages.Get(turn.Reader, Sentence.SetupNameWithoutLetters, Escaped(empty)));
        }

        var taken = turn.Network.Committees.Where(committee => committee.Id != except)
            .SelectMany(committee => committee.Aliases.Append(committee.Name).Select(name => (committee, Folded: CommandText.Fold(name))))
            .FirstOrDefault(pair => names.Any(name => CommandText.Fold(name) == pair.Folded));
        return taken.committee is { } other ? new SetupPlan.Asked(Messages.Get(turn.Reader, Sentence.SetupCommitteeThere, Escaped(other.Name))) : null;
    }

    /// <summary>What a kind of committee is called.</summary>
    public static string KindName(Reader reader, CommitteeKind kind) => Messages.Get(reader, kind switch
    {
        CommitteeKind.GeneralAssembly => Sentence.KindGeneralAssembly,
        CommitteeKind.AdvisoryBoard => Sentence.KindAdvisoryBoard,
        CommitteeKind.Circle => Sentence.KindCircle,
        CommitteeKind.WorkingGroup => Sentence.KindWorkingGroup,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    });

    private static string Escaped(string text) => CardText.Escape(text, LineBreaks.Collapse);
}
