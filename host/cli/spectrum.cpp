// The command `spectrum`.

#include <iostream>

#include "host/cli/curve_options.hpp"
#include "host/cli/curve_report.hpp"
#include "host/cli/curve_session.hpp"
#include "host/cli/spectrum_description.hpp"
#include "host/number.hpp"
#include "host/tau_list.hpp"

namespace tauroa::cli {

spectrum_request spectrum_options::request() const {
    constexpr std::uint64_t most_points = 32767;
    spectrum_request r;
    r.game = game.chosen();
    r.parameters = parse_named_values("--param", parameters);
    r.point = parse_count("--point", needed(point, "--point", "the index that `tauroa equilibria` lists"), 0,
                          most_points);
    r.tau = parse_tau_list(needed(tau, "--tau", "1,2,5 or LO:HI:N or LO:HI:N:log"));
    return r;
}

void run_spectrum_command(const spectrum_options& o, const invocation& by) {
    session run(o.run, by);
    together(run.all(), [&] {
        if (!run.all().leads()) return;
        const spectrum_request request = o.request();
        check_new_file(o.run, "spectrum");
        const spectrum_tables tables = describe(spectrum_of(request));
        if (run.talks())
            std::cerr << request.game.name << ", critical point " << request.point << '\n'
                      << echo_of(request.tau) << '\n';
        check_stop(run);
        print_spectrum(tables);
        write_curves(
            run, *o.run.output, 0, {}, [&] { check_stop(run); },
            [&](hid_t root) { write_spectrum(root, tables); });
    });
}

}  // namespace tauroa::cli
