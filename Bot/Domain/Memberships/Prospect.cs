using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Rights;
using NodaTime;

namespace Bot.Domain.Memberships;

/// <summary>That a prospect does not want to join.</summary>
/// <param name="Day">On which day it was recorded, in the network's zone.</param>
/// <param name="By">Who recorded it.</param>
public sealed record ProspectRefusal(LocalDate Day, PersonId By);

/// <summary>An organization that could become a partner of the network: noted, spoken with, perhaps applying one day. For coordinators only.</summary>
/// <remarks>Source: issue 6, point 2. Where it is on its way, <see cref="ProspectStages"/> tells.</remarks>
public sealed record Prospect
{
    /// <summary>How many a network notes at most: more than the members of the largest networks, few enough to be read at once.</summary>
    public const int Most = 500;

    /// <summary>How many of the last contacts are kept: enough to know how it stands; more would be a file on people.</summary>
    public const int KeptContacts = 5;

    /// <summary>How many days after the day to ask again it is still worth saying, as after an outage.</summary>
    public const int UsefulDays = 14;

    /// <summary>Identity within the network.</summary>
    public required ProspectId Id { get; init; }

    /// <summary>Name of the organization, with the bounds of an applicant's.</summary>
    public required string Name { get; init; }

    /// <summary>What is noted about it.</summary>
    public required ProspectDetails Details { get; init; }

    /// <summary>Who noted it.</summary>
    public required PersonId AddedBy { get; init; }

    /// <summary>When.</summary>
    public required Instant AddedAt { get; init; }

    /// <summary>When something about it was last recorded.</summary>
    public required Instant TouchedAt { get; init; }

    /// <summary>The last contacts, the latest last; at most <see cref="KeptContacts"/>.</summary>
    public IReadOnlyList<ProspectContact> Contacts { get; init; } = [];

    /// <summary>That it does not want to join; null while nobody has said so.</summary>
    public ProspectRefusal? Declined { get; init; }

    /// <summary>Decides whether an organization can be noted.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="noted">How many are noted already.</param>
    /// <param name="id">The identity it gets.</param>
    /// <param name="name">Its name.</param>
    /// <param name="details">What is noted about it.</param>
    /// <param name="by">Who notes it.</param>
    /// <param name="now">When.</param>
    /// <returns>The prospect; refused with <see cref="RefusalCode.OnlyCoordinator"/>, <see cref="RefusalCode.ProspectNameMissing"/> without a letter or digit, <see cref="RefusalCode.TextTooLong"/>,
    /// <see cref="RefusalCode.AlreadyMember"/>, <see cref="RefusalCode.AdmittedAlready"/>, <see cref="RefusalCode.ProspectsFull"/>, or <see cref="RefusalCode.FollowUpDayWrong"/>.</returns>
    public static Outcome<Prospect> Add(Network network, int noted, ProspectId id, string name, ProspectDetails details, PersonId by, Instant now)
    {
        var called = name.Trim();
        if (WhyNot(network, by, details.Note) is { } why)
        {
            return why;
        }

        if (WhyNotCalled(network, called) is { } misnamed)
        {
            return misnamed;
        }

        if (noted >= Most)
        {
            return new Refusal(RefusalCode.ProspectsFull, Most);
        }

        if (ProspectDetails.WhyNot(details.FollowUp, now.InZone(network.Zone).Date) is { } wrong)
        {
            return wrong;
        }

        return new Prospect { Id = id, Name = called, Details = details with { Note = details.Note.Trim() }, AddedBy = by, AddedAt = now, TouchedAt = now };
    }

    /// <summary>Changes what is noted. A day to ask again that stands already may stay, also when it is over.</summary>
    /// <returns>The prospect, unchanged where nothing differs; refused with <see cref="RefusalCode.OnlyCoordinator"/>, <see cref="RefusalCode.TextTooLong"/> or <see cref="RefusalCode.FollowUpDayWrong"/>.</returns>
    public Outcome<Prospect> Change(Network network, ProspectDetails details, PersonId by, Instant now)
    {
        var after = details with { Note = details.Note.Trim() };
        if (WhyNot(network, by, after.Note) is { } why)
        {
            return why;
        }

        if (after.FollowUp != Details.FollowUp && ProspectDetails.WhyNot(after.FollowUp, now.InZone(network.Zone).Date) is { } wrong)
        {
            return wrong;
        }

        return after == Details ? this : this with { Details = after, TouchedAt = now };
    }

    /// <summary>Somebody spoke with it. What was to be asked again is asked by that; whoever had declined is spoken with again. The same contact twice is one.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="contact">Who, when, and what came of it.</param>
    /// <param name="followUp">The day to ask again; null for none.</param>
    /// <param name="now">When it is recorded.</param>
    /// <returns>The prospect; refused with <see cref="RefusalCode.OnlyCoordinator"/>, <see cref="RefusalCode.TextTooLong"/>, <see cref="RefusalCode.ProspectContactDayWrong"/> or
    /// <see cref="RefusalCode.FollowUpDayWrong"/>.</returns>
    public Outcome<Prospect> Contact(Network network, ProspectContact contact, LocalDate? followUp, Instant now)
    {
        var (today, had) = (now.InZone(network.Zone).Date, contact with { Note = contact.Note.Trim() });
        if (!network.Allows(Right.KeepProspects, contact.By))
        {
            return new Refusal(RefusalCode.OnlyCoordinator);
        }

        if ((had.WhyNot(today) ?? ProspectDetails.WhyNot(followUp, today)) is { } wrong)
        {
            return wrong;
        }

        if (Contacts.Contains(had))
        {
            return Declined is null && Details.FollowUp == followUp ? this : this with { Details = Details with { FollowUp = followUp }, Declined = null, TouchedAt = now };
        }

        return this with
        {
            Contacts = [.. Contacts.Append(had).OrderBy(one => one.Day).TakeLast(KeptContacts)],
            Details = Details with { FollowUp = followUp },
            Declined = null,
            TouchedAt = now,
        };
    }

    /// <summary>It does not want to join; nobody is to ask again. Doing it twice changes nothing.</summary>
    /// <returns>The prospect; refused with <see cref="RefusalCode.OnlyCoordinator"/>.</returns>
    public Outcome<Prospect> Decline(Network network, PersonId by, Instant now) =>
        !network.Allows(Right.KeepProspects, by) ? new Refusal(RefusalCode.OnlyCoordinator)
        : Declined is not null ? this
        : this with { Declined = new ProspectRefusal(now.InZone(network.Zone).Date, by), Details = Details with { FollowUp = null }, TouchedAt = now };

    /// <summary>When the coordinators are to be reminded to ask again.</summary>
    /// <param name="stage">Where it is: who applied, joined or declined is not asked.</param>
    /// <param name="now">The moment.</param>
    /// <param name="zone">The network's zone.</param>
    /// <returns><paramref name="now"/> when they are due to be; a later moment before, or at night; null for never, also when it is too late to be of use.</returns>
    public Instant? RemindAt(ProspectStage stage, Instant now, DateTimeZone zone)
    {
        if (Details.FollowUp is not { } day || !IsAwaited(stage))
        {
            return null;
        }

        var morning = zone.AtLeniently(day + WakingHours.From).ToInstant();
        return now < morning ? morning
            : now.InZone(zone).Date > day.PlusDays(UsefulDays) ? null
            : WakingHours.NextAfter(now, zone) ?? now;
    }

    /// <summary>Whether somebody may still ask whether it wants to join.</summary>
    public static bool IsAwaited(ProspectStage stage) => stage is ProspectStage.Contacted or ProspectStage.Noted;

    private static Refusal? WhyNotCalled(Network network, string name)
    {
        if (!name.Any(char.IsLetterOrDigit))
        {
            return new Refusal(RefusalCode.ProspectNameMissing);
        }

        if (name.Length > Admission.NameLimit)
        {
            return new Refusal(RefusalCode.TextTooLong, Admission.NameLimit);
        }

        return Admission.WhyTaken(network, name);
    }

    private static Refusal? WhyNot(Network network, PersonId by, string note) =>
        !network.Allows(Right.KeepProspects, by) ? new Refusal(RefusalCode.OnlyCoordinator)
        : note.Trim().Length > ProspectDetails.NoteLimit ? new Refusal(RefusalCode.TextTooLong, ProspectDetails.NoteLimit)
        : null;
}
