using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Memberships;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Admissions.Apply;

/// <summary>"Aufnahme beantragen: Verein Brücke e. V.": shows the application, to be handed in.</summary>
internal sealed class ApplyCommand(AdmissionStore admissions) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Apply;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        var line = AdmissionLine.Read(turn, Entry.RestOf(text));
        var card = ApplicationForm.Render(turn, line.Name, null, line.Day);
        return Task.FromResult<Answer>(new Answer.Card(card, card.FallbackText ?? string.Empty));
    }

    /// <inheritdoc/>
    public async Task<string> StandingAsync(Turn turn, string outcome, CancellationToken cancellationToken)
    {
        var late = Messages.Get(turn.Reader, Sentence.EditTooLate);
        return await admissions.FindAsync(turn.Network.Id, new AdmissionId(outcome), cancellationToken) is { Value: var admission }
            ? AdmissionWords.Of(turn.Reader, admission) + " " + late
            : late;
    }
}
