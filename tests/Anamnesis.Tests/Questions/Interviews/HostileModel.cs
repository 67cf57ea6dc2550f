using Microsoft.Extensions.AI;

namespace Anamnesis.Questions.Interviews;

/// <summary>A language model that answers whatever it was told to, and remembers what it was shown.</summary>
sealed class HostileModel(Func<string, string, string> answers) : IChatClient
{
    internal List<(string Task, string Text)> Shown { get; } = [];

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var (task, text) = (messages.First().Text, messages.Last().Text);
        Shown.Add((task, text));
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, answers(task, text))));
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
