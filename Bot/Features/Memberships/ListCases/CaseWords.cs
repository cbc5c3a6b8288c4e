using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Platform.Cards;
using Bot.Texts;

namespace Bot.Features.Memberships.ListCases;

/// <summary>Where a case is, since when, what comes next and who is to act, in one line.</summary>
internal static class CaseWords
{
    /// <summary>The line. Markdown.</summary>
    public static string Of(Reader reader, Network network, OpenCase open) => open.IntroductionOn is { } day
        ? Line(reader, network, open) + " " + Messages.Get(reader, open.IsIntroduced ? Sentence.CaseIntroduced : Sentence.CaseIntroduction, Appointments.Date(reader, day))
        : Line(reader, network, open);

    private static string Line(Reader reader, Network network, OpenCase open)
    {
        var (name, since) = (CardText.Escape(open.Name, LineBreaks.Collapse), Appointments.Date(reader, open.Since.InZone(network.Zone).Date));
        return open.Stage == CaseStage.Admitted && open.From is { } day ? Messages.Get(reader, Sentence.CaseAdmitted, name, since, Appointments.Date(reader, day))
            : open.From is { } from ? Messages.Get(reader, SentenceFor(open.Stage), name, since) + " " + Messages.Get(reader, Sentence.CaseFrom, Appointments.Date(reader, from))
            : open.Until is { } until ? Messages.Get(reader, UntilFor(open.Stage), name, since, Appointments.Date(reader, until))
            : Messages.Get(reader, open.IsExpulsion ? ExpulsionFor(open.Stage) : SentenceFor(open.Stage), name, since);
    }

    private static Sentence UntilFor(CaseStage stage) => stage switch
    {
        CaseStage.Leaving => Sentence.CaseLeaving,
        CaseStage.Hearing => Sentence.CaseHearing,
        _ => Sentence.CaseSuspendedUntil,
    };

    private static Sentence ExpulsionFor(CaseStage stage) => stage switch
    {
        CaseStage.BoardVotes => Sentence.CaseExpulsionBoardVotes,
        CaseStage.BoardStuck => Sentence.CaseExpulsionBoardStuck,
        CaseStage.PlenaryVotes => Sentence.CaseExpulsionPlenaryVotes,
        CaseStage.PlenaryStuck => Sentence.CaseExpulsionPlenaryStuck,
        _ => Sentence.CaseHeard,
    };

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
