// The journal: what is in it stays in it, whatever happens to the file's end; garbage is refused; nobody writes it twice.

#include "output/journal.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "kernels/error.hpp"

namespace {

using namespace tauroa;
namespace fs = std::filesystem;

class Journal : public testing::Test {
  protected:
    void SetUp() override { fs::create_directories(directory_); }
    void TearDown() override { fs::remove_all(directory_); }
    [[nodiscard]] std::string path(const std::string& name) const { return (directory_ / name).string(); }

    [[nodiscard]] std::string content(const std::string& name) const {
        std::ifstream in(path(name), std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    void set_content(const std::string& name, const std::string& to) const {
        fs::remove(path(name));  // writing over a file waits for the disk
        std::ofstream(path(name), std::ios::binary) << to;
    }

  private:
    fs::path directory_ =
        fs::temp_directory_path() / ("tauroa-journal-" + std::to_string(std::random_device{}()));
};

bytes some_bytes(std::size_t size, unsigned char first) {
    bytes all(size);
    for (std::size_t i = 0; i < size; ++i) all[i] = static_cast<unsigned char>(first + i);
    return all;
}

constexpr auto reading = journal::use::reading, writing = journal::use::writing;

/// A journal with so many records; returns the file's size after each.
std::vector<std::uintmax_t> write_records(const std::string& path, unsigned count) {
    journal j(path, writing);
    j.begin("what it is");
    std::vector<std::uintmax_t> ends{fs::file_size(path)};
    for (unsigned i = 0; i < count; ++i) {
        j.append({10 * i, i + 1, 100, 7}, some_bytes(20 * i, static_cast<unsigned char>(i)));
        ends.push_back(fs::file_size(path));
    }
    return ends;
}

void expect_records(const journal& j, std::size_t count) {
    EXPECT_EQ(j.text(), "what it is");
    ASSERT_EQ(j.entries().size(), count);
    for (unsigned i = 0; i < count; ++i) {
        const journal::entry& e = j.entries()[i];
        EXPECT_EQ(e.about.first, 10 * i);
        EXPECT_EQ(e.about.count, i + 1);
        EXPECT_EQ(e.about.steps, 100U);
        EXPECT_EQ(e.about.nanoseconds, 7U);
        EXPECT_EQ(j.read(e), some_bytes(20 * i, static_cast<unsigned char>(i)));
    }
}

TEST_F(Journal, ReadsBackAsWritten) {
    write_records(path("a"), 4);
    expect_records(journal(path("a"), reading), 4);
    journal again(path("a"), writing);
    expect_records(again, 4);
    again.begin("another");
    EXPECT_TRUE(again.entries().empty());
    again.remove();
    EXPECT_FALSE(fs::exists(path("a")));
}

/// The power may go at any byte.
TEST_F(Journal, KeepsTheWholeRecordsOfATornFile) {
    const auto ends = write_records(path("a"), 4);
    const std::string whole = content("a");
    for (std::size_t size = 0; size <= whole.size(); ++size) {
        set_content("t", whole.substr(0, size));
        std::size_t records = 0;
        while (records + 1 < ends.size() && ends[records + 1] <= size) ++records;
        if (size < ends[0]) {
            EXPECT_EQ(journal(path("t"), writing).text(), "");
            continue;
        }
        {
            journal j(path("t"), writing);
            expect_records(j, records);
            j.append({10 * static_cast<unsigned>(records), records + 1, 100, 7},
                     some_bytes(20 * records, static_cast<unsigned char>(records)));
        }
        expect_records(journal(path("t"), reading), records + 1);
    }
}

TEST_F(Journal, KeepsWhatIsBeforeADamage) {
    const auto ends = write_records(path("a"), 4);
    const std::string whole = content("a");
    for (std::size_t at = ends[0]; at < whole.size(); ++at) {
        std::string flipped = whole;
        flipped[at] = static_cast<char>(flipped[at] ^ 0x10);
        set_content("t", flipped);
        std::size_t records = 0;
        while (ends[records + 1] <= at) ++records;
        expect_records(journal(path("t"), reading), records);
    }
}

TEST_F(Journal, GarbageIsRefused) {
    write_records(path("a"), 1);
    std::string damaged = content("a");
    damaged[25] = 'x';
    set_content("t", damaged);
    EXPECT_THROW(journal(path("t"), reading), user_error);
    set_content("t", "not a journal, but longer than the beginning of one");
    EXPECT_THROW(journal(path("t"), writing), user_error);
    EXPECT_EQ(content("t"), "not a journal, but longer than the beginning of one");
    std::mt19937 random(1);
    for (int i = 0; i < 2000; ++i) {
        std::string noise = content("a");
        for (int n = 0; n < 3; ++n) noise[random() % noise.size()] = static_cast<char>(random());
        set_content("t", noise);
        try {
            const journal j(path("t"), reading);
            EXPECT_LE(j.entries().size(), 1U);
        } catch (const user_error&) {
            continue;
        }
    }
}

TEST_F(Journal, OneWritesAtATime) {
    const journal mine(path("a"), writing);
    EXPECT_THROW(journal(path("a"), writing), user_error);
    EXPECT_NO_THROW(journal(path("a"), reading));
}

TEST_F(Journal, PlacesThatCannotBeWrittenAreRefused) {
    EXPECT_THROW(journal(path("no/such/folder/a"), writing), user_error);
    EXPECT_THROW(journal(path("missing"), reading), user_error);
}

}  // namespace
