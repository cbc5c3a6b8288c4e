using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Platform.Activities;

/// <summary>Puts the bot at an address of the web server.</summary>
internal static class ActivityRouting
{
    extension(IEndpointRouteBuilder endpoints)
    {
        /// <summary>Lets <see cref="IBot"/> answer activities posted to <paramref name="pattern"/>, as a rule <c>/api/messages</c>.</summary>
        public IEndpointConventionBuilder MapActivities(string pattern) =>
            endpoints.MapPost(pattern, static context => context.RequestServices.GetRequiredService<ActivityEndpoint>().HandleAsync(context));
    }
}
