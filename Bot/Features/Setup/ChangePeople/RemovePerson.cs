using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Features.Setup.TakeStep;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Setup.ChangePeople;

/// <summary>"Person entfernen: Anna Muster": her seats and roles end, and her account is nobody's; what was decided with her stays.</summary>
internal sealed class RemovePerson(ElectionStore elections) : SetupStep
{
    /// <inheritdoc/>
    public override CommandEntry Entry => CommandTable.RemovePerson;

    /// <inheritdoc/>
    public override Sentence Heading => Sentence.SetupRemovePerson;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => PeopleFields.Names;

    /// <inheritdoc/>
    public override SetupFields Typed(Turn turn, CommandText text) => PeopleFields.Typed(turn, SetupFields.Empty, Entry.RestOf(text));

    /// <inheritdoc/>
    public override IEnumerable<InputElement> Inputs(Turn turn, SetupFields fields) => PeopleFields.Inputs(turn, fields, Sentence.InputPersonName);

    /// <inheritdoc/>
    public override async ValueTask<SetupPlan> PlanAsync(Turn turn, SetupFields fields, CancellationToken cancellationToken)
    {
        var named = PeopleReader.Read(turn, fields, takesNew: false);
        if (named.Questions.Count > 0 || named.People is not [{ Person: var person }])
        {
            return named.Questions.Count > 0 ? new SetupPlan.Asked(named.Questions) : Ask(turn, Sentence.SetupOnePerson);
        }

        var network = turn.Network;
        IReadOnlyList<Seat> seats = [.. network.Seats.Where(seat => seat.Person == person.Id)];
        IReadOnlyList<MemberOrganization> represented = [.. network.RepresentedBy(person.Id)];
        var done = Said(turn, Sentence.SetupPersonRemoved, person.Name);
        if (seats.Count == 0 && represented.Count == 0 && !person.IsCoordinator && !turn.Snapshot.Accounts.ContainsKey(person.Id))
        {
            return new SetupPlan.Stands(done);
        }

        if (person.IsCoordinator && network.Coordinators.Count() == 1)
        {
            return Ask(turn, Sentence.SetupLastCoordinator, person.Name);
        }

        if (await ElectedSeats.OfAsync(elections, turn, seats, cancellationToken) is { } elected)
        {
            return Ask(turn, Sentence.SetupSeatByElection, person.Name, elected.Name);
        }

        return new SetupPlan.Ready(
            [Said(turn, Sentence.SetupRemoveLine, person.Name), .. Ends(turn, person, seats, represented)],
            By(turn) with
            {
                People = [person with { IsCoordinator = false }],
                Accounts = new Dictionary<PersonId, Account?> { [person.Id] = null },
                Organizations = [.. represented.Select(organization => organization with { Representatives = [.. organization.Representatives.Where(one => one != person.Id)] })],
                // Also the seats the sender does not know of.
                Taken = [.. turn.Whole.Network.KnownSeats.Where(seat => seat.Person == person.Id)],
            },
            done)
        {
            Hints = [Messages.Get(turn.Reader, Sentence.SetupRemoveHint)],
            Notice = new PowerNotice(turn.Form.IdentityOf("left"), PowerChange.PersonLeft, turn.Sender!.Id, turn.Now, string.Empty, [person.Id]),
        };
    }

    private static IEnumerable<string> Ends(Turn turn, Person person, IReadOnlyList<Seat> seats, IReadOnlyList<MemberOrganization> represented)
    {
        if (seats.Count > 0)
        {
            yield return Said(turn, Sentence.SetupRemoveSeats, string.Join(", ", seats.Select(seat => turn.Network.Committee(seat.Committee)?.Name).OfType<string>()));
        }

        foreach (var organization in represented)
        {
            yield return organization.Representatives.Count == 1
                ? Said(turn, Sentence.SetupRemoveLastRepresentative, organization.Name)
                : Said(turn, Sentence.SetupRemoveRepresentative, organization.Name);
        }

        if (person.IsCoordinator)
        {
            yield return Messages.Get(turn.Reader, Sentence.SetupRemoveCoordination);
        }
    }
}

/// <summary>Seats that an election gave: they go back by the election's own way, so that substitutes are asked.</summary>
internal static class ElectedSeats
{
    /// <summary>The first committee in which one of the seats came from an election; null when none did.</summary>
    public static async Task<Committee?> OfAsync(ElectionStore elections, Turn turn, IReadOnlyList<Seat> seats, CancellationToken cancellationToken)
    {
        var all = seats.Count == 0 ? [] : await elections.AllAsync(turn.Network.Id, cancellationToken);
        return seats.Where(seat => all.Any(election => election.Body == seat.Committee && election.MandateOf(seat.Person) is { State: MandateState.Accepted, IsSeated: true }))
            .Select(seat => turn.Network.Committee(seat.Committee)).FirstOrDefault();
    }
}
