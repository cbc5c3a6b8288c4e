using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using Bot.Domain.Minutes;
using Bot.Features.Minutes.WriteFile;
using Bot.Platform.Documents;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Minutes.TakeAlong;

/// <summary>All minutes for a network that leaves, as Word files, named after how far they are. What is for the committee alone is left out of the one file and stands in another, apart; drafts nobody
/// but the chair has read stand apart too.</summary>
internal sealed class TakenMinutes(MinutesStore minutes) : ITakenAlong
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<TakenPart> PartsAsync(Turn turn, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (found, _) in await minutes.AllAsync(turn.Network.Id, cancellationToken))
        {
            if (await minutes.FindAsync(turn.Network.Id, found.Meeting, cancellationToken) is not { Value: var one } || turn.Network.Committee(one.Committee) is not { } committee)
            {
                continue;
            }

            var body = await minutes.BodyAsync(turn.Network.Id, one, one.Version, cancellationToken);
            var isApart = committee.IsSecluded || one.State == MinutesState.Draft;
            var shown = body.WithoutConfidential();
            var name = MinutesFile.NameOf(turn.Reader, committee, one.Day, isPublic: false).Replace(WordFile.Ending, Suffix(turn.Reader, one.State) + WordFile.Ending, System.StringComparison.Ordinal);
            if (!isApart)
            {
                yield return new TakenPart.Document(Sentence.TakenMinutes, name, Write(turn, one, shown), TakenPlace.Open);
            }

            if (isApart || MinutesText(body) != MinutesText(shown))
            {
                yield return new TakenPart.Document(Sentence.TakenMinutes, name, Write(turn, one, body), TakenPlace.Confidential);
            }
        }
    }

    private static byte[] Write(Turn turn, MeetingMinutes one, MinutesBody body) => WordFile.Write(new MinutesDocument(turn.Reader, turn.Network, one, body, one.Version).Make(turn.Now));

    private static string MinutesText(MinutesBody body) => Storage.MinutesText.Write(body);

    private static string Suffix(Reader reader, MinutesState state) => "-" + Messages.Get(reader, Sentence.TakenMinutesStates).Split(';')[(int)state];
}
