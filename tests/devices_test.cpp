// The sharing of work between devices, with devices that are none: each computes on the host, and is slow, small or
// lost as the test wants it. Whatever happens, the results are the reference's, or the run fails and says why.

#include "kernels/devices.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <limits>
#include <thread>

#include "kernels/tally.hpp"
#include "tests/game_index.hpp"

namespace {

using namespace tauroa;

/// How a device behaves; tile: how many it was given before.
struct behaviour {
    int lost_at_tile = std::numeric_limits<int>::max();
    std::uint64_t memory = std::numeric_limits<std::uint64_t>::max();  ///< starts
    std::chrono::microseconds delay{0};                                ///< a tile
};

/// What became of a device.
struct record_of {
    int tiles = 0;
    std::uint64_t starts = 0, largest = 0;
};

class fake_device final : public device {
  public:
    fake_device(std::string name, behaviour how, record_of& record)
        : name_(std::move(name)), how_(how), record_(&record), computer_(make_backend("reference", 1)) {}
    [[nodiscard]] std::string name() const override { return name_; }

    void run(const problem& p, const start_block& starts, const results& to, progress& done) override {
        if (record_->tiles == how_.lost_at_tile) {
            scribble(starts, to);
            throw device_lost(name_ + ": fell off the bus");
        }
        if (starts.count > how_.memory) throw device_out_of_memory(name_ + ": out of memory");
        std::this_thread::sleep_for(how_.delay);
        computer_->run(p, starts, to, done);
        record_->tiles += 1;
        record_->starts += starts.count;
        record_->largest = std::max(record_->largest, starts.count);
    }

  private:
    /// A device that is lost may have written anything into its own tile.
    static void scribble(const start_block& starts, const results& to) {
        std::fill_n(to.label, starts.count, std::int16_t{99});
        std::fill_n(to.iterations, starts.count, 99U);
    }

    std::string name_;
    behaviour how_;
    record_of* record_;
    std::unique_ptr<backend> computer_;
};

constexpr std::uint64_t columns = 41, rows = 25;
constexpr tile_sizes sizes{64, 8};

/// A grid of starts of a game, and a problem with one point of arrival.
class Devices : public testing::Test {
  protected:
    struct map_of {
        std::vector<std::int16_t> label = std::vector<std::int16_t>(columns * rows, 77);
        std::vector<std::uint32_t> iterations = std::vector<std::uint32_t>(columns * rows, 77);
        std::vector<double> final_state = std::vector<double>(2 * columns * rows, 77.0);
        std::vector<std::uint64_t> counts = std::vector<std::uint64_t>(1 + outcomes_that_are_no_point);
        bool operator==(const map_of&) const = default;
    };

    map_of run(backend& with) const {
        std::vector<double> across(columns), up(rows);
        for (std::uint64_t i = 0; i < columns; ++i) across[i] = -3.0 + 0.15 * static_cast<double>(i);
        for (std::uint64_t i = 0; i < rows; ++i) up[i] = -3.0 + 0.25 * static_cast<double>(i);
        const std::vector<double> base(2), location{0.0, 0.0};
        const std::vector<std::int16_t> label{0};
        problem p;
        p.game = &built_in_runs(game_index("polynomial"));
        p.gamma = 0.01;
        p.steps = 40;
        p.tolerance = 0.5;
        p.points = {location.data(), label.data(), 1};
        const start_block starts{base.data(), 2, 0, 1, across.data(), up.data(), columns, 0, columns * rows};
        map_of m;
        progress done;
        with.run(p, starts, {m.label.data(), m.iterations.data(), m.final_state.data(), m.counts.data(), 1},
                 done);
        return m;
    }

    map_of reference() const { return run(*make_backend("reference", 1)); }

    /// The backend over devices with these behaviours; what becomes of device i is in records[i].
    std::unique_ptr<backend> sharing(const std::vector<behaviour>& all) {
        records.assign(all.size(), {});
        std::vector<std::unique_ptr<device>> devices;
        for (std::size_t i = 0; i < all.size(); ++i)
            devices.push_back(std::make_unique<fake_device>("fake " + std::to_string(i), all[i], records[i]));
        return share_between("fake", std::move(devices), sizes);
    }

    std::vector<record_of> records;
};

TEST_F(Devices, GiveTheReferencesResults) {
    for (const std::size_t n : {1U, 2U, 5U}) {
        const auto with = sharing(std::vector<behaviour>(n));
        EXPECT_EQ(run(*with), reference()) << n;
    }
}

TEST_F(Devices, TheFasterOneDoesMore) {
    const auto with =
        sharing({{.delay = std::chrono::microseconds(200)}, {.delay = std::chrono::microseconds(20'000)}});
    EXPECT_EQ(run(*with), reference());
    EXPECT_GT(records[0].starts, 2 * records[1].starts);
    EXPECT_EQ(records[0].starts + records[1].starts, columns * rows);
}

TEST_F(Devices, ALostOnesTileGoesToTheOthers) {
    const auto with = sharing({{.lost_at_tile = 2}, {.delay = std::chrono::microseconds(500)}});
    EXPECT_EQ(run(*with), reference());
    EXPECT_EQ(records[0].tiles, 2);
    EXPECT_NE(with->device().find("fell off the bus"), std::string::npos);
    EXPECT_EQ(run(*with), reference());  // and stays away
    EXPECT_EQ(records[0].tiles, 2);
}

TEST_F(Devices, ALostOnesLastTileIsDoneByOneThatHadNothingLeft) {
    const auto with = sharing({{.lost_at_tile = 0, .delay = std::chrono::microseconds(0)}, {}});
    for (int k = 0; k < 20; ++k) EXPECT_EQ(run(*with), reference());
}

TEST_F(Devices, WithoutOneLeftTheRunFailsAndSaysWhy) {
    const auto with = sharing({{.lost_at_tile = 3}, {.lost_at_tile = 1}});
    try {
        run(*with);
        FAIL() << "the run did not fail";
    } catch (const failure& why) {
        EXPECT_NE(std::string(why.what()).find("fell off the bus"), std::string::npos);
    }
    EXPECT_THROW(run(*with), failure);
}

TEST_F(Devices, OutOfMemoryMakesTilesSmaller) {
    const auto with = sharing({{.memory = 20}});
    EXPECT_EQ(run(*with), reference());
    EXPECT_LE(records[0].largest, 20U);
    EXPECT_GE(records[0].largest, sizes.least);
}

TEST_F(Devices, OneThatHasNoMemoryAtAllIsDropped) {
    const auto with = sharing({{.memory = 2}, {.delay = std::chrono::microseconds(100)}});
    EXPECT_EQ(run(*with), reference());
    EXPECT_EQ(records[0].tiles, 0);
    EXPECT_NE(with->device().find("out of memory"), std::string::npos);
}

/// A device with a defect in its program, not in its hardware.
class broken_device final : public device {
  public:
    [[nodiscard]] std::string name() const override { return "broken"; }
    void run(const problem& /*p*/, const start_block& /*starts*/, const results& /*to*/,
             progress& /*done*/) override {
        throw std::logic_error("a mistake");
    }
};

TEST_F(Devices, OtherErrorsEndTheRun) {
    std::vector<std::unique_ptr<device>> devices;
    devices.push_back(std::make_unique<broken_device>());
    const auto with = share_between("fake", std::move(devices), sizes);
    EXPECT_THROW(run(*with), std::logic_error);
}

TEST(DevicesNone, AreRefused) { EXPECT_THROW(share_between("fake", {}), failure); }

}  // namespace
