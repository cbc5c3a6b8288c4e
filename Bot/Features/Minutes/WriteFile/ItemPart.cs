using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Agendas;
using Bot.Domain.Minutes;
using Bot.Domain.Sessions;
using Bot.Domain.Voting;
using Bot.Platform.Documents;
using Bot.Texts;

namespace Bot.Features.Minutes.WriteFile;

/// <summary>One agenda item in a document: what was noted and voted, in the order in which it happened.</summary>
internal sealed record ItemPart(Reader Reader, MinutesItem Item)
{
    /// <summary>All of it.</summary>
    public IEnumerable<DocumentPart> All()
    {
        yield return new DocumentPart.Heading(2, MinutesWords.Heading(Reader, Item));
        var lines = new[] { string.Join(", ", MinutesWords.Course(Reader, Item)), Presented(), MinutesWords.Origin(Reader, Item.Kind), Confidential() };
        if (string.Join('\n', lines.Where(line => !string.IsNullOrEmpty(line))) is { Length: > 0 } said)
        {
            yield return new DocumentPart.Paragraph(said, ParagraphKind.Aside);
        }

        var happened = Item.Entries.Select(entry => (entry.At, Parts: Entry(entry)))
            .Concat(Item.Ballots.Select(ballot => (At: ballot.OpenedAt, Parts: Ballot(ballot))))
            .OrderBy(one => one.At).SelectMany(one => one.Parts);
        foreach (var part in happened.Concat(Item.Elections.SelectMany(Election)))
        {
            yield return part;
        }
    }

    private string? Presented() => Item.Presenter.Length > 0 ? Messages.Get(Reader, Sentence.MinutesPresentedBy, Item.Presenter) : null;

    private string? Confidential() => Item.Visibility == AgendaVisibility.Committee ? Messages.Get(Reader, Sentence.MinutesConfidential) : null;

    private IEnumerable<DocumentPart> Entry(MinutesEntry entry)
    {
        var said = MinutesWords.Entry(Reader, Item, entry);
        if (entry.CorrectedBy is { } number)
        {
            said += " " + Messages.Get(Reader, Sentence.MinutesCorrectedBy, number);
        }

        if (entry.Kind != SessionEntryKind.Decision)
        {
            yield return new DocumentPart.Paragraph(said);
            yield break;
        }

        yield return new DocumentPart.Paragraph(said, ParagraphKind.Quoted);
        if (entry.Hands is { } hands)
        {
            foreach (var part in Counts(hands))
            {
                yield return part;
            }
        }

        if (entry.TieBreak is { } tie)
        {
            yield return new DocumentPart.Paragraph(MinutesWords.Tie(Reader, tie));
        }

        var method = MinutesWords.Method(Reader, entry);
        yield return new DocumentPart.Paragraph(
            entry.Resolution.Length > 0 ? Messages.Get(Reader, Sentence.MinutesWithResolution, method, entry.Resolution) : method, ParagraphKind.Weighty);
    }

    private IEnumerable<DocumentPart> Ballot(MinutesBallot ballot)
    {
        yield return new DocumentPart.Heading(3, Messages.Get(Reader, Sentence.MinutesBallot, ballot.OpenedAt.TimeOfDay));
        var heading = MinutesWords.Heading(Reader, ballot);
        yield return new DocumentPart.Paragraph(ballot.Text.Length > 0 ? heading + "\n" + ballot.Text : heading, ParagraphKind.Quoted);
        yield return new DocumentPart.Fact(Messages.Get(Reader, Sentence.FactSecrecy), MinutesWords.Method(Reader, ballot));
        foreach (var part in ballot.Result is { } result ? Counts(result) : ballot.Votes is { } votes ? Votes(votes) : [])
        {
            yield return part;
        }

        if (ballot.TieBreak is { } tie)
        {
            yield return new DocumentPart.Paragraph(MinutesWords.Tie(Reader, tie));
        }

        yield return new DocumentPart.Paragraph(Messages.Get(Reader, Sentence.MinutesResult, MinutesWords.Outcome(Reader, ballot)), ParagraphKind.Weighty);
    }

    /// <summary>All eight counts, that of withheld papers only where there are some; the rule and how the verdict follows from it.</summary>
    private IEnumerable<DocumentPart> Counts(BallotResult result)
    {
        var counts = ResultWords.Counts(Reader, result.Tally).ToList();
        foreach (var line in ResultWords.Reasons(Reader, result))
        {
            yield return new DocumentPart.Fact(line.Label, line.Text);
        }

        yield return new DocumentPart.Grid(Messages.Get(Reader, Sentence.CountHeading), [.. counts.Select(count => (count.Label, Share(count.Label)))], [[.. counts.Select(count => count.Text)]]);
        foreach (var note in ResultWords.Notes(Reader, result, deviates: false))
        {
            yield return new DocumentPart.Paragraph(note.Text, ParagraphKind.Aside);
        }
    }

    /// <summary>A column is as wide as the longest word of its heading needs.</summary>
    private static int Share(string heading) => int.Max(4, heading.Split(' ').Max(word => word.Length)) + 1;

    private IEnumerable<DocumentPart> Votes(OptionCount votes)
    {
        if (votes.IsWithheld)
        {
            yield return new DocumentPart.Paragraph(Messages.Get(Reader, Sentence.CountWithheld, BallotCount.FewestShown));
        }

        if (votes.Options.Count > 0)
        {
            yield return new DocumentPart.Grid(
                Messages.Get(Reader, Sentence.CountHeading),
                [(Messages.Get(Reader, Sentence.MinutesColumnOption), 3), (Messages.Get(Reader, Sentence.MinutesColumnVotes), 2)],
                [.. votes.Options.Select(option => new[] { option.Name, MinutesWords.Votes(Reader, option) })]);
        }

        yield return new DocumentPart.Paragraph(MinutesWords.Heads(Reader, votes), ParagraphKind.Aside);
    }

    private IEnumerable<DocumentPart> Election(MinutesElection election)
    {
        yield return new DocumentPart.Heading(3, Messages.Get(Reader, Sentence.ResolutionElectionTitle, election.Body));
        yield return new DocumentPart.Fact(Messages.Get(Reader, Sentence.FactMethod), MinutesWords.Method(Reader, election.Method));
        yield return new DocumentPart.Fact(Messages.Get(Reader, Sentence.FactSeats), election.Seats.ToString(Reader.Culture));
        if (election.Called is { } called)
        {
            yield return new DocumentPart.Paragraph(Messages.Get(Reader, Sentence.MinutesElectionCalled, called.At, called.NominateUntil, called.VoteUntil));
        }

        foreach (var round in election.Rounds)
        {
            yield return new DocumentPart.Paragraph(Messages.Get(Reader, Sentence.MinutesRound, round.Number, MinutesWords.Terms(Reader, round)));
            foreach (var part in round.Votes is { } votes ? Votes(votes) : [new DocumentPart.Paragraph(Messages.Get(Reader, Sentence.MinutesNotCounted), ParagraphKind.Aside)])
            {
                yield return part;
            }
        }

        foreach (var lot in election.Lots)
        {
            yield return new DocumentPart.Paragraph(Messages.Get(Reader, Sentence.ElectionLotDrawn, string.Join(", ", lot.Order), lot.Seats, lot.AskedBy, lot.Witness, lot.At));
        }

        foreach (var part in Elected(election))
        {
            yield return part;
        }
    }

    /// <summary>Who was elected and accepted; in a public version only how many.</summary>
    private IEnumerable<DocumentPart> Elected(MinutesElection election)
    {
        if (election is { Called: not null, Rounds.Count: 0, Mandates.Count: 0 })
        {
            yield break;
        }

        var named = election.Mandates.Where(mandate => mandate.Name.Length > 0).ToList();
        if (named.Count > 0)
        {
            yield return new DocumentPart.Grid(
                Messages.Get(Reader, Sentence.MinutesColumnElected),
                [(Messages.Get(Reader, Sentence.MinutesColumnElected), 3), (Messages.Get(Reader, Sentence.MinutesColumnAnswer), 2)],
                [.. named.Select(mandate => new[] { mandate.Name, MinutesWords.Mandate(Reader, mandate) })]);
        }

        var accepted = election.Mandates.Count(mandate => mandate.State == Domain.Elections.MandateState.Accepted);
        var said = Messages.Get(Reader, Sentence.MinutesElected, accepted, election.Seats);
        yield return new DocumentPart.Paragraph(
            election.Resolution.Length > 0 ? Messages.Get(Reader, Sentence.MinutesWithResolution, said, election.Resolution) : said, ParagraphKind.Weighty);
    }
}
