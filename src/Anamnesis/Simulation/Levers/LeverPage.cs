using System.Globalization;
using System.Text;

namespace Anamnesis.Simulation.Levers;

/// <summary>The levers as Markdown: <c>docs/levers.md</c>.</summary>
static class LeverPage
{
    internal static string Text()
    {
        var page = new StringBuilder("""
            # The levers of the simulated clinic

            A lever is a cause in the clinic's work that somebody could change. `anamnesis simulate --process clinic.yaml` says how they stand; whatever the file
            does not name stays as usual. This page is what `anamnesis levers` prints.

            ```yaml
            begin: usual              # or clean: every lever off
            levers:
              bedside-tablets: {ward: N-internal, from: 2019-03-01}
              night-staffing: 0.6     # a strength, everywhere and always
              paper-charts: off
              interface-outage:
                - {site: River, from: 2021-11-03, to: 2021-11-09}
                - {site: North, from: 2018-02-01, to: 2018-02-03}
            mechanisms:               # by hand, after the levers: any mechanism that can be simulated
              - {mechanism: unit-mixture, strength: 0.3, site: South, from: 2017-01-01}
            ```

            `strength` is above 0 and at most 1, `from` is the first day, `to` the day after the last. The same in an address:
            `clinic:?wide=yes&process=clean&interface-outage=site:River,from:2021-11-03,to:2021-11-09&typing=0.2`.


            """);
        page.Append("Sites and wards: ").AppendJoin("; ", Sites.All.Select(site => $"{site.Name} ({string.Join(", ", site.AllWards)})")).Append(".\n\n| lever | what it is | brings (severity at full strength) | usually |\n|---|---|---|---|\n");
        foreach (var lever in Catalogue.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"| `{lever.Id}` | {lever.Says} | {Effect(lever)} | {Usual(lever)} |\n");
        }

        return page.ToString();
    }

    static string Effect(Lever lever)
    {
        var known = Catalogue.Works(lever).ToList();
        return string.Join("; ", lever.Brings.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Mechanism} {one.Severity}{(known.Contains(one) ? string.Empty : " (not simulated yet)")}")).Concat(lever.Eases.Select(one => $"holds back {one}")));
    }

    static string Usual(Lever lever)
    {
        if (lever.Usual.Count == 0 || !Catalogue.Moves(lever))
        {
            return lever.Ends || lever.Brings.Count > 0 ? "off" : string.Create(CultureInfo.InvariantCulture, $"off; strength {lever.Strength} where none is named");
        }

        return string.Join("<br>", lever.Usual.Select(setting => setting.ToString()));
    }
}
