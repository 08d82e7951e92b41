using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concierge.Admin.Web;

/// <summary>A page as an answer.</summary>
public static class PageView
{
    public static RazorComponentResult<T> Of<T>(params (string Name, object? Value)[] values)
        where T : IComponent => Of<T>(StatusCodes.Status200OK, values);

    public static RazorComponentResult<T> Of<T>(int status, params (string Name, object? Value)[] values)
        where T : IComponent =>
        new(values.ToDictionary(v => v.Name, v => v.Value)) { StatusCode = status, PreventStreamingRendering = true };
}
