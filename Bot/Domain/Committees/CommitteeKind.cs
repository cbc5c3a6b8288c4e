namespace Bot.Domain.Committees;

/// <summary>What a committee is to its network. Decides who belongs to it and who votes in it.</summary>
public enum CommitteeKind
{
    /// <summary>The plenary (Bündnis-Sitzung): every member organization belongs to it and has one vote.</summary>
    GeneralAssembly,

    /// <summary>The advisory board (Beirat): elected persons, who vote in person and recommend to the plenary.</summary>
    AdvisoryBoard,

    /// <summary>A circle with its own rhythm and a rotating chair, such as the intercultural circle (IKA).</summary>
    Circle,

    /// <summary>A working group (Arbeitsgruppe) set up by resolution.</summary>
    WorkingGroup,
}
