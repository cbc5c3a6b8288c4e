using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Backups.Export;

/// <summary>Organizations, and who has which seat until when. Who acts for an organization stands with the contact data only: members read organizations in the bot, never lists of people.</summary>
internal sealed class TakenPeople : ITakenAlong
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<TakenPart> PartsAsync(Turn turn, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var network = turn.Network;
        yield return new TakenPart.Table(Sentence.TakenOrganizations, [.. network.KnownOrganizations.OrderBy(organization => CommandText.Fold(organization.Name), System.StringComparer.Ordinal).Select(organization => new TakenRow(TakenPlace.Open, Cells(turn, organization)))]);
        // Why a membership is suspended and how a resignation arrived is read by coordinators and those concerned only.
        yield return new TakenPart.Table(
            Sentence.TakenMemberships, [.. network.KnownOrganizations.Where(organization => organization.Resignation is not null || organization.Suspension is not null).Select(organization => new TakenRow(TakenPlace.Confidential, Membership(turn, organization)))]);
        yield return new TakenPart.Table(Sentence.TakenSeats, [.. network.KnownSeats.OrderBy(seat => seat.Committee.Value, System.StringComparer.Ordinal).Select(seat => Row(turn, seat))]);
        yield return new TakenPart.Table(Sentence.TakenCoordinators, [.. network.Coordinators.Select(person => new TakenRow(TakenPlace.Open, person.Name))]);
    }

    private static string[] Cells(Turn turn, MemberOrganization organization) =>
    [
        organization.Name,
        organization.Sector is { } sector ? SectorWords.Name(turn.Reader, sector) : string.Empty,
        TakenCells.Day(organization.MemberSince),
        TakenCells.Day(organization.MemberUntil),
        TakenCells.YesNo(turn.Reader, organization.IsSuspended),
        string.Join("; ", organization.Earlier.Select(period => $"{TakenCells.Day(period.First)} – {TakenCells.Day(period.Last)}")),
    ];

    private static string[] Membership(Turn turn, MemberOrganization organization)
    {
        var (resigned, suspended) = (organization.Resignation, organization.Suspension);
        return
        [
            organization.Name,
            TakenCells.Day(turn.Network.Zone, resigned?.At),
            TakenCells.Day(resigned?.LastDay),
            resigned?.Received ?? string.Empty,
            TakenCells.Day(turn.Network.Zone, resigned?.WithdrawnAt),
            TakenCells.Day(suspended?.From),
            TakenCells.Day(suspended?.Until),
            suspended?.Reason ?? string.Empty,
            TakenCells.Day(suspended?.ResumedOn),
        ];
    }

    private static TakenRow Row(Turn turn, Seat seat)
    {
        var term = turn.Network.Terms.GetValueOrDefault(seat);
        return new TakenRow(
            TakenRow.Of(turn.Network, seat.Committee),
            turn.Network.Committee(seat.Committee)?.Name ?? seat.Committee.Value,
            TieWords.NameOf(turn.Network, seat.Person),
            TakenCells.Day(term?.From),
            TakenCells.Day(term?.Until),
            TakenCells.YesNo(turn.Reader, term is { IsByOffice: true }),
            TakenCells.Day(term?.LastDay));
    }
}
