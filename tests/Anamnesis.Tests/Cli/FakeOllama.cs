using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Anamnesis.Cli;

/// <summary>A server on this machine that speaks as Ollama does, has one model, and says what it was told to say to a text.</summary>
sealed class FakeOllama : IDisposable
{
    readonly HttpListener _listener;
    readonly Func<string, string> _says;
    readonly Task _serving;

    internal FakeOllama(Func<string, string> says)
    {
        _says = says;
        (_listener, Address) = Listening();
        _serving = Task.Run(ServeAsync);
    }

    internal string Address { get; }

    internal int Asked { get; private set; }

    public void Dispose()
    {
        _listener.Close();
        _serving.GetAwaiter().GetResult();
    }

    static (HttpListener Listener, string Address) Listening()
    {
        while (true)
        {
            var listener = new HttpListener();
            try
            {
                var address = $"http://127.0.0.1:{FreePort()}";
                listener.Prefixes.Add(address + "/");
                listener.Start();
                return (listener, address);
            }
            catch (HttpListenerException)
            {
                listener.Close(); // somebody took the port in between
            }
        }
    }

    static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                await AnswerAsync(context);
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    async Task AnswerAsync(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream);
        var body = await reader.ReadToEndAsync();
        var answer = context.Request.Url!.AbsolutePath switch
        {
            "/api/tags" => new JsonObject { ["models"] = new JsonArray(new JsonObject { ["name"] = "small:latest", ["model"] = "small:latest" }) },
            "/api/chat" => Chat(JsonNode.Parse(body)!),
            _ => null,
        };
        context.Response.StatusCode = answer is null ? 404 : 200;
        await using (var writer = new StreamWriter(context.Response.OutputStream))
        {
            await writer.WriteAsync(answer?.ToJsonString() + "\n");
        }

        context.Response.Close();
    }

    JsonObject Chat(JsonNode asked)
    {
        Asked++;
        return new JsonObject
        {
            ["model"] = "small",
            ["created_at"] = "2026-01-01T00:00:00Z",
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = _says((string)asked["messages"]!.AsArray()[^1]!["content"]!) },
            ["done"] = true,
            ["done_reason"] = "stop",
        };
    }
}
