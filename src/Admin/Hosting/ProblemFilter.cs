namespace Concierge.Admin;

/// <summary>Answers with what was wrong, wherever in the reading of a request it came to light.</summary>
public sealed class ProblemFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (Problem problem)
        {
            return problem.Answer();
        }
    }
}
