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
        /// <exception cref="System.InvalidOperationException"><see cref="IFaultText"/> is not registered.</exception>
        /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting is wrong, or there is no app id outside Development.</exception>
        public IEndpointConventionBuilder MapActivities(string pattern)
        {
            // Taken out now, so that what is missing stops the start and not the first message.
            var endpoint = endpoints.ServiceProvider.GetRequiredService<ActivityEndpoint>();
            return endpoints.MapPost(pattern, endpoint.HandleAsync);
        }
    }
}
