using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Features.Setup.TakeStep;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Setup.ChangeCommittees;

/// <summary>"Beirat hat 7 Sitze", "Sitze Beirat: 7": how many seats a committee of persons is to have, against which the vacant ones are counted.</summary>
internal sealed partial class SetSeatCount : SetupStep
{
    private const string Seats = "seats";

    /// <inheritdoc/>
    public override CommandEntry Entry => CommandTable.SetSeatCount;

    /// <inheritdoc/>
    public override Sentence Heading => Sentence.SetupSeatCount;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => [CommitteeField, Seats];

    /// <inheritdoc/>
    public override int Match(Turn turn, CommandText text) => Having().IsMatch(text.Folded) ? CommandMatch.Certain : base.Match(turn, text);

    /// <inheritdoc/>
    public override SetupFields Typed(Turn turn, CommandText text)
    {
        var having = Having().Match(text.Folded);
        var rest = Entry.RestOf(text);
        var where = having.Success ? having.Groups["who"].Value : text.HasColon ? text.FoldedBeforeColon + " " + rest : rest;
        var number = Number().Match(having.Success ? having.Groups["number"].Value : text.HasColon ? text.AfterColon : rest);
        return WithCommittee(turn, SetupFields.Empty, where).With(Seats, number.Value);
    }

    /// <inheritdoc/>
    public override IEnumerable<InputElement> Inputs(Turn turn, SetupFields fields) =>
    [
        CommitteeInput(turn, fields, committee => committee.Kind != CommitteeKind.GeneralAssembly),
        new NumberInput
        {
            Id = Seats, Label = Messages.Get(turn.Reader, Sentence.InputSeatCount), Min = 1, Max = Committee.MostSeats, Value = Read(fields) ?? CommitteeOf(turn, fields)?.SeatCount,
        },
    ];

    /// <inheritdoc/>
    public override ValueTask<SetupPlan> PlanAsync(Turn turn, SetupFields fields, CancellationToken cancellationToken) => ValueTask.FromResult(Plan(turn, fields));

    private static SetupPlan Plan(Turn turn, SetupFields fields)
    {
        if (CommitteeOf(turn, fields) is not { } before)
        {
            return Ask(turn, Sentence.InputCommitteeMissing);
        }

        if (before.Kind == CommitteeKind.GeneralAssembly)
        {
            return Ask(turn, Sentence.SetupSeatInPlenary, before.Name);
        }

        if (Read(fields) is not { } seats || seats < 1 || seats > Committee.MostSeats)
        {
            return Ask(turn, Sentence.SetupSeatCountMissing, Committee.MostSeats);
        }

        var done = Said(turn, Sentence.SetupSeatCountDone, before.Name, seats);
        return before.SeatCount == seats ? new SetupPlan.Stands(done) : new SetupPlan.Ready(
            [before.SeatCount is { } old ? Said(turn, Sentence.SetupSeatCountChange, before.Name, old, seats) : Said(turn, Sentence.SetupSeatCountLine, before.Name, seats)],
            By(turn) with { Committees = [before with { SeatCount = seats }] },
            done)
        {
            Hints = [Messages.Get(turn.Reader, Sentence.SetupSeatCountHint)],
        };
    }

    private static int? Read(SetupFields fields) => int.TryParse(fields[Seats], NumberStyles.None, CultureInfo.InvariantCulture, out var seats) ? seats : null;

    [GeneratedRegex(@"^(?<who>.+?)\s+(hat|bekommt|has|gets)\s+(?<number>\d{1,6})\s+(sitze|sitz|seats|seat)[.!]?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Having();

    [GeneratedRegex(@"\d{1,6}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();
}
