using System.Collections.Generic;
using Bot.Domain.Voting;
using NodaTime;

namespace Bot.Domain.Committees;

/// <summary>A committee (Gremium) of a network and the rules it works by.</summary>
/// <param name="Id">Identity within the network.</param>
/// <param name="Kind">What it is to the network.</param>
/// <param name="Name">The name people use, such as "Beirat".</param>
/// <param name="Aliases">Other names it answers to, such as "Bündnis-Sitzung" or "plenary".</param>
/// <param name="Rules">The rules of procedure in force.</param>
public sealed record Committee(CommitteeId Id, CommitteeKind Kind, string Name, IReadOnlyList<string> Aliases, RulesOfProcedure Rules)
{
    /// <summary>All versions of its rules, those to come too; while none are known beside the rules in force, those alone.</summary>
    public RulesTimeline Timeline
    {
        get => field ?? new RulesTimeline([Rules]);
        init;
    }

    /// <summary>Whether nobody outside it is to learn that it exists, such as a strategy group of those who are threatened.</summary>
    public bool IsConfidential { get; init; }

    /// <summary>Whether it is kept from everybody who does not sit in it, as if it did not exist.</summary>
    /// <remarks>The plenary and the advisory board never are, whatever is stored: everybody may ask when the plenary meets, and every application goes to the board by name.</remarks>
    public bool IsSecluded => IsConfidential && Kind is not (CommitteeKind.GeneralAssembly or CommitteeKind.AdvisoryBoard);

    /// <summary>How many seats it is to have, as a coordinator has set it, 1 to <see cref="MostSeats"/>; null where nobody has said. Never of the plenary.</summary>
    public int? SeatCount { get; init; }

    /// <summary>The most seats that can be set.</summary>
    public const int MostSeats = 200;

    /// <summary>What it was set up for, by which resolution and until when; null for what is no working group, and for one of which nobody has said.</summary>
    public Remit? Remit { get; init; }

    /// <summary>Who was named to speak for a working group; null for nobody.</summary>
    public PersonId? Spokesperson => Kind == CommitteeKind.WorkingGroup ? Remit?.Spokesperson : null;

    /// <summary>First day on which it does not exist any more; null while it does. What it did stays readable under its name.</summary>
    public LocalDate? EndedOn { get; init; }

    /// <summary>The kinds of decisions this committee takes, in the order they are listed to people.</summary>
    /// <remarks>Source: the network's founding document: the board recommends on admissions; the plenary decides on admissions, expulsions and working groups.</remarks>
    public IReadOnlyList<MotionKind> Decides => Kind switch
    {
        CommitteeKind.GeneralAssembly =>
        [
            MotionKind.General, MotionKind.Project, MotionKind.WorkingGroup, MotionKind.Admission, MotionKind.Expulsion, MotionKind.RulesOfProcedure, MotionKind.Election,
        ],
        CommitteeKind.AdvisoryBoard => [MotionKind.General, MotionKind.Project, MotionKind.AdmissionRecommendation, MotionKind.RulesOfProcedure, MotionKind.Election],
        _ => [MotionKind.General, MotionKind.Project, MotionKind.RulesOfProcedure, MotionKind.Election],
    };
}
