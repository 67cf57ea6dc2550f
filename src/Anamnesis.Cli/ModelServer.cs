using Anamnesis.Questions.Interviews;
using Microsoft.Extensions.AI;
using OllamaSharp;
using OllamaSharp.Models.Exceptions;

namespace Anamnesis.Cli;

/// <summary>A language model on a server that speaks as Ollama does. It is asked for before the talk begins, so that nobody talks to a model that is not there.</summary>
sealed class ModelServer(OllamaApiClient client) : DelegatingChatClient(client)
{
    /// <summary>Where Ollama listens when nobody told it otherwise.</summary>
    internal const string Usual = "http://127.0.0.1:11434";

    static readonly TimeSpan Waking = TimeSpan.FromMinutes(2);

    /// <summary>The door with this model behind it; null when no model is named.</summary>
    /// <exception cref="AnamnesisException">The address is none, nothing answers there, or the server has no such model.</exception>
    internal static ModelDoor? Open(string? model, string address, Terminal terminal, CancellationToken cancellation)
    {
        if (model is null)
        {
            return null;
        }

        var server = Uri.TryCreate(address, UriKind.Absolute, out var found) && found.Scheme is "http" or "https" ? found
            : throw new AnamnesisException($"--model-server '{address}' is no address. Expected http://host:port, such as {Usual}.");
        terminal.Error.WriteLine($"Waking {model}. What you type and what is answered goes to {server.GetLeftPart(UriPartial.Authority)}, {(server.IsLoopback ? "on this machine" : "another machine")}. Points do not depend on it.");
        var client = new OllamaApiClient(new HttpClient { BaseAddress = server, Timeout = Waking }, model); // lives as long as the talk
        var door = new ModelServer(client);
        door.Wake(model, address, cancellation);
        return new ModelDoor(door, cancellation);
    }

    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        }
        catch (OllamaException refused)
        {
            throw new IOException(refused.Message, refused);
        }
    }

    void Wake(string model, string address, CancellationToken cancellation)
    {
        try
        {
            var known = client.ListLocalModelsAsync(cancellation).GetAwaiter().GetResult().Select(one => one.Name).ToList();
            if (!known.Contains(model, StringComparer.Ordinal) && !known.Contains(model + ":latest", StringComparer.Ordinal))
            {
                throw new AnamnesisException($"The server at {address} has no model '{model}'. {(known.Count == 0 ? "It has none yet" : $"Nearest that it has: {string.Join(", ", Nearest.To(model, known))}")}; 'ollama pull {model}' fetches one.");
            }

            this.GetResponseAsync("Answer with the word yes.", ModelDoor.Short, cancellation).GetAwaiter().GetResult();
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or InvalidOperationException or System.Text.Json.JsonException || (failed is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new AnamnesisException($"No language model answers at {address}: {failed.Message} Expected a server that speaks as Ollama does, with the model '{model}'. Start it ('ollama serve'), name another with --model-server, or leave --model out: no fact and no point depends on it.", failed);
        }
    }
}
