namespace Concierge.LineSimulator;

/// <summary>What LINE would say about a request body; empty when it would take it.</summary>
internal sealed class Findings
{
    private readonly List<(string Message, string Property)> details = [];
    private readonly List<(string Message, string Property)> flex = [];
    private string? invalid;
    private int flexMessage;

    /// <summary>Which message is being looked at: Flex pointers start there.</summary>
    public int Message { get; set; }

    public bool None => details.Count == 0 && flex.Count == 0 && invalid is null;

    public void Add(Spot at, string message)
    {
        if (!at.IsPointer)
        {
            details.Add((message, at.Text));
            return;
        }
        // A request is refused for its first bad Flex message; pointers of another one would mislead.
        if (flex.Count == 0) flexMessage = Message;
        if (flexMessage == Message) flex.Add((message, at.Text.Length == 0 ? "/" : at.Text));
    }

    /// <summary>A property LINE does not know, or of a type it cannot read.</summary>
    public void Invalid(Spot at)
    {
        if (at.IsPointer) Add(at, "invalid property");
        else invalid ??= at.Text;
    }

    public void Unknown(Spot at)
    {
        if (at.IsPointer) Add(at, "unknown field");
        else invalid ??= at.Text;
    }

    public Answer Answer() => this switch
    {
        { invalid: { } property } => LineErrors.InvalidProperty(property),
        { flex.Count: > 0 } => LineErrors.Detailed($"A message (messages[{flexMessage}]) in the request body is invalid", flex),
        _ => LineErrors.Detailed($"The request body has {details.Count} error(s)", details),
    };
}
