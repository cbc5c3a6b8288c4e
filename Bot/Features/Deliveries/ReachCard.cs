using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Deliveries;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Deliveries;

/// <summary>Whom announcements have reached, for coordinators in 1:1 alone. What is said in a notification names nobody.</summary>
internal static class ReachCard
{
    /// <summary>So many names are shown in all messages of a subject together: more long ones do not fit on a card.</summary>
    private const int MostNames = 20;

    /// <summary>So many messages of a subject are shown, the latest.</summary>
    private const int MostMessages = 8;

    /// <summary>So many in a list of several subjects.</summary>
    private const int MostListed = 3;

    private const int LongestTitle = 34;

    /// <summary>The list of what was announced lately.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="subjects">What, with how each message came to its recipients.</param>
    public static AdaptiveCard List(Reader reader, IReadOnlyList<(ReachSubject Subject, IReadOnlyList<ReachReport> Reports)> subjects)
    {
        var heading = Messages.Get(reader, Sentence.DeliveriesHeading);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = heading,
            Body =
            [
                CardPart.Heading(heading),
                .. subjects.Count == 0 ? [CardPart.Text(Messages.Get(reader, Sentence.DeliveriesNone))] : subjects.SelectMany(one => Short(reader, one.Subject, one.Reports)),
            ],
        };
    }

    /// <summary>The report on one subject, with names.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="network">Gives the names.</param>
    /// <param name="subject">What.</param>
    /// <param name="reports">How each message came to its recipients.</param>
    /// <param name="lead">What is said above it; null for nothing. Markdown.</param>
    public static AdaptiveCard Detail(Reader reader, Network network, ReachSubject subject, IReadOnlyList<ReachReport> reports, string? lead = null)
    {
        var heading = ReachWords.Title(reader, subject);
        var shown = reports.TakeLast(MostMessages).ToList();
        var most = MostNames / int.Max(1, shown.Count(report => report.UnderWay.Count + report.Unreached.Count > 0));
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = lead is null ? heading : lead + " " + heading,
            Body =
            [
                CardPart.Heading(heading),
                .. lead is null ? Enumerable.Empty<CardElement>() : [CardPart.Text(lead)],
                .. reports.Count == 0 ? [CardPart.Text(Messages.Get(reader, Sentence.DeliveryNothing))] : shown.SelectMany(report => Message(reader, network, report, most)),
                .. reports.Any(report => report.IsCurrent && report.IsNews) ? [CardPart.Subtle(Messages.Get(reader, Sentence.DeliveryHint))] : Enumerable.Empty<CardElement>(),
                .. reports.Any(report => report.IsCurrent && report.Unreached.Any(line => line.State == ReachState.NoAccount)) ? [CardPart.Subtle(Messages.Get(reader, Sentence.DeliveryAccountHint))] : Enumerable.Empty<CardElement>(),
                .. reports.Any(report => report.IsCurrent && report.Unreached.Any(line => ReachReport.IsByMail(line.State))) ? [CardPart.Subtle(Messages.Get(reader, Sentence.DeliveryMailHint))] : Enumerable.Empty<CardElement>(),
                .. CardPart.Rows(
                [
                    .. reports.Any(MayBeTriedAgain) ? [Button(reader, Sentence.ButtonDeliveryRetry, DeliveryVerbs.Retry, subject)] : Enumerable.Empty<CardAction>(),
                    Button(reader, Sentence.ButtonDeliveryRefresh, DeliveryVerbs.Show, subject),
                ]),
            ],
        };
    }

    /// <summary>Whether there is somebody whom it can help to try again.</summary>
    public static bool MayBeTriedAgain(ReachReport report) => report.IsCurrent && report.Unreached.Any(line => ReachReport.CanBeTriedAgain(line.State));

    private static IEnumerable<CardElement> Short(Reader reader, ReachSubject subject, IReadOnlyList<ReachReport> reports)
    {
        yield return CardPart.Section(ReachWords.Title(reader, subject));
        yield return reports.Count == 0 ? CardPart.Text(Messages.Get(reader, Sentence.DeliveryNothing)) : CardPart.List(reports.TakeLast(MostListed).Select(report => Line(reader, subject.Network, report)));
        var button = Button(reader, Sentence.ButtonDeliveryRefresh, DeliveryVerbs.Show, subject);
        yield return new ActionSet { Actions = [button with { Title = ShortText.Abbreviate(Messages.Get(reader, Sentence.ButtonDeliveryShow, NameOf(reader, subject)), LongestTitle) }] };
    }

    /// <summary>One message, with the committee's conversation where it was not reached.</summary>
    private static string Line(Reader reader, Network network, ReachReport report) => string.Join(
        "; ", report.Unreached.Where(line => !ReachWords.IsPerson(line)).Select(line => ReachWords.Line(reader, network, line)).Prepend(ReachWords.Counts(reader, report)));

    /// <summary>Plain text, as buttons are.</summary>
    private static string NameOf(Reader reader, ReachSubject subject) => subject.Matter is { } matter ? Messages.Get(reader, matter.Title, [.. matter.Names])
        : subject.Meeting is { } meeting
        ? subject.Committee.Name + " " + Appointments.Date(reader, meeting.Day)
        : subject.Ballot!.Motion.Title;

    private static IEnumerable<CardElement> Message(Reader reader, Network network, ReachReport report, int most)
    {
        yield return CardPart.Text(ReachWords.Counts(reader, report));
        var named = report.UnderWay.Concat(report.Unreached).ToList();
        if (named.Count > 0 && most > 0)
        {
            yield return CardPart.List(named.Take(most).Select(line => ReachWords.Line(reader, network, line)));
        }

        if (named.Count > most)
        {
            yield return CardPart.Subtle(Messages.Get(reader, Sentence.DeliveryMore, named.Count - most));
        }
    }

    private static ExecuteAction Button(Reader reader, Sentence title, string verb, ReachSubject subject) =>
        CardPart.Button(reader, title, verb, (DeliveryVerbs.SubjectField, subject.Key));
}
