namespace Concierge.LineSimulator;

/// <summary>A place in a request body: messages[0].text, and inside of Flex a pointer such as /footer/contents/2.</summary>
internal readonly record struct Spot(string Text, bool IsPointer)
{
    public static readonly Spot Body = new("", false);
    public static readonly Spot Flex = new("", true);

    public Spot this[string name] => new(IsPointer ? $"{Text}/{name}" : Text.Length == 0 ? name : $"{Text}.{name}", IsPointer);

    public Spot this[int index] => new(IsPointer ? $"{Text}/{index}" : $"{Text}[{index}]", IsPointer);
}
