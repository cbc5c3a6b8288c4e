using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Features.Setup.TakeStep;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Setup.ChangeCommittees;

/// <summary>"Gremium ändern: Beirat", "Gremium ändern: Beirat in Beratungskreis": names, other names, whether it is confidential.</summary>
internal sealed partial class ChangeCommittee : SetupStep
{
    /// <inheritdoc/>
    public override CommandEntry Entry => CommandTable.ChangeCommittee;

    /// <inheritdoc/>
    public override Sentence Heading => Sentence.SetupChangeCommittee;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => [CommitteeField, CommitteeFields.Name, CommitteeFields.Aliases, CommitteeFields.IsConfidential];

    /// <inheritdoc/>
    public override SetupFields Typed(Turn turn, CommandText text)
    {
        var rest = Entry.RestOf(text);
        var renaming = Renaming().Match(rest);
        var fields = WithCommittee(turn, SetupFields.Empty, renaming.Success ? renaming.Groups["which"].Value : rest);
        return CommitteeOf(turn, fields) is not { } committee ? fields : fields
            .With(CommitteeFields.Name, renaming.Success ? renaming.Groups["name"].Value.Trim() : string.Empty)
            .With(CommitteeFields.Aliases, string.Join(", ", committee.Aliases))
            .With(CommitteeFields.IsConfidential, committee.IsConfidential ? "true" : string.Empty);
    }

    /// <inheritdoc/>
    public override IEnumerable<InputElement> Inputs(Turn turn, SetupFields fields) => CommitteeOf(turn, fields) is { } committee
        ? CommitteeFields.Inputs(turn, fields[CommitteeFields.Name].Length > 0 ? fields : fields.With(CommitteeFields.Name, committee.Name).With(CommitteeFields.Aliases, string.Join(", ", committee.Aliases))
            .With(CommitteeFields.IsConfidential, committee.IsConfidential ? "true" : string.Empty))
        : [CommitteeInput(turn, fields)];

    /// <inheritdoc/>
    public override ValueTask<SetupPlan> PlanAsync(Turn turn, SetupFields fields, CancellationToken cancellationToken) => ValueTask.FromResult(Plan(turn, fields));

    private static SetupPlan Plan(Turn turn, SetupFields fields)
    {
        if (CommitteeOf(turn, fields) is not { } before)
        {
            return Ask(turn, Sentence.InputCommitteeMissing);
        }

        if (fields[CommitteeFields.Name].Length == 0)
        {
            return Ask(turn, Sentence.SetupWhatToChange);
        }

        if (CommitteeFields.Faults(turn, fields, before.Id) is { } fault)
        {
            return fault;
        }

        var after = before with
        {
            Name = fields[CommitteeFields.Name],
            Aliases = CommitteeFields.AliasesIn(fields),
            IsConfidential = fields[CommitteeFields.IsConfidential] == "true",
        };
        var lines = Lines(turn, before, after).ToList();
        var done = Said(turn, Sentence.SetupCommitteeChanged, after.Name);
        return lines.Count == 0 ? new SetupPlan.Stands(done) : new SetupPlan.Ready(lines, By(turn) with { Committees = [after] }, done)
        {
            Hints = [Messages.Get(turn.Reader, Sentence.SetupChangeCommitteeHint)],
        };
    }

    private static IEnumerable<string> Lines(Turn turn, Committee before, Committee after)
    {
        if (before.Name != after.Name)
        {
            yield return Said(turn, Sentence.SetupNameChange, before.Name, after.Name);
        }

        if (!before.Aliases.SequenceEqual(after.Aliases))
        {
            yield return after.Aliases.Count == 0 ? Messages.Get(turn.Reader, Sentence.SetupNoAliases) : Said(turn, Sentence.SetupAliasesLine, string.Join(", ", after.Aliases));
        }

        if (before.IsConfidential != after.IsConfidential)
        {
            yield return Messages.Get(turn.Reader, after.IsConfidential ? Sentence.SetupConfidentialLine : Sentence.SetupNotConfidentialLine);
        }
    }

    [GeneratedRegex(@"^(?<which>.+?)\s+(in|zu|to|into)\s+(?<name>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Renaming();
}
