#include <iostream>

#include "host/cli/drawing.hpp"
#include "host/cli/dry_run.hpp"
#include "host/cli/run_text.hpp"
#include "host/cli/session.hpp"
#include "kernels/error.hpp"
#include "output/output_files.hpp"

namespace tauroa::cli {

namespace {

/// The figure that is asked for, checked before anything is computed.
std::optional<drawing> figure_of(const sweep_options& o) {
    if (!o.figure) return std::nullopt;
    if (o.part)
        throw user_error("--plot " + *o.figure +
                         ": with --shard there is a part of a map only; merge, then plot.py");
    return drawing(*o.figure, o.run.force || o.run.resume);
}

}  // namespace

void run_sweep_command(const sweep_options& o, const invocation& by) {
    session run(o.run, by);
    sweep_plan draft;
    std::unique_ptr<backend> with;
    std::optional<shard> part;
    std::optional<drawing> figure;
    together(run.all(), [&] {
        const map_request request = o.request.request();
        if (o.part) part = parse_shard("--shard", *o.part);
        if (part && run.all().size() > 1)
            throw user_error("--shard " + *o.part +
                             ": the processes of this job share the whole sweep; leave it out");
        if (!o.run.output && !o.dry_run) throw user_error("-o FILE.h5 is missing: say where the map goes");
        if (o.run.output) check_target(*o.run.output);
        if (run.all().leads()) figure = figure_of(o);
        draft = draft_of(request);
        with = run.make_backend(draft);
    });
    if (o.dry_run)
        return together(run.all(), [&] {
            if (run.all().leads()) predict(draft, *with);
        });
    carry_out(run, std::move(draft), *with, o.run.output.value(), part, {});
    together(run.all(), [&] {
        if (figure) figure->draw(*o.run.output);
    });
}

}  // namespace tauroa::cli
