using Bot.Features.Rules.SetElectionRule;
using Bot.Features.Rules.SetFollowUpRule;
using Bot.Features.Rules.SetNotice;
using Bot.Features.Rules.SetRhythm;
using Bot.Features.Rules.SetRule;
using Bot.Features.Rules.SetStandingItems;
using Bot.Features.Rules.ShowRules;
using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Features.Rules;

/// <summary>Rules of procedure on decisions: look up, set from a day on, take back what is to come.</summary>
internal static class RulesFeature
{
    /// <summary>Adds the feature.</summary>
    public static IServiceCollection AddRules(this IServiceCollection services) => services
        .AddSingleton<SetRuleHandler>()
        .AddSingleton<ICommand, ShowRulesCommand>()
        .AddSingleton<ICommand, SetRuleCommand>()
        .AddSingleton<ICommand, SetRhythmCommand>()
        .AddSingleton<ICommand, SetNoticeCommand>()
        .AddSingleton<ICardAction, PreviewRhythmAction>()
        .AddSingleton<ICardAction, EditRhythmAction>()
        .AddSingleton<ICardAction, AskTakeBackRhythmAction>()
        .AddSingleton<ICardAction, SetRhythmAction>()
        .AddSingleton<ICardAction, PreviewNoticeAction>()
        .AddSingleton<ICardAction, AskTakeBackNoticeAction>()
        .AddSingleton<ICardAction, SetNoticeAction>()
        .AddSingleton<ICardAction, ShowRulesAction>()
        .AddSingleton<ICardAction, ChooseCommitteeAction>()
        .AddSingleton<ICardAction, EditRuleAction>()
        .AddSingleton<ICardAction, PreviewRuleAction>()
        .AddSingleton<ICardAction, AskTakeBackAction>()
        .AddSingleton<ICardAction, SetRuleAction>()
        .AddSingleton<ICardAction, DismissRuleAction>()
        .AddSingleton<ICardAction, EditStandingAction>()
        .AddSingleton<ICardAction, PreviewStandingAction>()
        .AddSingleton<ICardAction, AskTakeBackStandingAction>()
        .AddSingleton<ICardAction, SetStandingAction>()
        .AddSingleton<ICardAction, EditElectionRuleAction>()
        .AddSingleton<ICardAction, PreviewElectionRuleAction>()
        .AddSingleton<ICardAction, AskTakeBackElectionRuleAction>()
        .AddSingleton<ICardAction, EditFollowUpRuleAction>()
        .AddSingleton<ICardAction, PreviewFollowUpRuleAction>()
        .AddSingleton<ICardAction, AskTakeBackFollowUpRuleAction>()
        .AddSingleton<ICardAction, SetFollowUpRuleAction>()
        .AddSingleton<ICardAction, SetElectionRuleAction>();
}
