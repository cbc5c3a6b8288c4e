using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using NodaTime;

namespace Bot.Domain.Privacy;

/// <summary>Who did what when, without contents: no text, no choice, no names.</summary>
/// <param name="Act">Tells two entries of one moment apart; letters and digits.</param>
/// <param name="At">When.</param>
/// <param name="By">Who; null for somebody the network did not know, such as a guest who applies.</param>
/// <param name="Right">By which right.</param>
/// <param name="Subject">What it was done to.</param>
/// <param name="SubjectId">Its identity within the network; of a meeting's minutes the meeting's.</param>
/// <param name="Committees">The committees it is about: whoever may not know of one of them may not know of the entry.</param>
public sealed record AuditEntry(string Act, Instant At, PersonId? By, Right Right, AuditedThing Subject, string SubjectId, IReadOnlyList<CommitteeId> Committees)
{
    /// <summary>Whether somebody may read it.</summary>
    /// <param name="shown">The network as far as the reader may know of it.</param>
    /// <param name="reader">Who reads.</param>
    /// <remarks>What is a committee's and does not say whose is for its doer only: better a gap for the others than one word too many.</remarks>
    public bool IsFor(Network shown, PersonId reader) =>
        By == reader || (Committees.Count > 0 ? Committees.All(committee => shown.Committee(committee) is not null) : !AuditTable.IsOfACommittee(Subject));
}

/// <summary>What an audited action is done to.</summary>
public enum AuditedThing
{
    /// <summary>The network as a whole.</summary>
    Network,

    /// <summary>A person.</summary>
    Person,

    /// <summary>A member organization.</summary>
    Organization,

    /// <summary>A committee: its composition, rules, order of leading.</summary>
    Committee,

    /// <summary>A meeting: its invitation, agenda, attendance, notes.</summary>
    Meeting,

    /// <summary>A ballot.</summary>
    Ballot,

    /// <summary>An election.</summary>
    Election,

    /// <summary>A resolution, by its number.</summary>
    Resolution,

    /// <summary>The minutes of a meeting.</summary>
    Minutes,

    /// <summary>A case about an admission.</summary>
    Admission,

    /// <summary>An organization that could become a partner.</summary>
    Prospect,
}
