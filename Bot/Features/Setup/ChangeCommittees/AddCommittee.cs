using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Features.Setup.TakeStep;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime;
using NodaTime.Text;

namespace Bot.Features.Setup.ChangeCommittees;

/// <summary>"Gremium anlegen: Beirat (Beirat)", "Gremium anlegen: AG Schule (Arbeitsgruppe), vertraulich, auch: Schulgruppe".</summary>
internal sealed partial class AddCommittee : SetupStep
{
    private const string KindField = "kind";

    private const string Start = "start";

    private const string Place = "place";

    private static readonly CommitteeKind[] Kinds = [CommitteeKind.AdvisoryBoard, CommitteeKind.Circle, CommitteeKind.WorkingGroup, CommitteeKind.GeneralAssembly];

    private static readonly string[] ConfidentialWords = ["vertraulich", "confidential"];

    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <inheritdoc/>
    public override CommandEntry Entry => CommandTable.AddCommittee;

    /// <inheritdoc/>
    public override Sentence Heading => Sentence.SetupAddCommittee;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => [CommitteeFields.Name, CommitteeFields.Aliases, CommitteeFields.IsConfidential, KindField, Start, Place];

    /// <inheritdoc/>
    public override SetupFields Typed(Turn turn, CommandText text)
    {
        var match = Shape().Match(Entry.RestOf(text));
        var fields = SetupFields.Empty.With(CommitteeFields.Name, match.Groups["name"].Value.Trim(' ', ','));
        if (match.Groups["kind"].Success && KindIn(match.Groups["kind"].Value) is { } kind)
        {
            fields = fields.With(KindField, kind.ToString());
        }

        foreach (var part in match.Groups["rest"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var alias = Also().Match(part);
            fields = ConfidentialWords.Contains(CommandText.Fold(part)) ? fields.With(CommitteeFields.IsConfidential, "true")
                : fields.With(CommitteeFields.Aliases, string.Join(", ", new[] { fields[CommitteeFields.Aliases], alias.Success ? alias.Groups["name"].Value : part }.Where(name => name.Length > 0)));
        }

        return fields;
    }

    /// <inheritdoc/>
    public override IEnumerable<InputElement> Inputs(Turn turn, SetupFields fields) =>
    [
        .. CommitteeFields.Inputs(turn, fields),
        new ChoiceSetInput
        {
            Id = KindField,
            Label = Messages.Get(turn.Reader, Sentence.InputCommitteeKind),
            Choices = [.. Possible(turn).Select(kind => new Choice(CommitteeFields.KindName(turn.Reader, kind), kind.ToString()))],
            Value = KindOf(fields)?.ToString(),
        },
        InputPart.Time(turn.Reader, Start, Sentence.InputUsualStart, Time.Parse(fields[Start]) is { Success: true, Value: var start } ? start : new LocalTime(18, 0)),
        InputPart.Text(turn.Reader, Place, Sentence.InputUsualPlace, fields[Place], MeetingProposal.TextLimit),
    ];

    /// <inheritdoc/>
    public override ValueTask<SetupPlan> PlanAsync(Turn turn, SetupFields fields, CancellationToken cancellationToken) => ValueTask.FromResult(Plan(turn, fields));

    private static SetupPlan Plan(Turn turn, SetupFields fields)
    {
        var id = new CommitteeId("c-" + turn.Form.IdentityOf("committee"));
        var done = Said(turn, Sentence.SetupCommitteeAdded, fields[CommitteeFields.Name]);
        if (turn.Network.Committee(id) is not null)
        {
            return new SetupPlan.Stands(done);
        }

        if (CommitteeFields.Faults(turn, fields, except: null) is { } fault)
        {
            return fault;
        }

        if (KindOf(fields) is not { } kind || !Possible(turn).Contains(kind))
        {
            return Ask(turn, Sentence.SetupWhichKind);
        }

        if (fields[Place].Length > MeetingProposal.TextLimit)
        {
            return Ask(turn, Sentence.SetupNameTooLong, ShortText.Abbreviate(fields[Place], 40), MeetingProposal.TextLimit);
        }

        return Ready(turn, fields, new Committee(id, kind, fields[CommitteeFields.Name], CommitteeFields.AliasesIn(fields), RulesOf(turn, fields, kind))
        {
            IsConfidential = fields[CommitteeFields.IsConfidential] == "true",
        }, done);
    }

    private static SetupPlan.Ready Ready(Turn turn, SetupFields fields, Committee committee, string done) => new(
        [
            Said(turn, Sentence.SetupCommitteeLine, committee.Name, CommitteeFields.KindName(turn.Reader, committee.Kind)),
            .. committee.Aliases.Count == 0 ? Enumerable.Empty<string>() : [Said(turn, Sentence.SetupAliasesLine, string.Join(", ", committee.Aliases))],
            .. committee.IsConfidential ? [Messages.Get(turn.Reader, Sentence.SetupConfidentialLine)] : Enumerable.Empty<string>(),
            Said(turn, Sentence.SetupUsualLine, committee.Rules.UsualStart, fields[Place].Length == 0 ? Messages.Get(turn.Reader, Sentence.SetupNoPlace) : fields[Place]),
        ],
        // Of a confidential committee only those know who sit in it; without a seat whoever makes it would not find it again.
        By(turn) with { Committees = [committee], Given = committee.IsSecluded ? [new Seat(committee.Id, turn.Sender!.Id)] : [] },
        done)
    {
        Hints = [Messages.Get(turn.Reader, Sentence.SetupCommitteeRules, committee.Rules.Notice.Days)],
    };

    private static RulesOfProcedure RulesOf(Turn turn, SetupFields fields, CommitteeKind kind)
    {
        var rules = CommitteeRules.New(Reader.For(turn.Snapshot.Language), kind, turn.LocalNow.Date);
        return rules with { UsualStart = Time.Parse(fields[Start]) is { Success: true, Value: var start } ? start : rules.UsualStart, UsualPlace = fields[Place] };
    }

    /// <summary>There is one plenary and one advisory board.</summary>
    private static IEnumerable<CommitteeKind> Possible(Turn turn) => Kinds.Where(kind =>
        kind is CommitteeKind.Circle or CommitteeKind.WorkingGroup || turn.Network.Committees.All(committee => committee.Kind != kind));

    private static CommitteeKind? KindOf(SetupFields fields) => Enum.TryParse<CommitteeKind>(fields[KindField], out var kind) && kind.ToString() == fields[KindField] ? kind : null;

    private static CommitteeKind? KindIn(string text)
    {
        var folded = CommandText.Fold(text);
        return Kinds.Select(kind => (CommitteeKind?)kind).FirstOrDefault(kind => new[] { Reader.German, Reader.English }
            .Any(reader => CommandText.Fold(CommitteeFields.KindName(reader, kind!.Value)) is var name && (name == folded || CommandText.WordsOf(name).Contains(folded))));
    }

    [GeneratedRegex(@"^(?<name>[^(,]*)(\((?<kind>[^)]*)\))?\s*,?(?<rest>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shape();

    [GeneratedRegex(@"^(auch|also|aliases?)\s*:?\s*(?<name>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Also();
}
