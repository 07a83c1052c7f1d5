#include "host/compiled_game/game_cache.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <optional>
#include <utility>

#include "host/compiled_game/compiler.hpp"
#include "host/compiled_game/own_file.hpp"
#include "host/text_game/content_key.hpp"
#include "kernels/error.hpp"

namespace tauroa {
namespace {

namespace fs = std::filesystem;

constexpr const char *source_name = "game.cpp", *object_name = "game.so", *digest_name = "digest",
                     *log_name = "log";

std::string digest_of_object(const game_code& code, const fs::path& folder) {
    return text_game::content_key(code.key, bytes_of(folder / object_name));
}

/// A new folder that nobody else may enter, and that is removed again unless it was renamed.
class new_folder {
  public:
    /// In place of what an earlier process, ended from outside, may have left there.
    explicit new_folder(fs::path path) : path_(std::move(path)) {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
        if (mkdir(path_.c_str(), S_IRWXU) != 0) refuse();
    }
    /// Of a name that is not taken.
    static new_folder in_temporary_files() {
        std::string pattern = (fs::temp_directory_path() / "tauroa-game-XXXXXX").string();
        const bool made = mkdtemp(pattern.data()) != nullptr;
        return {pattern, made};
    }
    new_folder(const new_folder&) = delete;
    new_folder& operator=(const new_folder&) = delete;
    new_folder(new_folder&&) = delete;
    new_folder& operator=(new_folder&&) = delete;
    ~new_folder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    [[nodiscard]] const fs::path& path() const { return path_; }

    /// Code, object and digest.
    void fill(const game_code& code) const {
        write_bytes(path_ / source_name, code.text);
        compile(code, path_ / source_name, path_ / object_name, path_ / log_name);
        chmod((path_ / object_name).c_str(), S_IRUSR | S_IWUSR | S_IXUSR);  // whatever the umask
        write_bytes(path_ / digest_name, digest_of_object(code, path_));
    }

  private:
    new_folder(fs::path path, bool made) : path_(std::move(path)) {
        if (!made) refuse();
    }
    [[noreturn]] void refuse() const {
        throw failure("no folder " + path_.string() + " can be made to compile the game in");
    }

    fs::path path_;
};

/// Held by one process at a time, as long as it lives.
class lock {
  public:
    explicit lock(const fs::path& file)
        : file_(open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR)) {
        if (file_ < 0 || flock(file_, LOCK_EX) != 0) throw failure("locking " + file.string());
    }
    lock(const lock&) = delete;
    lock& operator=(const lock&) = delete;
    lock(lock&&) = delete;
    lock& operator=(lock&&) = delete;
    ~lock() {
        if (file_ >= 0) close(file_);
    }

  private:
    int file_;
};

bool is_whole(const fs::path& folder, const game_code& code) {
    if (!is_own_folder(folder)) return false;
    for (const char* name : {source_name, object_name, digest_name})
        if (!is_own_file(folder / name)) return false;
    return bytes_of(folder / source_name) == code.text &&
           bytes_of(folder / digest_name) == digest_of_object(code, folder);
}

/// Empty where the environment names none.
fs::path cache_of_user() {
    const char* cache = std::getenv("XDG_CACHE_HOME");  // NOLINT(concurrency-mt-unsafe): nobody sets it
    if (cache != nullptr && *cache == '/') return cache;
    const char* home = std::getenv("HOME");  // NOLINT(concurrency-mt-unsafe)
    return home != nullptr && *home == '/' ? fs::path(home) / ".cache" : fs::path();
}

/// The folder of all games; nothing where it cannot be used, which is said.
std::optional<fs::path> folder_of_games() {
    const fs::path cache = cache_of_user(), ours = cache / "tauroa", games = ours / "games";
    std::string why = "neither XDG_CACHE_HOME nor HOME is set";
    if (!cache.empty()) {
        std::error_code ignored;
        fs::create_directories(cache, ignored);
        for (const fs::path& folder : {ours, games}) mkdir(folder.c_str(), S_IRWXU);
        if (is_own_folder(ours) && is_own_folder(games)) return games;
        why = games.string() + " cannot be made, or others can write there";
    }
    std::cerr << "the compiled game is not kept: " << why << '\n';
    return std::nullopt;
}

bool can_be_written(const fs::path& folder) {
    if (access(folder.c_str(), W_OK | X_OK) == 0) return true;
    std::cerr << "the compiled game is not kept: " << folder.string() << " cannot be written\n";
    return false;
}

/// Compiles into the folder, unless another process has done so meanwhile.
void make(const fs::path& folder, const game_code& code) {
    const lock alone(folder.string() + ".lock");
    if (is_whole(folder, code)) return;
    const new_folder made(fs::path(folder.string() + ".new"));
    made.fill(code);
    std::error_code error;
    fs::remove_all(folder, error);
    fs::rename(made.path(), folder, error);
    if (error)
        throw failure("renaming " + made.path().string() + " to " + folder.string() + ": " + error.message());
}

}  // namespace

void with_object_of(const game_code& code, const std::function<void(const std::string& object)>& load) {
    const auto games = folder_of_games();
    if (games && is_whole(*games / code.key, code)) return load(*games / code.key / object_name);
    if (games && can_be_written(*games)) {
        make(*games / code.key, code);
        return load(*games / code.key / object_name);
    }
    const new_folder alone = new_folder::in_temporary_files();
    alone.fill(code);
    load(alone.path() / object_name);
}

}  // namespace tauroa
