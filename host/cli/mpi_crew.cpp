// Ranks of an MPI job. Work is handed out by the leader, in a thread of its own that answers messages while all compute;
// it looks for them a thousand times a second rather than wait for them, as MPI waits with a whole processor. Only one
// thread of each rank calls MPI at a time (MPI_THREAD_SERIALIZED).

#include <mpi.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <thread>
#include <vector>

#include "host/cli/crew.hpp"
#include "host/cli/report.hpp"
#include "kernels/error.hpp"

namespace tauroa::cli {
namespace {

constexpr int asks = 1, answers = 2;  // tags
constexpr auto nap = std::chrono::milliseconds(1);

/// Asking: strips wanted (0: no more), starts finished since the last time, whether told to stop. Answering: first and number
/// of strips, whether told to stop.
constexpr int words = 3;
using message = std::array<std::uint64_t, words>;

void send(const message& m, int to, int tag) {
    MPI_Send(m.data(), words, MPI_UINT64_T, to, tag, MPI_COMM_WORLD);
}

message receive(int from, int tag) {
    message m{};
    MPI_Recv(m.data(), words, MPI_UINT64_T, from, tag, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
    return m;
}

void wait_politely(MPI_Request request) {
    for (int done = 0; done == 0;) {
        MPI_Test(&request, &done, MPI_STATUS_IGNORE);
        if (done == 0) std::this_thread::sleep_for(nap);
    }
}

/// The first rank with an error, one that merely was told to stop after all others; -1 where there is none. all: exit
/// statuses by rank.
int speaker_of(const std::vector<int>& all) {
    const int stopped = exit_status(std::make_exception_ptr(interrupted("")));
    auto at =
        std::find_if(all.begin(), all.end(), [&](int status) { return status != 0 && status != stopped; });
    if (at == all.end()) at = std::find(all.begin(), all.end(), stopped);
    return at == all.end() ? -1 : static_cast<int>(at - all.begin());
}

/// The leader's: hands out its list, to itself and to the others.
class leaders_source final : public work_source {
  public:
    leaders_source(work_list& list, progress& told, progress& everywhere, int ranks)
        : list_(&list), told_(&told), everywhere_(&everywhere), ranks_(static_cast<std::uint64_t>(ranks)) {
        server_ = std::jthread([this] { serve(); });
    }
    leaders_source(const leaders_source&) = delete;
    leaders_source& operator=(const leaders_source&) = delete;
    leaders_source(leaders_source&&) = delete;
    leaders_source& operator=(leaders_source&&) = delete;
    ~leaders_source() override { server_.join(); }

    /// Near the end no more than a small part of what is left, so that all end together.
    std::optional<strip_range> take(std::uint64_t most) override {
        if (told_->stop) return std::nullopt;
        return list_->take(std::clamp<std::uint64_t>(list_->left() / (2 * ranks_), 1, most));
    }

  private:
    void serve() {
        for (std::uint64_t others = ranks_ - 1; others > 0;) {
            int there = 0;
            MPI_Status from;
            MPI_Iprobe(MPI_ANY_SOURCE, asks, MPI_COMM_WORLD, &there, &from);
            if (there == 0)
                std::this_thread::sleep_for(nap);
            else if (!reply(from.MPI_SOURCE))
                --others;
        }
    }

    /// False where the rank wants no more.
    bool reply(int rank) {
        const auto [most, starts, stop] = receive(rank, asks);
        everywhere_->starts += starts;
        if (stop != 0) told_->stop = true;
        const auto given = most > 0 ? take(most) : std::nullopt;
        send({given ? given->first : 0, given ? given->count : 0, told_->stop ? 1U : 0U}, rank, answers);
        return given.has_value();
    }

    work_list* list_;
    progress* told_;
    progress* everywhere_;
    std::uint64_t ranks_;
    std::jthread server_;
};

/// Everybody else's: asks the leader.
class followers_source final : public work_source {
  public:
    explicit followers_source(progress& told) : told_(&told) {}
    followers_source(const followers_source&) = delete;
    followers_source& operator=(const followers_source&) = delete;
    followers_source(followers_source&&) = delete;
    followers_source& operator=(followers_source&&) = delete;
    ~followers_source() override {
        if (!ended_) ask(0);
    }

    std::optional<strip_range> take(std::uint64_t most) override {
        if (ended_) return std::nullopt;
        const strip_range given = ask(told_->stop ? 0 : most);
        if (given.count == 0) return std::nullopt;
        return given;
    }

  private:
    strip_range ask(std::uint64_t most) {
        const std::uint64_t starts = told_->starts;
        send({most, starts - reported_, told_->stop ? 1U : 0U}, 0, asks);
        reported_ = starts;
        const auto [first, count, stop] = receive(0, answers);
        if (stop != 0) told_->stop = true;
        ended_ = count == 0;
        return {first, count};
    }

    progress* told_;
    std::uint64_t reported_ = 0;
    bool ended_ = false;
};

class mpi_crew final : public crew {
  public:
    mpi_crew() {
        int provided = 0;
        MPI_Init_thread(nullptr, nullptr, MPI_THREAD_SERIALIZED, &provided);
        if (provided < MPI_THREAD_SERIALIZED)
            throw failure(
                "this MPI library has no MPI_THREAD_SERIALIZED; use another, or --shard without MPI");
        MPI_Comm_rank(MPI_COMM_WORLD, &rank_);
        MPI_Comm_size(MPI_COMM_WORLD, &size_);
        MPI_Comm here = MPI_COMM_NULL;
        MPI_Comm_split_type(MPI_COMM_WORLD, MPI_COMM_TYPE_SHARED, rank_, MPI_INFO_NULL, &here);
        MPI_Comm_rank(here, &local_rank_);
        MPI_Comm_free(&here);
    }
    mpi_crew(const mpi_crew&) = delete;
    mpi_crew& operator=(const mpi_crew&) = delete;
    mpi_crew(mpi_crew&&) = delete;
    mpi_crew& operator=(mpi_crew&&) = delete;
    ~mpi_crew() override {
        // With an error that the others do not know of they would wait for this rank for ever.
        if (std::uncaught_exceptions() > 0 && !agreed_) MPI_Abort(MPI_COMM_WORLD, 1);
        MPI_Finalize();
    }

    [[nodiscard]] int rank() const override { return rank_; }
    [[nodiscard]] int size() const override { return size_; }
    [[nodiscard]] int local_rank() const override { return local_rank_; }

    void agree(const std::exception_ptr& wrong) override {
        const int status = wrong ? exit_status(wrong) : 0;
        std::vector<int> all(static_cast<std::size_t>(size_));
        MPI_Request request = MPI_REQUEST_NULL;
        MPI_Iallgather(&status, 1, MPI_INT, all.data(), 1, MPI_INT, MPI_COMM_WORLD, &request);
        wait_politely(request);
        const int speaker = speaker_of(all);
        if (speaker < 0) return;
        agreed_ = true;
        if (speaker == rank_) report(wrong);
        MPI_Ibarrier(MPI_COMM_WORLD, &request);  // some launchers end all processes as soon as one has failed
        wait_politely(request);
        throw told_elsewhere{all[static_cast<std::size_t>(speaker)]};
    }

    std::string shared(const std::string& of_leader) override {
        std::uint64_t size = of_leader.size();
        MPI_Bcast(&size, 1, MPI_UINT64_T, 0, MPI_COMM_WORLD);
        std::string text = of_leader;
        text.resize(size);
        MPI_Bcast(text.data(), static_cast<int>(size), MPI_CHAR, 0, MPI_COMM_WORLD);
        return text;
    }

    std::unique_ptr<work_source> source(work_list& list, progress& told, progress& everywhere) override {
        if (leads()) return std::make_unique<leaders_source>(list, told, everywhere, size_);
        return std::make_unique<followers_source>(told);
    }

  private:
    int rank_ = 0, size_ = 1, local_rank_ = 0;
    bool agreed_ = false;
};

}  // namespace

std::unique_ptr<crew> make_mpi_crew() { return std::make_unique<mpi_crew>(); }

}  // namespace tauroa::cli
