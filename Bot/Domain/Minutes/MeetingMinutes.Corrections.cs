using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Voting;
using NodaTime;

namespace Bot.Domain.Minutes;

/// <content>Corrections.</content>
public sealed partial record MeetingMinutes
{
    /// <summary>Whether somebody was at the meeting: noted by name, or representing an organization that was noted without saying who came for it.</summary>
    public static bool Attended(Network network, MinutesBody body, PersonId person) => body.Attendance.Any(attendee => attendee.Stays.Any(stay => stay.Person is { } there
        ? there == person
        : attendee.Voter.Value == person.Value || network.RepresentedBy(person).Any(organization => organization.Id.Value == attendee.Voter.Value)));

    /// <summary>Decides whether somebody may propose corrections; null when they may.</summary>
    /// <returns><see cref="RefusalCode.MinutesNotCirculated"/> before the committee has them, <see cref="RefusalCode.NotAttended"/> for those who were not
    /// there. Chair and coordinators always may.</returns>
    public Refusal? WhyNotCorrectedBy(Network network, Meeting meeting, MinutesBody body, PersonId person)
    {
        if (meeting.IsLedBy(network, person))
        {
            return null;
        }

        if (State == MinutesState.Draft)
        {
            return new Refusal(RefusalCode.MinutesNotCirculated);
        }

        return Attended(network, body, person) ? null : new Refusal(RefusalCode.NotAttended);
    }

    /// <summary>Proposes a correction.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="body">The minutes as they stand.</param>
    /// <param name="proposal">What is to be corrected.</param>
    /// <param name="origin">Identity of the confirmed form.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">When.</param>
    /// <returns>The same by reference when this form was taken already; refused as <see cref="WhyNotCorrectedBy"/> says, and with
    /// <see cref="RefusalCode.CorrectionMissing"/>, <see cref="RefusalCode.TextTooLong"/>, <see cref="RefusalCode.ItemNotInMinutes"/>,
    /// <see cref="RefusalCode.LineNotInMinutes"/> or <see cref="RefusalCode.CorrectionsFull"/>.</returns>
    /// <remarks>Only the words of a note or a task can be replaced. Votes, elections, decisions, attendance and times stand as they were recorded: what is said
    /// about them is stated beside them.</remarks>
    public Outcome<MeetingMinutes> Propose(Network network, Meeting meeting, MinutesBody body, CorrectionProposal proposal, string origin, PersonId by, Instant now)
    {
        if (WhyNotCorrectedBy(network, meeting, body, by) is { } refusal)
        {
            return refusal;
        }

        if (Corrections.Any(correction => correction.Origin == origin))
        {
            return this;
        }

        var text = proposal.Text.Trim();
        if (WhyNotSo(body, proposal, text) is { } why)
        {
            return why;
        }

        var item = proposal.Place is { } place ? body.At(place) : null;
        var entry = proposal.Line is { } line ? item?.Entries.Where(one => one.IsReplaceable).ElementAtOrDefault(line - 1) : null;
        return this with
        {
            Corrections = Corrections.Add(new Correction(Corrections.Count + 1, origin, item?.Number, entry?.Number, text, by, now) { IsAfterApproval = Approval is not null }),
        };
    }

    /// <summary>Accepts a correction or rejects it.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="number">Which correction.</param>
    /// <param name="isAccepted">Whether the minutes are to say so.</param>
    /// <param name="reason">Why it is rejected; ignored otherwise.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">When.</param>
    /// <returns>The same by reference when it was decided so already; refused with <see cref="RefusalCode.OnlyChair"/>, <see cref="RefusalCode.CorrectionNotFound"/>,
    /// <see cref="RefusalCode.CorrectionDecided"/> when it was decided otherwise, <see cref="RefusalCode.ReasonMissing"/>, or <see cref="RefusalCode.TextTooLong"/>.</returns>
    public Outcome<MeetingMinutes> Decide(Network network, Meeting meeting, int number, bool isAccepted, string reason, PersonId by, Instant now)
    {
        if (WhoMayNot(network, meeting, by) is { } refusal)
        {
            return refusal;
        }

        if (Find(number) is not { } correction)
        {
            return new Refusal(RefusalCode.CorrectionNotFound);
        }

        var state = isAccepted ? CorrectionState.Accepted : CorrectionState.Rejected;
        if (correction.State != CorrectionState.Proposed)
        {
            return correction.State == state ? this : new Refusal(RefusalCode.CorrectionDecided);
        }

        return isAccepted ? Accepted(correction, by, now) : Rejected(correction, reason.Trim(), by, now);
    }

    /// <summary>What the minutes say in a version: its draft, with the words of the corrections accepted until then in place of those they replace.</summary>
    /// <param name="draft">The draft that <see cref="DraftOf"/> names for the version.</param>
    /// <param name="version">1 to <see cref="Version"/>.</param>
    public MinutesBody Apply(MinutesBody draft, int version)
    {
        var replacing = AcceptedUntil(version).Where(correction => correction is { Entry: not null, IsAfterApproval: false }).ToList();
        return replacing.Count == 0 ? draft : draft with { Items = [.. draft.Items.Select(Replaced)], Outside = Replaced(draft.Outside) };

        MinutesItem Replaced(MinutesItem item) => item with { Entries = [.. item.Entries.Select(Corrected)] };

        MinutesEntry Corrected(MinutesEntry entry) => entry.IsReplaceable && replacing.LastOrDefault(one => one.Entry == entry.Number) is { } correction
            ? entry with { Text = correction.Text, CorrectedBy = correction.Number }
            : entry;
    }

    /// <summary>The corrections a version holds, in order of their numbers.</summary>
    public System.Collections.Generic.IEnumerable<Correction> AcceptedUntil(int version) => Corrections.Where(correction => correction.Version <= version);

    private MeetingMinutes Accepted(Correction correction, PersonId by, Instant now) => this with
    {
        Versions = Versions.Add(new MinutesVersion(Version + 1, VersionCause.Corrected, Text(correction.Number), now, by)),
        Corrections = Corrections.Replace(correction, correction with { State = CorrectionState.Accepted, DecidedBy = by, DecidedAt = now, Version = Version + 1 }),
    };

    private Outcome<MeetingMinutes> Rejected(Correction correction, string reason, PersonId by, Instant now) => reason.Length switch
    {
        0 => new Refusal(RefusalCode.ReasonMissing),
        > Voiding.ReasonLimit => new Refusal(RefusalCode.TextTooLong, Voiding.ReasonLimit),
        _ => this with
        {
            Corrections = Corrections.Replace(correction, correction with { State = CorrectionState.Rejected, DecidedBy = by, DecidedAt = now, Reason = reason }),
        },
    };

    private Refusal? WhyNotSo(MinutesBody body, CorrectionProposal proposal, string text)
    {
        if (text.Length == 0)
        {
            return new Refusal(RefusalCode.CorrectionMissing);
        }

        if (text.Length > Correction.TextLimit)
        {
            return new Refusal(RefusalCode.TextTooLong, Correction.TextLimit);
        }

        if (proposal.Place is { } place && body.At(place) is null)
        {
            return new Refusal(RefusalCode.ItemNotInMinutes, place);
        }

        if (proposal.Line is { } line && !HasLine(body, proposal.Place, line))
        {
            return new Refusal(RefusalCode.LineNotInMinutes, line);
        }

        return Corrections.Count >= MostCorrections ? new Refusal(RefusalCode.CorrectionsFull, MostCorrections) : null;
    }

    private static bool HasLine(MinutesBody body, int? place, int line) =>
        line >= 1 && place is { } of && body.At(of) is { } item && item.Entries.Count(entry => entry.IsReplaceable) >= line;
}
