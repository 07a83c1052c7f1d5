// A sweep from its plan to its file: what earlier runs have finished is taken from their journals, the rest is computed, tile
// by tile, into this process's journal, and the file is made of all journals at the end. So a run that ends in any way loses
// the tiles in flight and nothing else.

#include <algorithm>
#include <filesystem>
#include <iomanip>
#include <iostream>

#include "host/cli/assembly.hpp"
#include "host/cli/map_description.hpp"
#include "host/cli/pace.hpp"
#include "host/cli/progress_line.hpp"
#include "host/cli/run_text.hpp"
#include "host/cli/session.hpp"
#include "host/cli/session_text.hpp"
#include "host/cli/tile_keeper.hpp"
#include "kernels/error.hpp"
#include "output/map_reader.hpp"
#include "output/output_files.hpp"

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
        std::string open;  // what prepare() tells
        together(run_->all(), [&] {
            if (run_->all().leads()) open = prepare();
        });
        open = run_->all().shared(open);
        if (open.empty()) return;
        resumably([&] { compute(open); });
        resumably([&] {
            if (run_->all().leads()) part_ ? finish_part() : finish(notes);
        });
    }

  private:
    /// Together, and what goes wrong says how to go on.
    void resumably(const std::function<void()>& work) {
        together(run_->all(), [&] {
            try {
                work();
            } catch (const interrupted& why) {
                throw interrupted(std::string(why.what()) + "; to go on: " + resuming_command(run_->by()));
            } catch (const failure& why) {
                const bool kept = !journals_beside(target_).empty();
                throw failure(
                    why.what() +
                    std::string(kept ? "; what was finished is kept, and --resume goes on with it" : ""));
            }
        });
    }

    /// Decides what is to be done with what is there, and tells what is still open: a '1' for each strip still to be computed,
    /// else '0'; empty where nothing is to be done.
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
        if (run_->talks()) echo(*run_, plan_.request, *with_);
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

    /// Computes what is open into this process's journal. The source comes first and goes last: while it is there, every other
    /// process is answered, and told to stop where this one fails.
    void compute(const std::string& open) {
        std::vector<bool> wanted(open.size());
        std::transform(open.begin(), open.end(), wanted.begin(), [](char c) { return c == '1'; });
        work_list list(tiling_, std::move(wanted));
        progress everywhere;
        const auto source = run_->all().source(list, run_->told(), everywhere);
        const progress_line line(run_->told(), everywhere, list.starts(),
                                 part_ ? list.starts() : plan_.starts(), !run_->talks());
        try {
            compute_from(*source);
        } catch (...) {
            run_->told().stop = true;
            throw;
        }
    }

    void compute_from(work_source& source) {
        if (!mine_) mine_.emplace(journal_path(target_, run_->all().rank()), journal::use::writing);
        if (mine_->text().empty()) mine_->begin(text_);
        prove(plan_, run_->told());
        run_->check_stop();
        const map_description about = describe(plan_);
        tile_keeper keeper(*mine_, about, run_->told());
        compute_all(source, keeper);
        keeper.close();
        run_->check_stop();
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
        map_provenance by = provenance_of(*run_, *with_);
        by.wall_seconds = seconds_since(last_kept_);
        by.notes = notes;
        assemble(finished, describe(plan_), by, target_, [this] { run_->check_stop(); });
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

}  // namespace

void carry_out(session& run, sweep_plan draft, backend& with, const std::string& target,
               const std::optional<shard>& part, const std::vector<std::string>& notes) {
    sweep_run(run, std::move(draft), with, target, part).carry_out(notes);
}

}  // namespace tauroa::cli
