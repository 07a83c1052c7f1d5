// A sweep from its plan to its file: what earlier runs have finished is taken from their journals, the rest is computed, tile
// by tile, into this process's journal, and the file is made of all journals at the end. So a run that ends in any way loses
// the tiles in flight and nothing else.

#include <algorithm>
#include <filesystem>
#include <iomanip>
#include <iostream>

#include "host/cli/assembly.hpp"
#include "host/cli/map_description.hpp"
#include "host/cli/progress_line.hpp"
#include "host/cli/run_text.hpp"
#include "host/cli/session.hpp"
#include "host/cli/tile_keeper.hpp"
#include "host/number.hpp"
#include "host/tau_list.hpp"
#include "kernels/error.hpp"
#include "output/map_reader.hpp"
#include "output/output_files.hpp"
#include "output/temporary_file.hpp"
#include "version.hpp"

namespace tauroa::cli {
namespace {

namespace fs = std::filesystem;

bool exists(const std::string& path) {
    std::error_code error;
    return fs::exists(path, error);
}

std::vector<journal> read_all(const std::vector<std::string>& paths) {
    std::vector<journal> all;
    all.reserve(paths.size());
    for (const std::string& path : paths) all.emplace_back(path, journal::use::reading);
    return all;
}

/// How many strips to take at once: what takes about this long, so that stopping loses little and all processes end together,
/// however fast each is.
class pace {
  public:
    [[nodiscard]] std::uint64_t strips() const { return strips_; }
    void took(std::uint64_t strips, double seconds) {
        constexpr double wanted_seconds = 0.5, most = 1 << 20U;
        constexpr std::uint64_t growth = 8;
        const double fitting = static_cast<double>(strips) * wanted_seconds / std::max(seconds, 1e-6);
        strips_ = std::clamp<std::uint64_t>(static_cast<std::uint64_t>(std::min(fitting, most)), 1,
                                            growth * strips);
    }

  private:
    std::uint64_t strips_ = 1;
};

/// One sweep of a session.
class sweep_run {
  public:
    sweep_run(session& run, sweep_plan plan, backend& with, const std::string& target,
              const std::optional<shard>& part)
        : run_(&run),
          plan_(std::move(plan)),
          with_(&with),
          target_(target),
          part_(part),
          tiling_(tiling_of(plan_)),
          text_(run_text(describe(plan_), part.value_or(shard{}))) {}

    void carry_out(const std::vector<std::string>& notes) {
        std::string
            open;  // one '1' or '0' for each strip: still to be computed; empty where there is nothing to do
        together(run_->all(), [&] {
            if (run_->all().leads()) open = prepare();
        });
        open = run_->all().shared(open);
        if (open.empty()) return;
        together(run_->all(), [&] { compute(open); });
        together(run_->all(), [&] {
            if (run_->all().leads()) part_ ? finish_part() : finish(notes);
        });
    }

  private:
    /// Decides what is to be done with what is there, and tells what is still open.
    std::string prepare() {
        check_target(target_);
        const auto found = journals_beside(target_);
        const run_options& o = run_->options();
        if (!o.force && !o.resume) refuse_what_is_there(target_);
        if (o.resume && exists(resolved(target_)) && is_complete(found)) return {};
        const auto journals = read_all(found);
        for (const journal& j : journals)
            if (o.resume && !j.text().empty()) check_same(j.text(), j.path());
        mine_.emplace(journal_path(target_, 0), journal::use::writing);
        if (run_->talks()) echo();
        if (o.resume) return open_strips(journals);
        for (const journal& j : journals)
            if (j.path() != mine_->path()) j.remove();
        mine_->begin(text_);
        return open_strips({});
    }

    void check_same(const std::string& there, const std::string& where) const {
        if (const std::string other = difference(there, text_); !other.empty())
            throw user_error("--resume: " + where + " is of a sweep with " + other +
                             "; give its settings, another name, or --force to begin anew");
    }

    /// The target that is there is what was asked for: nothing is to be done, and journals left beside it are of no use.
    [[nodiscard]] bool is_complete(const std::vector<std::string>& found) const {
        if (part_) {
            const journal there(resolved(target_), journal::use::reading);
            check_same(there.text(), target_);
        } else {
            check_same(run_text(read_summary(target_).about, shard{}), target_);
        }
        for (const std::string& path : found) journal(path, journal::use::writing).remove();
        if (run_->talks()) std::cerr << target_ << " is complete\n";
        return true;
    }

    [[nodiscard]] std::string open_strips(const std::vector<journal>& journals) const {
        const finished_strips finished(tiling_, journals);
        std::string open(tiling_.strips(), '1');
        for (std::uint64_t i = 0; i < open.size(); ++i)
            if (finished.done()[i] || (part_ && !belongs_to(*part_, i, tiling_.strips()))) open[i] = '0';
        return open;
    }

    /// What was understood, on standard error.
    void echo() const {
        const map_request& r = plan_.request;
        std::cerr << r.game << ", " << to_string(r.update) << ", gamma = " << shortest(r.gamma)
                  << ", K = " << r.steps << ", tol = " << shortest(r.tolerance) << '\n';
        for (const axis& a : r.axes) std::cerr << "axis " << to_string(a) << '\n';
        if (r.sample) {
            std::cerr << r.sample->count << " starts at random, seed " << r.sample->seed << '\n';
            for (const variable_range& v : r.sample->ranges) std::cerr << "uniform " << to_string(v) << '\n';
        }
        for (const auto& [name, value] : r.fixed)
            std::cerr << "fixed " << name << " = " << shortest(value) << '\n';
        std::cerr << r.tau.size() << " tau: " << to_string(r.tau) << '\n';
        std::cerr << "backend " << with_->name() << " (" << with_->device() << "), " << with_->threads()
                  << " thread" << (with_->threads() == 1 ? "" : "s");
        if (const int size = run_->all().size(); size > 1) std::cerr << ", " << size << " processes";
        std::cerr << '\n';
    }

    /// Computes what is open into this process's journal.
    void compute(const std::string& open) {
        if (!mine_) mine_.emplace(journal_path(target_, run_->all().rank()), journal::use::writing);
        if (mine_->text().empty()) mine_->begin(text_);
        prove(plan_, run_->told());
        run_->check_stop();
        compute_into(*mine_, open);
        run_->check_stop();
    }

    void compute_into(journal& mine, const std::string& open) {
        std::vector<bool> wanted(open.size());
        std::transform(open.begin(), open.end(), wanted.begin(), [](char c) { return c == '1'; });
        work_list list(tiling_, std::move(wanted));
        progress everywhere;
        const progress_line line(run_->told(), everywhere, list.starts(),
                                 part_ ? list.starts() : plan_.starts(), !run_->talks());
        const map_description about = describe(plan_);
        tile_keeper keeper(mine, about, run_->told());
        {
            const auto source = run_->all().source(list, run_->told(), everywhere);
            compute_all(*source, keeper);
        }
        keeper.close();
    }

    void compute_all(work_source& source, tile_keeper& keeper) {
        progress& told = run_->told();
        pace taking;
        auto kept = run_->begun();
        while (const auto strips = source.take(taking.strips())) {
            const auto begun = steady::now();
            const std::uint64_t steps = told.steps;
            tile done = tauroa::compute(plan_, tiling_.cells(*strips), *with_, told);
            if (told.stop) return;
            taking.took(strips->count, seconds_since(begun));
            const auto took = std::chrono::duration_cast<std::chrono::nanoseconds>(steady::now() - kept);
            kept = steady::now();
            keeper.keep(
                {{strips->first, strips->count, told.steps - steps, static_cast<std::uint64_t>(took.count())},
                 std::move(done)});
        }
        last_kept_ = kept;
    }

    /// Of all journals, the file.
    void finish(const std::vector<std::string>& notes) {
        const auto paths = journals_beside(target_);
        const auto journals = read_all(paths);
        const finished_strips finished(tiling_, journals);
        if (!finished.complete())
            throw failure(target_ + ": not every process's journal can be seen from this one; --resume");
        assemble(finished, describe(plan_), provenance(notes), target_, [this] { run_->check_stop(); });
        for (const journal& j : journals) j.remove();
        tell_written();
    }

    /// The journal of a part, whole, becomes what was asked for.
    void finish_part() {
        std::error_code error;
        const std::string from = journal_path(target_, 0);
        fs::rename(from, resolved(target_), error);
        if (error) throw failure("renaming " + from + " to " + target_ + ": " + error.message());
        tell_written();
    }

    void tell_written() const {
        if (run_->talks())
            std::cerr << "wrote " << target_ << " in " << std::fixed << std::setprecision(1)
                      << seconds_since(run_->begun()) << " s" << std::defaultfloat << '\n';
    }

    [[nodiscard]] map_provenance provenance(const std::vector<std::string>& notes) const {
        map_provenance by;
        by.version = program_version;
        by.commit = git_commit;
        by.backend = with_->name();
        by.device = with_->device();
        by.command_line = run_->by().text();
        by.threads = with_->threads();
        by.processes = run_->all().size();
        by.wall_seconds = seconds_since(last_kept_);
        by.notes = notes;
        return by;
    }

    session* run_;
    sweep_plan plan_;
    backend* with_;
    std::string target_;
    std::optional<shard> part_;
    tiling tiling_;
    std::string text_;
    std::optional<journal> mine_;
    steady::time_point last_kept_ = steady::now();
};

/// The command that goes on where this one stopped.
std::string resuming(invocation by) {
    std::erase(by.arguments, "--force");
    if (std::find(by.arguments.begin(), by.arguments.end(), "--resume") == by.arguments.end())
        by.arguments.emplace_back("--resume");
    return by.text();
}

}  // namespace

void carry_out(session& run, sweep_plan draft, backend& with, const std::string& target,
               const std::optional<shard>& part, const std::vector<std::string>& notes) {
    try {
        sweep_run(run, std::move(draft), with, target, part).carry_out(notes);
    } catch (const interrupted& why) {
        throw interrupted(std::string(why.what()) + "; to go on: " + resuming(run.by()));
    } catch (const failure& why) {
        const bool kept = !journals_beside(target).empty();
        throw failure(why.what() +
                      std::string(kept ? "; what was finished is kept, and --resume goes on with it" : ""));
    }
}

}  // namespace tauroa::cli
