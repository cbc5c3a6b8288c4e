using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Minutes;
using Bot.Domain.Sessions;
using Bot.Features.Minutes.WriteFile;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Minutes.ShowMinutes;

/// <summary>Minutes on a card: how far they are, and what came of each item; everything besides stands in the file.</summary>
internal static class MinutesCard
{
    private const int Most = 12;

    /// <summary>What one line of an item shows at most; the whole stands in the file.</summary>
    private const int LongestLine = 300;

    /// <summary>How many corrections are shown; all of them stand in the file.</summary>
    private const int MostCorrections = 6;

    /// <summary>What one item weighs at most; of longer ones the beginning is shown.</summary>
    private const int HeaviestItem = 7 * 1024;

    /// <summary>Draws minutes for somebody who may read them.</summary>
    /// <param name="turn">Who sees it, and where.</param>
    /// <param name="view">The minutes; <see cref="MinutesView.ShownTo"/> is done here.</param>
    /// <param name="page">Which page of the items.</param>
    /// <param name="lead">What was just done; null for nothing. Plain text.</param>
    public static AdaptiveCard Render(Turn turn, MinutesView view, PageRequest page, string? lead = null)
    {
        var reader = turn.Reader;
        var shownTo = view.ShownTo(turn);
        var body = shownTo.Body;
        var title = CardText.Escape(MinutesWords.Title(reader, body.Committee, body.Day), LineBreaks.Collapse);
        List<MinutesItem> items = [.. body.Items, .. body.Outside.IsEmpty ? [] : new[] { body.Outside }];
        var shown = Paging.Cut(items, item => item.Number.ToString(CultureInfo.InvariantCulture) + "-" + item.Place.ToString(CultureInfo.InvariantCulture), item => CardSize.Of(Item(reader, item)), Most, page);
        var data = (MinutesVerbs.MeetingField, view.Meeting.Id.Value);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = title,
            Body =
            [
                CardPart.Heading(title),
                .. lead is null ? [] : new CardElement[] { CardPart.Text(CardText.Escape(lead)) },
                CardPart.Text(MinutesWords.State(reader, view.Minutes)),
                .. Facts(reader, body),
                .. shown.Items.Select(item => Item(reader, item)),
                .. Corrections(turn, view),
                .. Paging.Line(reader, shown, Messages.Get(reader, Sentence.MinutesTyped, body.Committee, Appointments.Date(reader, body.Day))),
                .. Undecided(turn, view),
                .. CardPart.Rows([.. Paging.Buttons(reader, shown, MinutesVerbs.Show, data), .. turn.IsPersonal ? Buttons(turn, view, data) : []]),
            ],
        };
    }

    private static IEnumerable<CardElement> Facts(Reader reader, MinutesBody body)
    {
        var most = body.Presence.FirstOrDefault(presence => presence.Moment == PresenceMoment.Most);
        if (most is not null)
        {
            yield return CardPart.Subtle(MinutesWords.Presence(reader, most));
        }
    }

    private static Container Item(Reader reader, MinutesItem item)
    {
        var heading = CardPart.Section(CardText.Escape(ShortText.Abbreviate(MinutesWords.Heading(reader, item), LongestLine), LineBreaks.Collapse));
        var course = string.Join(", ", MinutesWords.Course(reader, item));
        List<CardElement> kept = [heading, .. course.Length > 0 ? new CardElement[] { CardPart.Subtle(course) } : []];
        var weight = kept.Sum(element => CardSize.Of(element));
        foreach (var line in Lines(reader, item).Select(line => CardPart.Text(CardText.Escape(ShortText.Abbreviate(line, LongestLine), LineBreaks.Collapse))))
        {
            weight += CardSize.Of(line);
            if (weight > HeaviestItem)
            {
                kept.Add(CardPart.Subtle(Messages.Get(reader, Sentence.MinutesRestInFile)));
                break;
            }

            kept.Add(line);
        }

        return new Container { Separator = true, Items = [.. kept] };
    }

    private static IEnumerable<string> Lines(Reader reader, MinutesItem item)
    {
        foreach (var ballot in item.Ballots)
        {
            yield return Messages.Get(reader, Sentence.PaperMark, MinutesWords.Heading(reader, ballot), MinutesWords.Outcome(reader, ballot));
        }

        foreach (var election in item.Elections)
        {
            yield return Messages.Get(reader, Sentence.ResolutionElectionTitle, election.Body);
        }

        foreach (var entry in item.Entries)
        {
            var said = MinutesWords.Entry(reader, item, entry);
            var decided = entry.Kind == SessionEntryKind.Decision ? Messages.Get(reader, Sentence.MinutesDecisionBy, said, MinutesWords.Method(reader, entry)) : said;
            yield return entry.TieBreak is { } tie ? decided + " " + MinutesWords.Tie(reader, tie) : decided;
        }
    }

    /// <summary>What was corrected, the newest first; in 1:1 only, since a correction may speak of what is for the committee alone.</summary>
    private static IEnumerable<CardElement> Corrections(Turn turn, MinutesView view)
    {
        var accepted = turn.IsPersonal ? view.Minutes.AcceptedUntil(view.Minutes.Version).Reverse().ToList() : [];
        if (accepted.Count > 0)
        {
            yield return CardPart.Section(Messages.Get(turn.Reader, Sentence.MinutesCorrections));
            yield return CardPart.List(accepted.Take(MostCorrections).Select(correction =>
                CardText.Escape(ShortText.Abbreviate(MinutesWords.Accepted(turn.Reader, turn.Network, view.Body, correction), LongestLine), LineBreaks.Collapse)));
        }

        if (accepted.Count > MostCorrections)
        {
            yield return CardPart.Subtle(Messages.Get(turn.Reader, Sentence.MinutesRestInFile));
        }
    }

    private static IEnumerable<CardElement> Undecided(Turn turn, MinutesView view)
    {
        if (view.Minutes.Undecided > 0)
        {
            yield return CardPart.Text(Messages.Get(turn.Reader, Sentence.MinutesUndecided, view.Minutes.Undecided));
        }
    }

    private static IEnumerable<ExecuteAction> Buttons(Turn turn, MinutesView view, (string, string) data)
    {
        var reader = turn.Reader;
        yield return CardPart.Button(reader, Sentence.ButtonMinutesFile, MinutesVerbs.TakeFile, data);
        yield return CardPart.Button(reader, Sentence.ButtonMinutesFilePublic, MinutesVerbs.TakeFile, data, (MinutesVerbs.KindField, MinutesFile.Public));
        if (view.TakesCorrectionOf(turn))
        {
            yield return CardPart.Button(reader, Sentence.ButtonCorrect, MinutesVerbs.AskCorrect, data);
        }

        if (!view.IsLedBy(turn))
        {
            yield break;
        }

        if (view.Minutes.Undecided > 0)
        {
            yield return CardPart.Button(reader, Sentence.ButtonDecideCorrections, MinutesVerbs.ShowCorrection, data);
        }

        if (view.Minutes.State == MinutesState.Draft)
        {
            yield return CardPart.Button(reader, Sentence.ButtonCirculate, MinutesVerbs.AskCirculate, data);
        }

        if (view.Minutes.State == MinutesState.Circulated)
        {
            yield return CardPart.Button(reader, Sentence.ButtonApprove, MinutesVerbs.AskApprove, data);
        }

        if (view.Minutes.Approval is null)
        {
            yield return CardPart.Button(reader, Sentence.ButtonRedraft, MinutesVerbs.Redraft, data);
        }
    }
}
