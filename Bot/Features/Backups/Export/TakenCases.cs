using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Bot.Domain.Memberships;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Backups.Export;

/// <summary>Applications, expulsions and prospects: read by coordinators, the board or those concerned only, so all of it stands apart. What was decided stands in the register.</summary>
internal sealed class TakenCases(AdmissionStore admissions, ExpulsionStore expulsions, ProspectStore prospects) : ITakenAlong
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<TakenPart> PartsAsync(Turn turn, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (applied, expelled, applications) = (new List<TakenRow>(), new List<TakenRow>(), new List<Admission>());
        await foreach (var admission in admissions.AllAsync(turn.Network.Id, cancellationToken))
        {
            applications.Add(admission);
            applied.Add(new TakenRow(TakenPlace.Confidential, Cells(turn, admission)));
        }

        await foreach (var expulsion in expulsions.AllAsync(turn.Network.Id, cancellationToken))
        {
            expelled.Add(new TakenRow(TakenPlace.Confidential, Cells(turn, expulsion)));
        }

        yield return new TakenPart.Table(Sentence.TakenAdmissions, applied);
        yield return new TakenPart.Table(Sentence.TakenExpulsions, expelled);
        var stages = ProspectStages.Of(turn.Network, applications);
        yield return new TakenPart.Table(
            Sentence.TakenProspects, [.. (await prospects.AllAsync(turn.Network.Id, cancellationToken)).Select(prospect => new TakenRow(TakenPlace.Confidential, Cells(turn, prospect, stages.Of(prospect))))]);
    }

    private static string[] Cells(Turn turn, Admission admission) =>
    [
        admission.Applicant,
        admission.Representative is { } representative ? TieWords.NameOf(turn.Network, representative) : string.Empty,
        TakenCells.Day(turn.Network.Zone, admission.AppliedAt),
        TakenCells.Word(turn.Reader, Sentence.TakenAdmissionStates, (int)admission.State),
        TakenCells.Day(turn.Network.Zone, admission.StateSince),
        Recommended(turn.Reader, admission.Recommendation),
        admission.Waiver?.Reason ?? string.Empty,
        admission.End?.Reason ?? string.Empty,
        TakenCells.Day(admission.EffectiveOn),
        admission.Resolution ?? string.Empty,
    ];

    private static string[] Cells(Turn turn, Expulsion expulsion) =>
    [
        expulsion.Name,
        TieWords.NameOf(turn.Network, expulsion.ProposedBy),
        TakenCells.Day(turn.Network.Zone, expulsion.ProposedAt),
        expulsion.Reasons,
        TakenCells.Word(turn.Reader, Sentence.TakenExpulsionStates, (int)expulsion.State),
        TakenCells.Day(expulsion.Hearing?.On),
        expulsion.Hearing?.Words ?? string.Empty,
        Recommended(turn.Reader, expulsion.Recommendation),
        expulsion.Waiver?.Reason ?? string.Empty,
        expulsion.End?.Reason ?? string.Empty,
        expulsion.Resolution ?? string.Empty,
    ];

    private static string[] Cells(Turn turn, Prospect prospect, ProspectStage stage) =>
    [
        prospect.Name,
        prospect.Details.Sector is { } sector ? SectorWords.Name(turn.Reader, sector) : string.Empty,
        TakenCells.Word(turn.Reader, Sentence.TakenProspectStages, (int)stage),
        prospect.Details.Note,
        TakenCells.Day(prospect.Details.FollowUp),
        string.Join("; ", prospect.Contacts.Select(contact => string.Join(", ", new[] { TakenCells.Day(contact.Day), TieWords.NameOf(turn.Network, contact.By), contact.Note }.Where(text => text.Length > 0)))),
    ];

    private static string Recommended(Reader reader, Recommendation? recommendation) => recommendation is { } said ? TakenCells.Word(reader, Sentence.TakenRecommendations, (int)said) : string.Empty;
}
