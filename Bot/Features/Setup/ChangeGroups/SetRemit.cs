using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Features.Setup.ChangePeople;
using Bot.Features.Setup.TakeStep;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Setup.ChangeGroups;

/// <summary>"Auftrag festlegen AG Bildung: Sprecher:in: Anna, Bericht bis 31.3.2027 alle 6 Monate", "Auftrag verlängern AG Bildung bis 31.12.2028, Grund: Beschluss 2027-05".</summary>
internal sealed partial class SetRemit : SetupStep
{
    private const string Task = "remit", Until = "until", Report = "report", Months = "months", Open = "open", Reason = "reason", Basis = "basis", Unread = "unread";

    /// <inheritdoc/>
    public override CommandEntry Entry => CommandTable.SetRemit;

    /// <inheritdoc/>
    public override Sentence Heading => Sentence.SetupRemit;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => [CommitteeField, Task, PeopleFields.People, PeopleFields.Mentions, PeopleFields.Picked, Until, Report, Months, Open, Reason, Basis, Unread];

    /// <inheritdoc/>
    public override SetupFields Typed(Turn turn, CommandText text)
    {
        var (said, labels) = RemitLabels.Split(RemitLabels.Pattern(), Entry.RestOf(text));
        var fields = WithCommittee(turn, SetupFields.Empty, text.HasColon ? text.FoldedBeforeColon : said);
        if (CommitteeOf(turn, fields) is not { } group)
        {
            return fields;
        }

        var read = RemitLabels.Read(turn, labels);
        var rest = CommitteeFinder.Without(group, said).Trim(' ', ':', ',');
        var until = Prolonging().Match(rest);
        var day = read.Until ?? (until.Success ? TermDay.Read(turn, until.Groups["day"].Value) : null);
        fields = Filled(turn, fields, group);
        fields = until.Success || rest.Length == 0 ? fields : fields.With(Task, rest);
        fields = read.Text.Length == 0 ? fields : fields.With(Task, read.Text);
        fields = read.Speaker.Length == 0 ? fields : fields.With(PeopleFields.People, read.Speaker);
        fields = day is null ? fields : fields.With(Until, TermDay.Write(day));
        fields = read.ReportDue is null ? fields : fields.With(Report, TermDay.Write(read.ReportDue)).With(Months, Number(read.ReportMonths));
        fields = read.IsOpen is { } isOpen ? fields.With(Open, isOpen ? "true" : "false") : fields;
        return fields.With(Reason, labels.GetValueOrDefault("wording", string.Empty))
            .With(Unread, string.Join(", ", read.Unread.Concat(until.Success && day is null ? [until.Groups["day"].Value] : [])));
    }

    /// <inheritdoc/>
    public override IEnumerable<InputElement> Inputs(Turn turn, SetupFields fields)
    {
        var reader = turn.Reader;
        if (!HasGroup(turn))
        {
            return [];
        }

        var shown = CommitteeOf(turn, fields) is { Kind: CommitteeKind.WorkingGroup } group ? Filled(turn, fields, group) : fields;
        return
        [
            CommitteeInput(turn, fields, committee => committee.Kind == CommitteeKind.WorkingGroup),
            InputPart.Text(reader, Task, Sentence.InputRemit, shown[Task], Remit.TextLimit) with { IsMultiline = true },
            InputPart.Text(reader, PeopleFields.People, Sentence.InputSpeaker, shown[PeopleFields.People], Person.NameLimit),
            InputPart.Day(reader, Until, Sentence.InputTermUntil, TermDay.In(shown[Until])),
            InputPart.Day(reader, Report, Sentence.InputReportDue, TermDay.In(shown[Report])),
            new NumberInput
            {
                Id = Months, Label = Messages.Get(reader, Sentence.InputReportMonths), Min = 1, Max = Remit.MostMonths,
                Value = int.TryParse(shown[Months], NumberStyles.None, CultureInfo.InvariantCulture, out var months) ? months : null,
            },
            new ToggleInput { Id = Open, Label = Messages.Get(reader, Sentence.InputGroupOpen), Title = Messages.Get(reader, Sentence.GroupOpenChoice), Value = shown[Open] == "true" ? "true" : "false" },
            InputPart.Text(reader, Reason, Sentence.InputTermReason, shown[Reason], Remit.ReasonLimit),
        ];
    }

    /// <inheritdoc/>
    public override ValueTask<SetupPlan> PlanAsync(Turn turn, SetupFields fields, CancellationToken cancellationToken) => ValueTask.FromResult(Plan(turn, fields));

    private static bool HasGroup(Turn turn) => turn.Network.Committees.Any(committee => committee.Kind == CommitteeKind.WorkingGroup);

    private static SetupPlan Plan(Turn turn, SetupFields given)
    {
        if (CommitteeOf(turn, given) is not { Kind: CommitteeKind.WorkingGroup } group)
        {
            return Ask(turn, HasGroup(turn) ? Sentence.InputGroupMissing : Sentence.GroupsNone);
        }

        if (given[Unread].Length > 0)
        {
            return Ask(turn, Sentence.AskGroupDay, ShortText.Abbreviate(given[Unread], 100));
        }

        var (before, fields) = (group.Remit ?? new Remit(), Filled(turn, given, group));
        var named = PeopleReader.Read(turn, fields, takesNew: false);
        if (named.Questions.Count > 0 || named.People.Count > 1)
        {
            return named.Questions.Count > 0 ? new SetupPlan.Asked(named.Questions) : Ask(turn, Sentence.SetupOneSpeaker);
        }

        PersonId? speaker = named.Ids.Count == 1 ? named.Ids[0] : null;
        var wanted = before with
        {
            Text = fields[Task].Trim(),
            Spokesperson = speaker,
            Until = TermDay.In(fields[Until]),
            ReportDue = TermDay.In(fields[Report]),
            ReportMonths = int.TryParse(fields[Months], NumberStyles.None, CultureInfo.InvariantCulture, out var months) ? months : null,
            IsOpen = fields[Open] == "true",
        };
        if (wanted == before)
        {
            return new SetupPlan.Stands(Said(turn, Sentence.SetupRemitDone, group.Name));
        }

        var isMoved = before.Until is not null && wanted.Until != before.Until;
        wanted = isMoved ? wanted with { Reason = fields[Reason].Trim() } : wanted;
        if (isMoved && wanted.Reason.Length == 0)
        {
            return Ask(turn, Sentence.SetupTermReasonMissing, before.Until!.Value);
        }

        return wanted.Objection(turn.LocalNow.Date, before) is { } objection
            ? new SetupPlan.Asked(RefusalText.Markdown(turn, objection))
            : Ready(turn, group, (before, wanted), speaker is { } one && !turn.Network.Seats.Contains(new Seat(group.Id, one)) ? [one] : []);
    }

    private static SetupPlan.Ready Ready(Turn turn, Committee group, (Remit Before, Remit Wanted) remit, IReadOnlyList<PersonId> seated) => new(
        [
            Said(turn, Sentence.SetupRemitLine, group.Name),
            .. RemitWords.Terms(turn.Reader, remit.Wanted).Select(line => CardText.Escape(line, LineBreaks.Collapse)),
            remit.Wanted.Spokesperson is { } speaker ? Said(turn, Sentence.RemitSpeaker, turn.Network.Person(speaker)?.Name ?? speaker.Value) : Messages.Get(turn.Reader, Sentence.RemitNoSpeaker),
            .. remit.Wanted.Reason.Length > 0 ? [Said(turn, Sentence.RemitReason, remit.Wanted.Reason)] : Enumerable.Empty<string>(),
        ],
        By(turn) with
        {
            // Days that stay keep what was said about them.
            Committees = [group with { Remit = remit.Wanted.Until == remit.Before.Until && remit.Wanted.ReportDue == remit.Before.ReportDue ? remit.Wanted : remit.Wanted with { SetAt = turn.Now } }],
            Given = [.. seated.Select(person => new Seat(group.Id, person))],
        },
        Said(turn, Sentence.SetupRemitDone, group.Name))
    {
        Follows = Subjects.Due(turn.Network.Id, Subjects.Group, group.Id.Value),
        Notice = seated.Count == 0 ? null : new PowerNotice(turn.Form.IdentityOf("seat"), PowerChange.SeatGiven, turn.Sender!.Id, turn.Now, group.Id.Value, seated),
    };

    /// <summary>With what stands of the group where nothing was said yet. Once a form has shown it, an empty field means nothing any more.</summary>
    private static SetupFields Filled(Turn turn, SetupFields fields, Committee group)
    {
        if (fields[Basis] == group.Id.Value)
        {
            return fields;
        }

        var remit = group.Remit ?? new Remit();
        var standing = new (string Name, string Value)[]
        {
            (Task, remit.Text), (PeopleFields.People, remit.Spokesperson is { } speaker ? turn.Network.Person(speaker)?.Name ?? string.Empty : string.Empty), (Until, TermDay.Write(remit.Until)),
            (Report, TermDay.Write(remit.ReportDue)), (Months, Number(remit.ReportMonths)), (Open, remit.IsOpen ? "true" : "false"),
        };
        return standing.Where(pair => fields[pair.Name].Length == 0).Aggregate(fields, (all, pair) => all.With(pair.Name, pair.Value)).With(Basis, group.Id.Value);
    }

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;

    [GeneratedRegex(@"^(bis|until|to)\s+(zum\s+)?(?<day>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Prolonging();
}
