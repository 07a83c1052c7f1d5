#pragma once

// The processes that compute one sweep together: one alone, or the ranks of an MPI job.

#include <exception>
#include <functional>
#include <memory>
#include <string>

#include "host/work_list.hpp"
#include "kernels/backend.hpp"

namespace tauroa::cli {

class crew {
  public:
    crew() = default;
    crew(const crew&) = delete;
    crew& operator=(const crew&) = delete;
    crew(crew&&) = delete;
    crew& operator=(crew&&) = delete;
    virtual ~crew() = default;

    [[nodiscard]] virtual int rank() const = 0;
    [[nodiscard]] virtual int size() const = 0;
    /// This process's number among those on its machine.
    [[nodiscard]] virtual int local_rank() const = 0;
    [[nodiscard]] bool leads() const { return rank() == 0; }

    /// Every process calls it with what went wrong in it, or null. Returns where all went well. Else it throws that again,
    /// or, of several processes, has the first for which it did not report it, and throws told_elsewhere in all.
    virtual void agree(const std::exception_ptr& wrong) = 0;

    /// The leader's value, everywhere.
    virtual std::string shared(const std::string& of_leader) = 0;

    /// Where every process takes its work from: `list` is the leader's, and not looked at elsewhere. A process that is told
    /// to stop tells the others, in the end by letting go of its source. `everywhere`, the leader's, counts the starts of all.
    virtual std::unique_ptr<work_source> source(work_list& list, progress& told, progress& everywhere) = 0;
};

/// The ranks of the MPI job that this process was started in, else this process alone. Throws user_error in a job of several
/// where the program was built without MPI.
std::unique_ptr<crew> make_crew();

/// Those ranks (built with MPI only).
std::unique_ptr<crew> make_mpi_crew();

/// Does `work`, and then agrees.
void together(crew& all, const std::function<void()>& work);

}  // namespace tauroa::cli
