// merge: the parts of a sweep (sweep --shard) become one file.

#include <filesystem>
#include <iostream>
#include <set>

#include "host/cli/assembly.hpp"
#include "host/cli/map_description.hpp"
#include "host/cli/options.hpp"
#include "host/cli/run_text.hpp"
#include "host/sweep.hpp"
#include "kernels/error.hpp"
#include "output/output_files.hpp"
#include "version.hpp"

namespace tauroa::cli {
namespace {

std::vector<journal> opened(const std::vector<std::string>& paths) {
    std::vector<journal> all;
    all.reserve(paths.size());
    for (const std::string& path : paths) {
        if (!std::filesystem::exists(path))
            throw user_error(path + ": there is no such file; give what sweep --shard wrote");
        all.emplace_back(path, journal::use::reading);
        if (all.back().text().empty()) throw user_error(path + ": holds nothing yet; let its sweep finish");
    }
    return all;
}

/// The sweep that all parts are of.
sweep_plan draft_of_all(const std::vector<journal>& parts) {
    const run_identity first = parse_run_text(parts.front().text(), parts.front().path());
    sweep_plan draft = draft_of(first.request);
    const map_description about = describe(draft);
    for (const journal& j : parts) {
        const shard part{parse_run_text(j.text(), j.path()).part.index, first.part.count};
        if (const std::string other = difference(j.text(), run_text(about, part)); !other.empty())
            throw user_error(j.path() + ": is a part of another sweep than " + parts.front().path() +
                             ": with " + other);
    }
    return draft;
}

/// The parts that nobody gave, as far as their names tell.
std::string missing(const std::vector<journal>& parts) {
    std::set<std::uint64_t> given;
    std::uint64_t count = 1;
    for (const journal& j : parts) {
        const shard part = parse_run_text(j.text(), j.path()).part;
        given.insert(part.index);
        count = part.count;
    }
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
    const auto parts = opened(o.parts);
    sweep_plan plan = draft_of_all(parts);
    const finished_strips finished(tiling_of(plan), parts);
    if (!finished.complete()) throw user_error("these parts are not the whole sweep; " + missing(parts));
    prove(plan, progress());
    map_provenance who;
    who.version = program_version;
    who.commit = git_commit;
    who.backend = "merge";
    who.device = std::to_string(parts.size()) + " parts";
    who.command_line = by.text();
    who.processes = static_cast<std::int32_t>(parts.size());
    assemble(finished, describe(plan), who, *o.output, [] {});
    if (!o.quiet) std::cerr << "wrote " << *o.output << " of " << parts.size() << " parts\n";
}

}  // namespace tauroa::cli
