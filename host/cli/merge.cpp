// merge: the parts of a sweep (sweep --shard) become one file.

#include <filesystem>
#include <iostream>
#include <set>

#include "host/cli/assembly.hpp"
#include "host/cli/map_description.hpp"
#include "host/cli/options.hpp"
#include "host/cli/run_text.hpp"
#include "host/cli/session_text.hpp"
#include "host/cli/stop_watch.hpp"
#include "host/sweep.hpp"
#include "kernels/error.hpp"
#include "output/output_files.hpp"

namespace tauroa::cli {
namespace {

/// The parts and what they are parts of.
struct parts {
    std::vector<journal> journals;
    std::vector<run_identity> identities;  ///< [journal]
};

parts opened(const std::vector<std::string>& paths) {
    parts all;
    all.journals.reserve(paths.size());
    for (const std::string& path : paths) {
        if (!std::filesystem::exists(path))
            throw user_error(path + ": there is no such file; give what sweep --shard wrote");
        const journal& j = all.journals.emplace_back(path, journal::use::reading);
        if (j.text().empty()) throw user_error(path + ": holds nothing yet; let its sweep finish");
        all.identities.push_back(parse_run_text(j.text(), path));
    }
    return all;
}

/// The sweep that all parts are of.
sweep_plan draft_of_all(const parts& all) {
    const run_identity& first = all.identities.front();
    sweep_plan draft = draft_of(first.request);
    const map_description about = describe(draft);
    for (std::size_t i = 0; i < all.journals.size(); ++i) {
        const journal& j = all.journals[i];
        const shard part{all.identities[i].part.index, first.part.count};
        if (const std::string other = difference(j.text(), run_text(about, part)); !other.empty())
            throw user_error(j.path() + ": is a part of another sweep than " + all.journals.front().path() +
                             ": with " + other);
    }
    return draft;
}

/// The parts that nobody gave, as far as their names tell.
std::string missing(const parts& all) {
    std::set<std::uint64_t> given;
    for (const run_identity& i : all.identities) given.insert(i.part.index);
    const std::uint64_t count = all.identities.front().part.count;
    std::string text;
    for (std::uint64_t i = 1; i <= count; ++i)
        if (!given.contains(i))
            text += (text.empty() ? "" : ", ") + std::to_string(i) + "/" + std::to_string(count);
    return text.empty() ? "one of them is not finished: run its sweep again with --resume"
                        : "missing: " + text;
}

}  // namespace

void run_merge(const merge_options& o, const invocation& by) {
    if (!o.output) throw user_error("-o FILE.h5 is missing: say where the map goes");
    check_target(*o.output);
    if (!o.force && std::filesystem::exists(resolved(*o.output)))
        throw user_error("-o " + *o.output + ": exists; give another name, or --force to replace it");
    progress told;
    const stop_watch watch(told, std::nullopt);
    const auto check_stop = [&] {
        if (told.stop) throw interrupted("stopped before the end by " + watch.why() + "; merge again");
    };
    const parts all = opened(o.parts);
    sweep_plan plan = draft_of_all(all);
    const finished_strips finished(tiling_of(plan), all.journals);
    if (!finished.complete()) throw user_error("these parts are not the whole sweep; " + missing(all));
    prove(plan, told);
    check_stop();
    map_provenance who = provenance_of(by);
    const std::string count = std::to_string(all.journals.size()) + " parts";
    who.backend = "merge";
    who.device = count;
    who.processes = static_cast<std::int32_t>(all.journals.size());
    assemble(finished, describe(plan), who, *o.output, check_stop);
    if (!o.quiet) std::cerr << "wrote " << *o.output << " of " << count << '\n';
}

}  // namespace tauroa::cli
