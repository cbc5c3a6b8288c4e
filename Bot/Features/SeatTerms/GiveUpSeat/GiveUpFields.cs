using Bot.Turns;

namespace Bot.Features.SeatTerms.GiveUpSeat;

/// <summary>What somebody wants of a seat, as text: typed, filled in, or carried by a preview. Anybody can make it up; every value is read again each time.</summary>
/// <param name="Committee">Identity of the committee; empty where it is not named.</param>
/// <param name="Person">Name or identity of whose seat it is; empty for the sender.</param>
/// <param name="Day">The last day, ISO, or what was written for it; empty for today.</param>
internal sealed record GiveUpFields(string Committee, string Person, string Day)
{
    /// <summary>The fields in a form.</summary>
    public static GiveUpFields In(CardForm form) => new(form[MandateVerbs.CommitteeField], form[MandateVerbs.PersonField], form[MandateVerbs.DayField]);

    /// <summary>As data of a button.</summary>
    public (string Name, string Value)[] Data => [(MandateVerbs.CommitteeField, Committee), (MandateVerbs.PersonField, Person), (MandateVerbs.DayField, Day)];
}
