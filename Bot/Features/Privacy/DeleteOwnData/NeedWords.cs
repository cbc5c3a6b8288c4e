using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Privacy;
using Bot.Texts;

namespace Bot.Features.Privacy.DeleteOwnData;

/// <summary>Why a name stays for a while, in sentences.</summary>
internal static class NeedWords
{
    private static readonly (NameNeeded Need, Sentence Said)[] Table =
    [
        (NameNeeded.InBallot, Sentence.NameNeededInBallot),
        (NameNeeded.InMeeting, Sentence.NameNeededInMeeting),
        (NameNeeded.InElection, Sentence.NameNeededInElection),
    ];

    /// <summary>A sentence for each reason. Markdown.</summary>
    public static IEnumerable<string> Of(Reader reader, NameNeeded needed) => Table.Where(line => needed.HasFlag(line.Need)).Select(line => Messages.Get(reader, line.Said));
}
