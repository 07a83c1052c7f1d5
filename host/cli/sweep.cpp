#include <iostream>

#include "host/cli/dry_run.hpp"
#include "host/cli/run_text.hpp"
#include "host/cli/session.hpp"
#include "kernels/error.hpp"
#include "output/output_files.hpp"

namespace tauroa::cli {

void run_sweep_command(const sweep_options& o, const invocation& by) {
    session run(o.run, by);
    sweep_plan draft;
    std::unique_ptr<backend> with;
    std::optional<shard> part;
    together(run.all(), [&] {
        const map_request request = o.request.request();
        if (o.part) part = parse_shard("--shard", *o.part);
        if (part && run.all().size() > 1)
            throw user_error("--shard " + *o.part +
                             ": the processes of this job share the whole sweep; leave it out");
        if (!o.run.output && !o.dry_run) throw user_error("-o FILE.h5 is missing: say where the map goes");
        if (o.run.output) check_target(*o.run.output);
        draft = draft_of(request);
        with = run.make_backend(*draft.game);
    });
    if (!o.dry_run) return carry_out(run, std::move(draft), *with, o.run.output.value(), part, {});
    together(run.all(), [&] {
        if (run.all().leads()) predict(draft, *with);
    });
}

}  // namespace tauroa::cli
