using System.Runtime.InteropServices;

namespace Bot.Domain.Voting.Phrases;

/// <summary>What a word can mean in a rule, in whichever language it is written.</summary>
internal enum Lexeme
{
    /// <summary>Says nothing by itself: "der", "den Antrag".</summary>
    Filler,

    /// <summary>Known, and not part of any rule, so that it is not taken for a mistyped word that is: "abwesend", "höchstens".</summary>
    Foreign,

    /// <summary>A number; its value is the first.</summary>
    Number,

    /// <summary>"ein", which may be a number.</summary>
    One,

    /// <summary>"Drittel"; its value is the first.</summary>
    Denominator,

    /// <summary>"Zweidrittel"; both values.</summary>
    Share,
    Half,
    All,
    Slash,
    Percent,
    More,
    Less,
    Than,
    Over,
    AtLeast,
    Not,
    Without,
    With,
    Yes,
    No,
    Abstention,
    Vote,
    Cast,
    Present,
    Entitled,
    Member,
    Majority,
    Simple,
    Relative,
    Absolute,
    Qualified,
    Unanimous,
    Consensus,
    Objection,
    Blocks,
    Tie,
    Rejected,
    Repeat,
    Chair,
    Lot,
    Quorum,
    Open,
    Secret,
    Always,
    Never,
    Request,
    Right,
    Per,
    Organization,
    Person,
    Usual,
    Committee,
    Change,
    Final,
    Concerned,
    Circular,
}

/// <summary>A word of a rule.</summary>
/// <param name="Lexeme">What it means.</param>
/// <param name="First">A number, a denominator, or the upper number of a share.</param>
/// <param name="Second">The lower number of a share.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RulePiece(Lexeme Lexeme, int First = 0, int Second = 0);
