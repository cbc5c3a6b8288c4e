using System.Linq;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Texts;
using NodaTime;

namespace Bot.Features.Setup;

/// <summary>The rules a new committee begins with, until somebody sets others.</summary>
internal static class CommitteeRules
{
    private const int PlenaryNoticeDays = 14, NoticeDays = 7;

    /// <summary>The rules.</summary>
    /// <param name="reader">The network's language: what stands on every agenda is written in it.</param>
    /// <param name="kind">What kind of committee.</param>
    /// <param name="today">From when on.</param>
    /// <remarks>Decisions as by law (BGB § 32 (1)); notice as is usual: two weeks for the plenary, one week elsewhere.</remarks>
    public static RulesOfProcedure New(Reader reader, CommitteeKind kind, LocalDate today)
    {
        StandingItem[] items = [.. Messages.Get(reader, Sentence.SetupStandingItems).Split(';').Select(title => new StandingItem(title.Trim()))];
        return new RulesOfProcedure
        {
            EffectiveFrom = today,
            StandingItems = new StandingItems(items[..^1], items[^1..]),
            Notice = new NoticePeriod(kind == CommitteeKind.GeneralAssembly ? PlenaryNoticeDays : NoticeDays),
        };
    }
}
