using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Platform.Cards;
using Bot.Texts;

namespace Bot.Features.Memberships.ListCases;

/// <summary>Where a case is, since when, what comes next and who is to act, in one line.</summary>
internal static class CaseWords
{
    /// <summary>The line. Markdown.</summary>
    public static string Of(Reader reader, Network network, OpenCase open)
    {
        var (name, since) = (CardText.Escape(open.Name, LineBreaks.Collapse), Appointments.Date(reader, open.Since.InZone(network.Zone).Date));
        return open.Until is { } until
            ? Messages.Get(reader, open.Stage == CaseStage.Leaving ? Sentence.CaseLeaving : Sentence.CaseSuspendedUntil, name, since, Appointments.Date(reader, until))
            : Messages.Get(reader, SentenceFor(open.Stage), name, since);
    }

    private static Sentence SentenceFor(CaseStage stage) => stage switch
    {
        CaseStage.Applied => Sentence.CaseApplied,
        CaseStage.BoardVotes => Sentence.CaseBoardVotes,
        CaseStage.BoardStuck => Sentence.CaseBoardStuck,
        CaseStage.PlenaryVotes => Sentence.CasePlenaryVotes,
        CaseStage.PlenaryStuck => Sentence.CasePlenaryStuck,
        _ => Sentence.CaseSuspended,
    };
}
