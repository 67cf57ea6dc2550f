using System.Runtime.InteropServices;
using Anamnesis;

[assembly: AssemblyFixture(typeof(KeptMemory))]

namespace Anamnesis;

/// <summary>
/// Keeps the memory that the tests have once filled. An engine that closes gives the free memory of the whole program back to the system, whose pages then have to be entered
/// anew one by one, by the other tests too: half of the time of a suite that opens thousands of engines. Locked pages stay. Where locking is not allowed (on Linux it is to root),
/// or is not known, nothing happens but that the tests take longer.
/// </summary>
public sealed partial class KeptMemory
{
    const int Pages = 1 | 2 | 4; // MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT: those there are and those to come, each once it is touched

    public KeptMemory()
    {
        if (OperatingSystem.IsLinux())
        {
            _ = Lock(Pages);
        }
    }

    [LibraryImport("libc", EntryPoint = "mlockall")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Lock(int pages);
}
