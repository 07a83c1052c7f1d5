// The file of a sweep: what is written is read back; a file is there whole or not at all; garbage is refused.

#include <gtest/gtest.h>

#include <atomic>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

#include "kernels/error.hpp"
#include "kernels/tally.hpp"
#include "output/child.hpp"
#include "output/map_reader.hpp"
#include "output/map_writer.hpp"

namespace {

using namespace tauroa;
namespace fs = std::filesystem;

class MapFile : public testing::Test {
  protected:
    void SetUp() override { fs::create_directories(directory_); }
    void TearDown() override { fs::remove_all(directory_); }

    [[nodiscard]] std::string path(const std::string& name) const { return (directory_ / name).string(); }
    [[nodiscard]] std::size_t files() const {
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator(directory_), fs::directory_iterator()));
    }

  private:
    fs::path directory_ =
        fs::temp_directory_path() / ("tauroa-map-file-" + std::to_string(std::random_device{}()));
};

/// Two tau, three columns, two rows, one critical point.
map_description small() {
    map_description d;
    d.game = "toy";
    d.update = "simultaneous";
    d.parameters = d.fixed = "{}";
    d.gamma = 0.1;
    d.tolerance = 1e-3;
    d.steps = 9;
    d.variables = {"x", "y"};
    d.player = {1, 2};
    d.period = d.base = {0.0, 0.0};
    d.axes = {{"x", {0, 1, 2}}, {"y", {5, 6}}};
    d.tau = {1, 2};
    d.equilibria = {{0, 0},     {1},          {"differential-nash", "differential-stackelberg"},
                    {0.5},      {0},          {"pencil", "scan"},
                    {1, 1},     {0, 1},       {0.1, 0.2},
                    {0.9, 0.8}, {1, 2, 3, 4}, {0, 0, 0, 0}};
    const std::vector<double> low(4, -7.0), high(4, 7.0);
    d.certificates = {low,    high,        low,    high,   {0.1, 0.2}, {32, 1},
                      {1},    {1, 2},      {3, 4}, {5, 6}, {7, 8},     std::vector<double>(8, 1.0),
                      {2, 3}, {0.5, 0.75}, {5, 6}, 1};
    d.labels_only = true;
    return d;
}

const std::vector<std::int16_t> label{0, -1, -2, 0, 0, -3};
const std::vector<std::uint32_t> iterations{1, 9, 3, 4, 5, 6};

void write(const std::string& to, std::int16_t first = 0) {
    map_writer writer(to, small());
    auto changed = label;
    changed[0] = first;
    for (std::size_t t = 0; t < 2; ++t)
        for (std::uint64_t row = 0; row < 2; ++row) {
            std::vector<std::uint64_t> counts(4);
            tally({changed.data() + 3 * row, nullptr, nullptr, counts.data(), 1}, 3);
            writer.write(
                unpacked(packed(encoded(small(), {t, row, 1, 0, 3, changed.data() + 3 * row,
                                                  iterations.data() + 3 * row, nullptr, counts.data()}))));
        }
    writer.finish({"1", "c", "cpu", "d", "line", 2, 3, 0.5, 77, {"one", "two"}}, [] {});
}

TEST_F(MapFile, ReadsBackAsWritten) {
    write(path("a.h5"));
    EXPECT_EQ(files(), 1U);
    const map_summary s = read_summary(path("a.h5"));
    EXPECT_EQ(s.about.game, "toy");
    EXPECT_EQ(s.about.axes[0].name, "x");
    EXPECT_EQ(s.about.axes[1].at, (std::vector<double>{5, 6}));
    EXPECT_EQ(s.about.tau, (std::vector<double>{1, 2}));
    EXPECT_EQ(s.about.equilibria.attracts, (std::vector<std::uint8_t>{0, 1}));
    EXPECT_EQ(s.about.certificates.far_high, std::vector<double>(4, 7.0));
    EXPECT_EQ(s.about.certificates.test_interval, (std::vector<std::uint32_t>{32, 1}));
    EXPECT_EQ(s.about.certificates.passage_nearest, (std::vector<double>{1, 2}));
    EXPECT_EQ(s.about.certificates.passage_farthest, (std::vector<double>{7, 8}));
    EXPECT_EQ(s.about.certificates.capture_shape, std::vector<double>(8, 1.0));
    EXPECT_EQ(s.about.certificates.capture_level, (std::vector<double>{2, 3}));
    EXPECT_EQ(s.about.certificates.capture_rate, (std::vector<double>{0.5, 0.75}));
    EXPECT_EQ(s.about.certificates.capture_steps, (std::vector<std::uint32_t>{5, 6}));
    EXPECT_FALSE(s.about.plain);
    EXPECT_TRUE(s.about.labels_only);
    EXPECT_EQ(s.counts.outcome, (std::vector<std::int16_t>{0, -1, -2, -3}));
    EXPECT_EQ(s.counts.count, (std::vector<std::uint64_t>{3, 1, 1, 1, 3, 1, 1, 1}));
    EXPECT_EQ(s.by.processes, 3);
    EXPECT_EQ(s.by.steps_computed, 77U);
    EXPECT_EQ(s.by.notes, (std::vector<std::string>{"one", "two"}));
    EXPECT_TRUE(digest_holds(path("a.h5")));
}

TEST_F(MapFile, HoldsMeasures) {
    write(path("a.h5"), false);
    const map_measures m = read_summary(path("a.h5")).measures;
    EXPECT_EQ(m.quantile.size(), 7U);
    EXPECT_EQ(m.distance, (std::vector<std::uint32_t>{1, 2, 4}));
    EXPECT_EQ(m.iterations_mean.size(), 2U);
    EXPECT_TRUE(std::isnan(m.iterations_mean[0]));  // the point attracts at the second tau only
    EXPECT_DOUBLE_EQ(m.iterations_mean[1], 10.0 / 3.0);
    EXPECT_EQ(m.iterations_quantile[7 + 3], 4.0);
}

TEST_F(MapFile, DigestIsThatOfTheContent) {
    write(path("a.h5"));
    write(path("b.h5"));
    write(path("c.h5"), -1);
    EXPECT_EQ(read_summary(path("a.h5")).digest, read_summary(path("b.h5")).digest);
    EXPECT_NE(read_summary(path("a.h5")).digest, read_summary(path("c.h5")).digest);
}

TEST_F(MapFile, AppearsWholeInPlaceOfWhatIsThere) {
    std::ofstream(path("a.h5")) << "old";
    {
        const map_writer writer(path("a.h5"), small());
        std::ifstream in(path("a.h5"));
        EXPECT_EQ(std::string((std::istreambuf_iterator<char>(in)), {}), "old");
    }
    write(path("a.h5"));
    EXPECT_EQ(files(), 1U);
    EXPECT_TRUE(digest_holds(path("a.h5")));
}

TEST_F(MapFile, PausingMayEndTheWriting) {
    map_writer writer(path("a.h5"), small());
    EXPECT_THROW(writer.finish({}, [] { throw interrupted("stop"); }), interrupted);
    EXPECT_FALSE(fs::exists(path("a.h5")));
}

TEST_F(MapFile, TilesOfOtherMapsAreRefused) {
    map_writer writer(path("a.h5"), small());
    const std::vector<std::uint64_t> counts(4);
    tile_data tile =
        encoded(small(), {1, 1, 1, 0, 3, label.data(), iterations.data(), nullptr, counts.data()});
    tile.layer = 2;
    EXPECT_THROW(writer.write(tile), failure);
    tile.layer = 1;
    tile.row = 2;
    EXPECT_THROW(writer.write(tile), failure);
    tile.row = 1;
    tile.chunks[0].label.resize(3);
    EXPECT_THROW(writer.write(tile), failure);
    EXPECT_THROW(unpacked(bytes(20)), failure);
}

TEST_F(MapFile, NothingIsLeftOfAnUnfinishedOne) {
    { const map_writer writer(path("a.h5"), small()); }
    EXPECT_EQ(files(), 0U);
}

TEST_F(MapFile, UnwritablePlacesAreRefused) {
    EXPECT_THROW(write(path("no/such/directory/a.h5")), user_error);
    EXPECT_THROW(write(path("")), user_error);
    EXPECT_THROW(write(path("..")), user_error);
}

TEST_F(MapFile, GarbageIsRefused) {
    write(path("a.h5"));
    std::ifstream in(path("a.h5"), std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), {});
    const auto refuse = [&](const std::string& content) {
        std::ofstream(path("g.h5"), std::ios::binary | std::ios::trunc) << content;
        EXPECT_THROW(read_summary(path("g.h5")), user_error);
    };
    refuse("");
    refuse("not HDF5");
    refuse(bytes.substr(0, bytes.size() / 2));
    refuse(bytes.substr(0, 100));
    EXPECT_THROW(read_summary(path("missing.h5")), user_error);
    { const auto other = hdf5::create_file(path("other.h5")); }
    EXPECT_THROW(read_summary(path("other.h5")), user_error);
}

TEST(Child, AnswersOrIsGivenUp) {
    EXPECT_EQ(answer_of_child([] { return true; }, 5), true);
    EXPECT_EQ(answer_of_child([] { return false; }, 5), false);
    EXPECT_EQ(answer_of_child([]() -> bool { throw failure("no answer"); }, 5), std::nullopt);
    EXPECT_EQ(answer_of_child([]() -> bool { std::abort(); }, 5), std::nullopt);
    const auto forever = [] {
        const std::atomic<bool> ended{false};
        while (!ended) continue;
        return true;
    };
    EXPECT_EQ(answer_of_child(forever, 1), std::nullopt);
}

}  // namespace
