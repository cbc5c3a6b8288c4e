using System.Collections.Generic;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Motions.OpenMotion;

/// <summary>Shows the ballot as it would be opened now, before anybody is told; or the form with what is missing or stands against it.</summary>
internal static class MotionPreview
{
    private static readonly BallotId NotOpened = new("preview");

    /// <summary>Bytes of names of those without a vote; the others are only counted.</summary>
    private const int ExcludedBudget = 3000;

    /// <summary>Draws the draft.</summary>
    public static AdaptiveCard Draw(Turn turn, MotionDraft draft)
    {
        var whole = draft.Completed(turn.Network, turn.Now);
        return whole.Complete?.Open(turn.Network, turn.Sender?.Id ?? default, NotOpened, turn.Now) switch
        {
            Outcome<Opening>.Done(var opening) => Render(turn, whole, opening),
            Outcome<Opening>.Refused(var why) => MotionForm.Render(turn, whole, RefusalText.Markdown(turn, why)),
            _ => MotionForm.Render(turn, whole),
        };
    }

    private static AdaptiveCard Render(Turn turn, MotionDraft draft, Opening opening)
    {
        var (reader, motion) = (turn.Reader, opening.Motion);
        var heading = MotionWords.Heading(reader, motion.Kind, CardText.Escape(motion.Title, LineBreaks.Collapse));
        var name = turn.Network.Committee(motion.Committee)?.Name ?? string.Empty;
        var lead = Messages.Get(reader, Sentence.MotionPreviewHeading, CardText.Escape(name, LineBreaks.Collapse));
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = lead,
            Body =
            [
                CardPart.Heading(lead),
                CardPart.Text(Messages.Get(reader, Sentence.MotionPreviewQuestion)),
                CardPart.Section(heading),
                .. Wording(turn, motion),
                new FactSet { Facts = [.. Facts(turn, opening)] },
                .. Notes(turn, opening),
                .. DayHintPart.Lines(reader, turn.Network, opening.Ballot.ClosesAt.InZone(turn.Network.Zone).Date),
                .. Excluded(turn, opening),
                .. Carried(reader, draft),
                .. CardPart.Rows(
                [
                    CardPart.Button(reader, Sentence.ButtonOpenBallot, MotionVerbs.Open, draft.ToData()),
                    CardPart.Button(reader, Sentence.ButtonEdit, MotionVerbs.Edit, draft.ToData()),
                    CardPart.Button(reader, Sentence.ButtonDismiss, MotionVerbs.Dismiss, draft.Form?.Data ?? []) with { AssociatedInputs = AssociatedInputs.None },
                ]),
            ],
        };
    }

    private static IEnumerable<CardElement> Wording(Turn turn, Motion motion)
    {
        var reader = turn.Reader;
        if (MotionWords.Question(reader, motion.Kind, CardText.Escape(motion.Title, LineBreaks.Collapse)) is { } question)
        {
            yield return CardPart.Text(question);
        }

        if (motion.Text.Length > 0)
        {
            yield return CardPart.Text(Messages.Get(reader, Sentence.BallotWording, CardText.Escape(motion.Text, LineBreaks.Collapse)));
        }

        if (motion.Remit is not null || motion.FirstMembers.Count > 0)
        {
            yield return CardPart.List(RemitWords.Moved(reader, turn.Network, motion));
        }
    }

    private static IEnumerable<Fact> Facts(Turn turn, Opening opening)
    {
        var (reader, ballot) = (turn.Reader, opening.Ballot);
        if (ballot.OpenedAt > turn.Now)
        {
            yield return new Fact(Messages.Get(reader, Sentence.FactBegins), Appointments.Moment(reader, ballot.OpenedAt.InZone(turn.Network.Zone).LocalDateTime));
        }

        yield return new Fact(Messages.Get(reader, Sentence.FactEnds), Appointments.Moment(reader, ballot.ClosesAt.InZone(turn.Network.Zone).LocalDateTime));
        yield return new Fact(Messages.Get(reader, Sentence.FactRule), Messages.Get(reader, Sentence.RuleWithVersion, RuleWords.Majority(reader, ballot.Rule), ballot.Rule.Version));
        yield return new Fact(Messages.Get(reader, Sentence.FactSecrecy), Messages.Get(reader, ballot.Secrecy switch
        {
            BallotSecrecy.Secret => Sentence.MotionSecret,
            BallotSecrecy.OnRequest => Sentence.MotionSecretOnRequest,
            _ => Sentence.MotionByName,
        }));
        var entitled = opening.Roll.Count(entry => entry.Excluded is null);
        yield return new Fact(Messages.Get(reader, Sentence.CountEntitled), entitled.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static IEnumerable<CardElement> Notes(Turn turn, Opening opening)
    {
        var (reader, ballot) = (turn.Reader, opening.Ballot);
        if (ballot.Mode == BallotMode.Circular)
        {
            yield return CardPart.Text(MotionWords.Circular(reader, ballot.Rule));
        }

        if (ballot.Secrecy != BallotSecrecy.Open)
        {
            yield return CardPart.Text(Messages.Get(reader, Sentence.MotionSecretFew, BallotCount.FewestShown));
            yield return CardPart.Text(Messages.Get(reader, Sentence.MotionSecretUnanimous));
        }
    }

    private static IEnumerable<CardElement> Excluded(Turn turn, Opening opening)
    {
        var lines = opening.Roll.Where(entry => entry.Excluded is not null)
            .Select(entry => Messages.Get(turn.Reader, Sentence.MotionExcludedLine, CardText.Escape(turn.Network.NameOf(entry.Voter), LineBreaks.Collapse), entry.Excluded!.Value)).ToList();
        var left = ExcludedBudget;
        var shown = lines.TakeWhile(line => (left -= CardSize.Of(line)) > 0).ToList();
        if (shown.Count > 0)
        {
            yield return CardPart.List(shown);
        }

        if (shown.Count < lines.Count)
        {
            yield return CardPart.Text(Messages.Get(turn.Reader, Sentence.MotionExcludedMore, lines.Count - shown.Count));
        }
    }

    /// <summary>What people have written goes back once, in inputs nobody sees, and not with each button.</summary>
    private static IEnumerable<CardElement> Carried(Reader reader, MotionDraft draft) =>
    [
        Hidden(reader, "title", Sentence.InputQuestion, draft.Title),
        Hidden(reader, "wording", Sentence.InputWording, draft.Text),
        .. draft.Kind == MotionKind.WorkingGroup ? [Hidden(reader, RemitDraft.TextField, Sentence.InputRemit, draft.Remit.Text)] : Enumerable.Empty<CardElement>(),
    ];

    private static TextInput Hidden(Reader reader, string id, Sentence label, string value) => new()
    {
        Id = id,
        Label = Messages.Get(reader, label),
        IsVisible = false,
        Value = value,
    };
}
