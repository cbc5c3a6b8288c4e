using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Dates.Phrases;

namespace Bot.Domain.Voting.Phrases;

/// <summary>The words of rules in German and English, folded: lower case, umlauts with e.</summary>
internal static class RuleLexicon
{
    /// <summary>Shorter words are not taken for mistyped ones: too many others are near.</summary>
    private const int ShortestForgiven = 5;

    private const int ForgivenTwice = 9;

    private static readonly (Lexeme Lexeme, string Words)[] Plain =
    [
        (Lexeme.Filler, "der die das den dem des und von vom zu zum zur bei im in am ist sind wird werden muss muessen wenn sofern falls wie es sich fuer beschluss abstimmung "
            + "beschluesse resolution ballot motion zaehlen zaehlt mitgezaehlt gilt gelten gueltig gueltige gueltigen valid hat haben kann koennen darf duerfen bis "
            + "schluss ende entscheidet entscheiden the of and at to be by if when is are was were that which those who it its as do does can may must until end decides decide "
            + "counted count counting moeglich einzelnes einzelner einzelne single selbst too auch auf upon erforderlich noetig required needed for on only nur erreicht"),
        (Lexeme.Foreign, "abwesend abwesende abwesenden absent ungueltig ungueltige ungueltigen invalid hoechstens maximal most maximum genau exactly unter below under weder entweder oder or"),
        (Lexeme.One, "ein eine einer einem eines einen a an"),
        (Lexeme.Half, "haelfte half halbe halben"),
        (Lexeme.All, "alle allen aller alles saemtliche saemtlicher all everybody every everyone"),
        (Lexeme.Percent, "prozent percent pct"),
        (Lexeme.More, "mehr more greater groesser"),
        (Lexeme.Less, "weniger less fewer kleiner"),
        (Lexeme.Than, "als than"),
        (Lexeme.Over, "ueber over exceeding"),
        (Lexeme.AtLeast, "mindestens wenigstens least minimum"),
        (Lexeme.Not, "nicht kein keine keinen keiner keines keins not cannot none nichts"),
        (Lexeme.Without, "ohne without excluding"),
        (Lexeme.With, "mit samt einschliesslich inklusive with including"),
        (Lexeme.Yes, "ja yes jastimmen"),
        (Lexeme.No, "nein no neinstimmen"),
        (Lexeme.Abstention, "enthaltung enthaltungen stimmenthaltung stimmenthaltungen abstention abstentions abstain abstained"),
        (Lexeme.Vote, "stimme stimmen vote votes voting stimmt"),
        (Lexeme.Cast, "abgegebene abgegebenen abgegebener cast"),
        (Lexeme.Present, "anwesend anwesende anwesenden anwesender erschienenen present attending"),
        (Lexeme.Entitled, "stimmberechtigt stimmberechtigte stimmberechtigten stimmberechtigter berechtigten entitled eligible"),
        (Lexeme.Member, "mitglied mitglieder mitgliedern member members"),
        (Lexeme.Majority, "mehrheit stimmenmehrheit majority"),
        (Lexeme.Simple, "einfache einfacher einfachen simple"),
        (Lexeme.Relative, "relative relativer relativen"),
        (Lexeme.Absolute, "absolute absoluter absoluten"),
        (Lexeme.Qualified, "qualifizierte qualifizierter qualifizierten qualified"),
        (Lexeme.Unanimous, "einstimmig einstimmige einstimmigen einstimmigkeit unanimous unanimously unanimity"),
        (Lexeme.Consensus, "konsens konsensprinzip consensus"),
        (Lexeme.Objection, "einwand einwaende einspruch gegenstimme gegenstimmen veto objection objections objects"),
        (Lexeme.Blocks, "verhindert verhindern blockiert blockieren block blocks prevents prevent"),
        (Lexeme.Tie, "gleichstand stimmengleichheit patt tie tied"),
        (Lexeme.Rejected, "abgelehnt ablehnung rejected rejection"),
        (Lexeme.Repeat, "wiederholung wiederholen wiederholt repeat repeated repetition"),
        (Lexeme.Chair, "sitzungsleitung moderation vorsitz leitung chair chairperson"),
        (Lexeme.Lot, "los losentscheid lot lots"),
        (Lexeme.Quorum, "quorum beschlussfaehig beschlussfaehigkeit mindestbeteiligung quorate"),
        (Lexeme.Open, "offen offene offenen namentlich namentliche name open"),
        (Lexeme.Secret, "geheim geheime geheimen secret"),
        (Lexeme.Always, "immer stets always"),
        (Lexeme.Never, "nie niemals never"),
        (Lexeme.Request, "verlangen antrag wunsch verlangt beantragt request requested ask"),
        (Lexeme.Right, "stimmrecht stimmrechte right rights"),
        (Lexeme.Per, "je jede jeder pro per each"),
        (Lexeme.Organization, "mitgliedsorganisation mitgliedsorganisationen organisation organisationen organization organizations"),
        (Lexeme.Person, "person personen persoenlich persons people"),
        (Lexeme.Usual, "ueblich uebliche usual usually"),
        (Lexeme.Committee, "gremium committee"),
        (Lexeme.Change, "aenderbar aendern geaendert changeable change changed"),
        (Lexeme.Final, "endgueltig unabaenderlich final"),
        (Lexeme.Concerned, "betroffene betroffenen concerned"),
        (Lexeme.Circular, "umlauf umlaufbeschluss umlaufverfahren circular circulation"),
    ];

    private static readonly string[] Numbers =
    [
        "zwei two", "drei three", "vier four", "fuenf five", "sechs six", "sieben seven", "acht eight", "neun nine", "zehn ten", "elf eleven", "zwoelf twelve",
        "dreizehn thirteen", "vierzehn fourteen", "fuenfzehn fifteen", "sechzehn sixteen", "siebzehn seventeen", "achtzehn eighteen", "neunzehn nineteen", "zwanzig twenty",
    ];

    private static readonly (int Value, string Words)[] Denominators =
    [
        (3, "drittel dritteln drittels third thirds"), (4, "viertel vierteln viertels quarter quarters fourth fourths"), (5, "fuenftel fuenfteln fuenftels fifth fifths"),
        (6, "sechstel sechsteln sixth sixths"), (7, "siebtel siebteln seventh sevenths"), (8, "achtel achteln eighth eighths"), (9, "neuntel neunteln ninth ninths"),
        (10, "zehntel zehnteln zehntels tenth tenths"), (11, "elftel elfteln eleventh elevenths"), (12, "zwoelftel zwoelfteln twelfth twelfths"),
        (20, "zwanzigstel zwanzigsteln zwanzigstels twentieth twentieths"),
    ];

    private static readonly Dictionary<string, RulePiece[]> Words = Load();

    /// <summary>What a folded word means, one slip of the pen forgiven, or two in long words; null when it means nothing, or might mean several things.</summary>
    public static IReadOnlyList<RulePiece>? Find(string word)
    {
        if (Words.TryGetValue(word, out var known))
        {
            return known;
        }

        var near = Words.Keys.Where(candidate => candidate.Length >= ShortestForgiven)
            .Select(candidate => (Word: candidate, Slips: TypingErrors.Between(word, candidate)))
            .Where(pair => pair.Slips <= (pair.Word.Length >= ForgivenTwice ? 2 : 1))
            .ToList();
        var nearest = near.Where(pair => pair.Slips == near.Min(other => other.Slips)).Select(pair => Words[pair.Word]).ToList();
        return nearest.Count > 0 && nearest.TrueForAll(pieces => pieces.SequenceEqual(nearest[0])) ? nearest[0] : null;
    }

    private static Dictionary<string, RulePiece[]> Load()
    {
        var words = new Dictionary<string, RulePiece[]>(StringComparer.Ordinal) { ["one"] = [new(Lexeme.Number, 1)], ["eins"] = [new(Lexeme.Number, 1)] };
        foreach (var (lexeme, written) in Plain)
        {
            Add(words, written, new RulePiece(lexeme));
        }

        foreach (var (index, written) in Numbers.Index())
        {
            Add(words, written, new RulePiece(Lexeme.Number, index + 2));
        }

        foreach (var (value, written) in Denominators)
        {
            Add(words, written, new RulePiece(Lexeme.Denominator, value));
        }

        AddCompounds(words);
        return words;
    }

    /// <summary>"Zweidrittel", "Dreiviertelmehrheit".</summary>
    private static void AddCompounds(Dictionary<string, RulePiece[]> words)
    {
        string[] upper = ["ein", .. Numbers.Take(10).Select(number => number.Split(' ')[0])];
        foreach (var (index, number) in upper.Index())
        {
            foreach (var (value, written) in Denominators.Where(denominator => index + 1 < denominator.Value))
            {
                var share = new RulePiece(Lexeme.Share, index + 1, value);
                var lower = written.Split(' ')[0];
                words[number + lower] = [share];
                words[number + lower + "n"] = [share];
                words[number + lower + "mehrheit"] = [share, new RulePiece(Lexeme.Majority)];
            }
        }
    }

    private static void Add(Dictionary<string, RulePiece[]> words, string written, RulePiece piece)
    {
        foreach (var word in written.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            words.TryAdd(word, [piece]);
        }
    }
}
