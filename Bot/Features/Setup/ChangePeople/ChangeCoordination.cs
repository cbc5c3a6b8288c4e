using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Features.Setup.TakeStep;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Setup.ChangePeople;

/// <summary>What giving the coordination and taking it back have in common: one person, told to all coordinators, and never nobody left.</summary>
internal abstract class ChangeCoordination : SetupStep
{
    /// <inheritdoc/>
    public override bool IsForRooms => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => PeopleFields.Names;

    /// <summary>Whether it is given.</summary>
    protected abstract bool IsGiven { get; }

    /// <inheritdoc/>
    public override SetupFields Typed(Turn turn, CommandText text) => PeopleFields.Typed(turn, SetupFields.Empty, Entry.RestOf(text));

    /// <inheritdoc/>
    public override IEnumerable<InputElement> Inputs(Turn turn, SetupFields fields) => PeopleFields.Inputs(turn, fields, Sentence.InputPersonName);

    /// <inheritdoc/>
    public override ValueTask<SetupPlan> PlanAsync(Turn turn, SetupFields fields, CancellationToken cancellationToken) => ValueTask.FromResult(Plan(turn, fields));

    private SetupPlan Plan(Turn turn, SetupFields fields)
    {
        var named = PeopleReader.Read(turn, fields, IsGiven);
        if (named.Questions.Count > 0 || named.People is not [var one])
        {
            return named.Questions.Count > 0 ? new SetupPlan.Asked(named.Questions) : Ask(turn, Sentence.SetupOnePerson);
        }

        var done = Said(turn, IsGiven ? Sentence.SetupCoordinationGiven : Sentence.SetupCoordinationTaken, one.Person.Name);
        if (one.Person.IsCoordinator == IsGiven)
        {
            return new SetupPlan.Stands(done);
        }

        if (!IsGiven && turn.Network.Coordinators.Count() == 1)
        {
            return Ask(turn, Sentence.SetupLastCoordinator, one.Person.Name);
        }

        if (IsGiven && one.Account is null && !turn.Snapshot.Accounts.ContainsKey(one.Person.Id))
        {
            return Ask(turn, Sentence.SetupCoordinatorWithoutAccount, one.Person.Name);
        }

        var change = named.Into(By(turn));
        return new SetupPlan.Ready(
            [IsGiven ? Messages.Get(turn.Reader, Sentence.SetupCoordinationLine, named.Said()) : Said(turn, Sentence.SetupTakeCoordinationLine, one.Person.Name)],
            change with { People = [one.Person with { IsCoordinator = IsGiven }] },
            done)
        {
            Hints = [.. named.Hints, Messages.Get(turn.Reader, Sentence.SetupCoordinationHint)],
            Notice = new PowerNotice(
                turn.Form.IdentityOf("coordination"), IsGiven ? PowerChange.CoordinationGiven : PowerChange.CoordinationTaken, turn.Sender!.Id, turn.Now, string.Empty, [one.Person.Id]),
        };
    }
}

/// <summary>"Koordination: @Ben".</summary>
internal sealed class GiveCoordination : ChangeCoordination
{
    /// <inheritdoc/>
    public override CommandEntry Entry => CommandTable.GiveCoordination;

    /// <inheritdoc/>
    public override Sentence Heading => Sentence.SetupGiveCoordination;

    /// <inheritdoc/>
    protected override bool IsGiven => true;
}

/// <summary>"Koordination abgeben: Ben".</summary>
internal sealed class TakeCoordination : ChangeCoordination
{
    /// <inheritdoc/>
    public override CommandEntry Entry => CommandTable.TakeCoordination;

    /// <inheritdoc/>
    public override Sentence Heading => Sentence.SetupTakeCoordination;

    /// <inheritdoc/>
    protected override bool IsGiven => false;
}
