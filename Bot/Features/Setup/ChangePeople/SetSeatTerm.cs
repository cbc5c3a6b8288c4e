using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
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

/// <summary>"Sitz Anna bis 31.12.2028", "Sitz Anna im Beirat ab 1.1.2027 bis 31.12.2028", "Sitz Anna im Beirat kraft Amtes": the term of a seat that no election gave, and
/// the seat itself where the person has none yet.</summary>
internal sealed partial class SetSeatTerm(ElectionStore elections) : SetupStep
{
    private const string From = "from", Until = "until", Office = "office", Open = "open", Unread = "unread";

    // Above the words of "Sitz Beirat: …", which every line about a seat begins with.
    private const int TermMatch = CommandMatch.Words + 5;

    private static readonly string[] Between = ["im", "in", "ins", "der", "dem", "den", "the", "of", "von", "fuer", "for"];

    /// <inheritdoc/>
    public override CommandEntry Entry => CommandTable.SetSeatTerm;

    /// <inheritdoc/>
    public override Sentence Heading => Sentence.SetupSeatTerm;

    /// <inheritdoc/>
    public override bool IsForRooms => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => [CommitteeField, .. PeopleFields.Names, From, Until, Office, Open, Unread];

    /// <inheritdoc/>
    public override int Match(Turn turn, CommandText text) => Line().IsMatch(text.Folded) ? TermMatch : base.Match(turn, text);

    /// <inheritdoc/>
    public override SetupFields Typed(Turn turn, CommandText text)
    {
        var rest = Entry.LengthIn(text) > 0 || text.AfterColon.Length > 0 && Entry.Match(text) > CommandMatch.None ? Entry.RestOf(text) : Seat().Replace(text.Raw, string.Empty);
        var (isByOffice, isOpen) = (ByOffice().IsMatch(rest), Endless().IsMatch(rest));
        var term = Term().Match(Endless().Replace(ByOffice().Replace(rest, " "), " ").Trim());
        var who = term.Groups["who"].Value;
        var fields = WithCommittee(turn, SetupFields.Empty, who);
        var names = CommitteeOf(turn, fields) is { } committee ? CommitteeFinder.Without(committee, who) : who;
        fields = PeopleFields.Typed(turn, fields, Trimmed(names)).With(Office, isByOffice ? "true" : string.Empty).With(Open, isOpen ? "true" : string.Empty);
        return WithDay(turn, WithDay(turn, fields, From, term.Groups["from"].Value), Until, term.Groups["until"].Value);
    }

    /// <inheritdoc/>
    public override IEnumerable<InputElement> Inputs(Turn turn, SetupFields fields) =>
    [
        CommitteeInput(turn, fields, committee => committee.Kind != CommitteeKind.GeneralAssembly),
        .. PeopleFields.Inputs(turn, fields, Sentence.InputPersonName),
        InputPart.Day(turn.Reader, From, Sentence.InputSeatFrom, TermDay.In(fields[From])),
        InputPart.Day(turn.Reader, Until, Sentence.InputSeatUntil, TermDay.In(fields[Until])),
        Toggle(turn.Reader, Open, Sentence.InputSeatOpen, Sentence.SeatOpenChoice, fields),
        Toggle(turn.Reader, Office, Sentence.InputSeatOffice, Sentence.SeatOfficeChoice, fields),
    ];

    /// <inheritdoc/>
    public override async ValueTask<SetupPlan> PlanAsync(Turn turn, SetupFields fields, CancellationToken cancellationToken)
    {
        if (fields[Unread].Length > 0)
        {
            return Ask(turn, Sentence.AskGroupDay, ShortText.Abbreviate(fields[Unread], 100));
        }

        var named = PeopleReader.Read(turn, fields, takesNew: fields[CommitteeField].Length > 0);
        if (named.Questions.Count > 0 || named.People is not [{ Person: var person }])
        {
            return named.Questions.Count > 0 ? new SetupPlan.Asked(named.Questions) : Ask(turn, Sentence.SetupOnePerson);
        }

        var sits = turn.Network.Seats.Where(seat => seat.Person == person.Id).Select(seat => Nameable(turn).FirstOrDefault(one => one.Id == seat.Committee)).OfType<Committee>().ToList();
        if ((CommitteeOf(turn, fields) ?? (sits.Count == 1 ? sits[0] : null)) is not { } committee)
        {
            return Ask(turn, Sentence.InputCommitteeMissing);
        }

        if (committee.Kind == CommitteeKind.GeneralAssembly)
        {
            return Ask(turn, Sentence.SetupSeatInPlenary, committee.Name);
        }

        var seat = new Seat(committee.Id, person.Id);
        return HeldSeat.SourceOf(seat, await elections.AllAsync(turn.Network.Id, cancellationToken)) is { } source
            ? Ask(turn, Sentence.SetupSeatTermElected, person.Name, committee.Name, SeatWords.Term(turn.Reader, source.TermFrom, source.TermUntil))
            : Plan(turn, named, committee, seat, fields);
    }

    private static SetupPlan Plan(Turn turn, PeopleReader named, Committee committee, Seat seat, SetupFields fields)
    {
        var (from, until, isOpen, isByOffice) = (TermDay.In(fields[From]), TermDay.In(fields[Until]), fields[Open] == "true", fields[Office] == "true");
        if (from is null && until is null && !isOpen && !isByOffice)
        {
            return Ask(turn, Sentence.SetupSeatTermMissing);
        }

        var (isHeld, before) = (turn.Network.Seats.Contains(seat), turn.Network.Terms.GetValueOrDefault(seat));
        var wanted = new SeatTerm { From = from ?? (isHeld ? before?.From : null), Until = isOpen ? null : until, IsByOffice = isByOffice, SetBy = turn.Sender!.Id, SetAt = turn.Now };
        if (wanted.Objection(turn.LocalNow.Date, isHeld) is { } objection)
        {
            return new SetupPlan.Asked(RefusalText.Markdown(turn, objection));
        }

        var said = (CardText.Escape(named.People[0].Person.Name, LineBreaks.Collapse), CardText.Escape(committee.Name, LineBreaks.Collapse), SeatWords.Term(turn.Reader, wanted.From, wanted.Until));
        var done = Messages.Get(turn.Reader, Sentence.SetupSeatTermDone, said.Item1, said.Item2, said.Item3);
        if (before is not null && wanted with { SetBy = before.SetBy, SetAt = before.SetAt } == before && (isHeld || wanted.IsToComeOn(turn.LocalNow.Date)))
        {
            return new SetupPlan.Stands(done);
        }

        return new SetupPlan.Ready(
            [
                Messages.Get(turn.Reader, Sentence.SetupSeatTermLine, isHeld ? said.Item1 : named.Said(), said.Item2, said.Item3),
                .. isByOffice ? [Messages.Get(turn.Reader, Sentence.SeatOfficeChoice)] : Enumerable.Empty<string>(),
                .. isHeld ? [] : new[] { Messages.Get(turn.Reader, Sentence.SetupSeatTermNew) },
            ],
            named.Into(By(turn) with { Given = isHeld ? [] : [seat], Terms = new Dictionary<Seat, SeatTerm> { [seat] = wanted } }),
            done)
        {
            Hints = [.. named.Hints, .. wanted.Until is null ? [] : new[] { Messages.Get(turn.Reader, Sentence.SetupSeatTermHint) }],
            Follows = Subjects.Due(turn.Network.Id, Subjects.Seats, committee.Id.Value),
            Notice = isHeld ? null : new PowerNotice(turn.Form.IdentityOf("seat"), PowerChange.SeatGiven, turn.Sender!.Id, turn.Now, committee.Id.Value, [seat.Person]),
        };
    }

    private static SetupFields WithDay(Turn turn, SetupFields fields, string name, string text) => text.Length == 0 ? fields
        : (TermDay.Read(turn, text) ?? TermDay.Read(turn, text.TrimEnd('.', '!'))) is { } day ? fields.With(name, TermDay.Write(day)) : fields.With(Unread, text);

    private static string Trimmed(string names)
    {
        var words = names.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        while (words.Count > 0 && Between.Contains(CommandText.Fold(words[^1])))
        {
            words.RemoveAt(words.Count - 1);
        }

        while (words.Count > 0 && Between.Contains(CommandText.Fold(words[0])))
        {
            words.RemoveAt(0);
        }

        return string.Join(' ', words).Trim(' ', ':', ',');
    }

    private static ToggleInput Toggle(Reader reader, string id, Sentence label, Sentence title, SetupFields fields) =>
        new() { Id = id, Label = Messages.Get(reader, label), Title = Messages.Get(reader, title), Value = fields[id] == "true" ? "true" : "false" };

    [GeneratedRegex(@"^(sitz|seat)\b(?!\s+(zurueck|niederlegen|aufgeben|geben|vergeben)).*\b(bis|until|till|ab|vom|from|kraft amtes|by office|ex officio|unbefristet|open-ended)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();

    [GeneratedRegex(@"^\s*(sitz|seat)\s*:?\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Seat();

    [GeneratedRegex(@"\b(kraft amtes|kraft ihres amtes|kraft seines amtes|by office|ex officio)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ByOffice();

    [GeneratedRegex(@"\b(unbefristet|ohne ende|bis auf weiteres|open-ended|without end|until further notice)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Endless();

    [GeneratedRegex(@"^(?<who>.*?)(\s+(ab|vom|from)\s+(dem\s+)?(?<from>.+?))?(\s+(bis|until|till)\s+(zum\s+)?(?<until>.+?))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Term();
}
