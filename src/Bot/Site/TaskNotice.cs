using System.Collections.Immutable;
using Concierge.Core.Board;
using Concierge.Core.Conversations;
using Concierge.Core.Wording;

namespace Concierge.Bot.Site;

/// <summary>A task for everybody to read: it says also whom it is meant for, which the talk knows of each person.</summary>
internal static class TaskNotice
{
    public static Poster OnList(Post post) => Of(post, PostWords.OnList(post));

    public static Poster InFull(Post post) => Of(post, PostWords.InFull(post));

    private static Poster Of(Post post, ImmutableArray<string> lines) => new(post.Name, post.Scope == Scope.City ? [Words.Say("site_for_city"), .. lines] : lines, [], []);
}
