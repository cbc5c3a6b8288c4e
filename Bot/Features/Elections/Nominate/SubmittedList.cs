using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Turns;

namespace Bot.Features.Elections.Nominate;

/// <summary>A list as somebody typed it or filled it in: a name, and people in an order.</summary>
internal static class SubmittedList
{
    /// <summary>Submits it.</summary>
    /// <param name="turn">Who submits it.</param>
    /// <param name="election">The election as it is now.</param>
    /// <param name="name">The list's name, as written.</param>
    /// <param name="people">The people, with commas or semicolons between them.</param>
    /// <returns>The election with the list; what the domain refuses, or <see cref="RefusalCode.PersonUnknown"/> or <see cref="RefusalCode.PersonAmbiguous"/>.</returns>
    public static Outcome<Election> Submit(Turn turn, Election election, string name, string people)
    {
        var order = new List<PersonId>();
        foreach (var typed in people.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(Election.MostCandidates + 1))
        {
            switch (ElectionFinder.PersonOf(turn.Network, typed))
            {
                case Outcome<Person>.Done(var person):
                    order.Add(person.Id);
                    break;
                case Outcome<Person>.Refused(var why):
                    return why;
            }
        }

        return election.SubmitList(turn.Network, CommandText.OneLine(name), order, turn.Sender!.Id, turn.Now);
    }
}
