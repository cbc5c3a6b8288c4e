using System;

namespace Bot.Domain.Elections;

/// <summary>The ways of electing that rules of procedure allow.</summary>
[Flags]
public enum ElectionMethods
{
    /// <summary>No way at all; no rule says so.</summary>
    None = 0,

    /// <summary>As <see cref="ElectionMethod.Joint"/>.</summary>
    Joint = 1 << ElectionMethod.Joint,

    /// <summary>As <see cref="ElectionMethod.OneByOne"/>.</summary>
    OneByOne = 1 << ElectionMethod.OneByOne,

    /// <summary>As <see cref="ElectionMethod.SeatBySeat"/>.</summary>
    SeatBySeat = 1 << ElectionMethod.SeatBySeat,

    /// <summary>As <see cref="ElectionMethod.List"/>.</summary>
    List = 1 << ElectionMethod.List,
}
