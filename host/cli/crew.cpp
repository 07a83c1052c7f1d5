#include "host/cli/crew.hpp"

#include <array>
#include <cstdlib>

#include "host/number.hpp"
#include "kernels/error.hpp"

namespace tauroa::cli {
namespace {

/// Of one process, the list itself.
class own_source final : public work_source {
  public:
    own_source(work_list& list, const progress& told) : list_(&list), told_(&told) {}
    std::optional<strip_range> take(std::uint64_t most) override {
        if (told_->stop) return std::nullopt;
        return list_->take(most);
    }

  private:
    work_list* list_;
    const progress* told_;
};

class single final : public crew {
  public:
    [[nodiscard]] int rank() const override { return 0; }
    [[nodiscard]] int size() const override { return 1; }
    [[nodiscard]] int local_rank() const override { return 0; }
    void agree(const std::exception_ptr& wrong) override {
        if (wrong) std::rethrow_exception(wrong);
    }
    std::string shared(const std::string& of_leader) override { return of_leader; }
    std::unique_ptr<work_source> source(work_list& list, progress& told, progress& /*everywhere*/) override {
        return std::make_unique<own_source>(list, told);
    }
};

/// The processes of the job that an MPI launcher (Open MPI's, MPICH's, SLURM's) has started; 1 where none has.
int processes_of_job() {
    for (const char* name : {"OMPI_COMM_WORLD_SIZE", "PMI_SIZE", "SLURM_STEP_NUM_TASKS"}) {
        const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nobody sets it
        if (value == nullptr) continue;
        try {
            return static_cast<int>(parse_count(name, value, 1, 1'000'000));
        } catch (const user_error&) {
            continue;  // not what a launcher writes
        }
    }
    return 1;
}

}  // namespace

std::unique_ptr<crew> make_crew() {
    if (processes_of_job() == 1) return std::make_unique<single>();
#ifdef TAUROA_WITH_MPI
    return make_mpi_crew();
#else
    throw user_error(
        "this is one of several processes of a job, and tauroa was built without MPI: configure it with "
        "-DTAUROA_MPI=ON, or start one process (--shard shares a sweep without MPI)");
#endif
}

void together(crew& all, const std::function<void()>& work) {
    std::exception_ptr wrong;
    try {
        work();
    } catch (...) {
        wrong = std::current_exception();
    }
    all.agree(wrong);
}

}  // namespace tauroa::cli
