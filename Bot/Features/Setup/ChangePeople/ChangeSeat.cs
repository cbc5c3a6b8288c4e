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

/// <summary>What giving a seat and taking it back have in common.</summary>
internal abstract class ChangeSeat(ElectionStore elections) : SetupStep
{
    /// <inheritdoc/>
    public override bool IsForRooms => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => [CommitteeField, .. PeopleFields.Names];

    /// <inheritdoc/>
    public override SetupFields Typed(Turn turn, CommandText text)
    {
        var rest = Entry.RestOf(text);
        var isSplit = text.HasColon && text.AfterColon.Length > 0;
        var where = isSplit ? text.FoldedBeforeColon : rest;
        var fields = WithCommittee(turn, SetupFields.Empty, where);
        if (CommitteeOf(turn, fields) is not { } committee)
        {
            fields = WithCommittee(turn, SetupFields.Empty, rest);
            committee = CommitteeOf(turn, fields);
            isSplit = false;
        }

        var names = isSplit ? text.AfterColon : committee is null ? rest : CommitteeFinder.Without(committee, rest);
        return PeopleFields.Typed(turn, fields, names.Trim(' ', ':', ','));
    }

    /// <inheritdoc/>
    public override IEnumerable<InputElement> Inputs(Turn turn, SetupFields fields) =>
    [
        CommitteeInput(turn, fields, committee => committee.Kind != CommitteeKind.GeneralAssembly),
        .. PeopleFields.Inputs(turn, fields, Sentence.InputPeople),
    ];

    /// <inheritdoc/>
    public override async ValueTask<SetupPlan> PlanAsync(Turn turn, SetupFields fields, CancellationToken cancellationToken)
    {
        if (CommitteeOf(turn, fields) is not { } committee)
        {
            return Ask(turn, Sentence.InputCommitteeMissing);
        }

        if (committee.Kind == CommitteeKind.GeneralAssembly)
        {
            return Ask(turn, Sentence.SetupSeatInPlenary, committee.Name);
        }

        var named = PeopleReader.Read(turn, fields, IsGiven);
        if (named.Questions.Count > 0 || named.People.Count == 0)
        {
            return named.Questions.Count > 0 ? new SetupPlan.Asked(named.Questions) : Ask(turn, Sentence.SetupWho);
        }

        return await PlanAsync(turn, committee, named, cancellationToken);
    }

    /// <summary>Whether seats are given.</summary>
    protected abstract bool IsGiven { get; }

    /// <summary>Where elections are.</summary>
    protected ElectionStore Held => elections;

    /// <summary>What it comes to.</summary>
    protected abstract ValueTask<SetupPlan> PlanAsync(Turn turn, Committee committee, PeopleReader named, CancellationToken cancellationToken);

    /// <summary>What the coordinators are told.</summary>
    protected static PowerNotice NoticeOf(Turn turn, PowerChange change, Committee committee, IReadOnlyList<PersonId> people) =>
        new(turn.Form.IdentityOf("seat"), change, turn.Sender!.Id, turn.Now, committee.Id.Value, people);
}

/// <summary>"Sitz Beirat: @Anna".</summary>
internal sealed class GiveSeat(ElectionStore elections) : ChangeSeat(elections)
{
    /// <inheritdoc/>
    public override CommandEntry Entry => CommandTable.GiveSeat;

    /// <inheritdoc/>
    public override Sentence Heading => Sentence.SetupGiveSeat;

    /// <inheritdoc/>
    protected override bool IsGiven => true;

    /// <inheritdoc/>
    public override int Match(Turn turn, CommandText text) =>
        base.Match(turn, text) is > CommandMatch.None and var match ? match : text.FoldedBeforeColon.StartsWith("sitz ", System.StringComparison.Ordinal) ? CommandMatch.Words : CommandMatch.None;

    /// <inheritdoc/>
    protected override async ValueTask<SetupPlan> PlanAsync(Turn turn, Committee committee, PeopleReader named, CancellationToken cancellationToken)
    {
        // Whoever has given their seat up and is to keep it after all is given it again.
        IReadOnlyList<PersonId> given = [.. named.Ids.Where(person => new Seat(committee.Id, person) is var seat && (!turn.Network.Seats.Contains(seat) || turn.Network.Terms.GetValueOrDefault(seat) is { LastDay: not null }))];
        var done = Said(turn, Sentence.SetupSeatGiven, committee.Name, string.Join(", ", named.People.Select(one => one.Person.Name)));
        if (given.Count == 0)
        {
            return new SetupPlan.Stands(done);
        }

        var isElected = (await Held.AllAsync(turn.Network.Id, cancellationToken)).Any(election => election.Body == committee.Id && election.State != ElectionState.Cancelled);
        return new SetupPlan.Ready(
            [Messages.Get(turn.Reader, Sentence.SetupSeatLine, CardText.Escape(committee.Name, LineBreaks.Collapse), named.Said())],
            named.Into(By(turn) with { Given = [.. given.Select(person => new Seat(committee.Id, person))] }),
            done)
        {
            Hints = [.. named.Hints, .. isElected ? [Said(turn, Sentence.SetupSeatElectedHint, committee.Name)] : Enumerable.Empty<string>()],
            Notice = NoticeOf(turn, PowerChange.SeatGiven, committee, given),
        };
    }
}

/// <summary>"Sitz zurück Beirat: Anna".</summary>
internal sealed class TakeSeat(ElectionStore elections) : ChangeSeat(elections)
{
    /// <inheritdoc/>
    public override CommandEntry Entry => CommandTable.TakeSeat;

    /// <inheritdoc/>
    public override Sentence Heading => Sentence.SetupTakeSeat;

    /// <inheritdoc/>
    protected override bool IsGiven => false;

    /// <inheritdoc/>
    protected override async ValueTask<SetupPlan> PlanAsync(Turn turn, Committee committee, PeopleReader named, CancellationToken cancellationToken)
    {
        IReadOnlyList<Seat> taken = [.. named.Ids.Select(person => new Seat(committee.Id, person)).Where(turn.Network.KnownSeats.Contains)];
        var names = string.Join(", ", named.People.Select(one => one.Person.Name));
        var done = Said(turn, Sentence.SetupSeatTaken, committee.Name, names);
        if (taken.Count == 0)
        {
            return new SetupPlan.Stands(done);
        }

        return await ElectedSeats.OfAsync(Held, turn, taken, cancellationToken) is not null
            ? Ask(turn, Sentence.SetupSeatByElection, names, committee.Name)
            : new SetupPlan.Ready([Said(turn, Sentence.SetupTakeSeatLine, committee.Name, names)], By(turn) with { Taken = [.. taken] }, done)
            {
                Notice = NoticeOf(turn, PowerChange.SeatTaken, committee, [.. taken.Select(seat => seat.Person)]),
            };
    }
}
